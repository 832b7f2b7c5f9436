"""How wide characters are and how high lines are, in twips, as LibreOffice sets them."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from kegen.docx.model import Face, Spacing
from kegen.font_widths import Face as Cut
from kegen.font_widths import units_each

_TWIPS = 20
"""Twips in a point."""
_EM = 2048
_LETTERS, _GAP = 2268 / 2048, 87 / 2048
"""How high the letters of Times New Roman are, above and below the line, and the gap between lines, by size."""
_RAISED = 0.58
"""How large LibreOffice sets raised and lowered characters, as a share of their size."""
_SMALL = 0.8
"""How large it sets the small capitals that stand for small letters."""
_PER_LINE = 240
_PERCENT = 100


def widths_of(text: str, face: Face) -> Iterable[float]:
    """Return how wide each character of the text is, blanks and all."""
    cut: Cut = ("bold-italic" if face.italic else "bold") if face.bold else "italic" if face.italic else "regular"
    size = face.size * (_RAISED if face.raised else 1)
    factor, spacing = size * _TWIPS / _EM * face.scale, face.spacing * _TWIPS
    if face.small_caps:
        return [_small_capital(sign, factor, cut) + spacing for sign in text]
    widths = map(factor.__mul__, units_each(text, cut))
    return map(spacing.__add__, widths) if spacing else widths


def _small_capital(sign: str, factor: float, cut: Cut) -> float:
    return sum(units_each(sign.upper(), cut)) * factor * (_SMALL if sign.islower() else 1)


def single_height(size: float) -> float:
    """Return how high a line with characters of that size in points is at single spacing, in whole twips."""
    return floor(size * _TWIPS * _LETTERS + 0.5) + floor(size * _TWIPS * _GAP + 0.5)


def line_height(single: float, spacing: Spacing) -> float:
    """Return how high a line is under a paragraph's spacing (17.3.1.33)."""
    if spacing.rule == "exact":
        return spacing.line
    if spacing.rule == "atLeast":
        return max(single, spacing.line)
    share = floor(spacing.line * _PERCENT / _PER_LINE + 0.5)
    return floor(single * share / _PERCENT)
