"""Blank between and within paragraphs, as Word lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kegen.check.rule import Fault
from kegen.document.lines import Line
from kegen.document.model import Paragraph

SINGLE = 240
"""240ths of a line: single spacing (ECMA-376 Part 1, 17.3.1.33)."""
LINE_HEIGHT = 1.15
"""How tall a single line of Times New Roman is, as a share of its size."""
_SLACK = 1.08
"""Word of today offers 1.08 where older files say single; the eye sees no difference."""
_LEAST_GAP = 3.0
"""Points between two lines that a reader takes for one line spacing."""


def lines_tall(paragraph: Paragraph, size: float) -> float:
    """Return the line spacing of a paragraph as a multiple of single, for characters of the size in points."""
    spacing = paragraph.format.spacing
    if spacing.rule == "auto":
        return spacing.line / SINGLE
    height = spacing.line / 20 / (size * LINE_HEIGHT)
    return height if spacing.rule == "exact" else max(1.0, height)


def single_faults(lines: Sequence[Line], what: str) -> Iterator[Fault]:
    """Yield a fault where lines that belong together do not stand in single spacing."""
    for above, below in pairwise(lines):
        if above.paragraph is below.paragraph:
            continue
        gap = max(above.paragraph.format.spacing.after, below.paragraph.format.spacing.before) / 12_700
        size = max((face.size for face in below.faces), default=13)
        tall = lines_tall(below.paragraph, size)
        if gap > _LEAST_GAP:
            yield Fault(below, f"{what} cách nhau thêm {gap:g} pt", f"cách {gap:g} pt", "dòng đơn, cách 0 pt")
        elif tall > _SLACK:
            found = f"giãn dòng {tall:.2f}".replace(".", ",")
            yield Fault(below, f"{what} không cách nhau dòng đơn", found, "dòng đơn (Single)")
