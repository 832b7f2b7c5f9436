"""How paragraphs and tables stand one below the other: the blank between them, and how high they are together."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.pages.boxes import Box, ParagraphBox, Placed


def blank_between(above: Box | None, below: Box, *, at_top: bool = False) -> float:
    """Return the blank between two boxes, or above the first one: the wider of that after and that before.

    `at_top`: whether the column was begun by a break that nobody asked for; LibreOffice sets no blank there.
    """
    return 0.0 if at_top and above is None else max(_after(above, below), _before(above, below))


def _after(above: Box | None, below: Box | None) -> float:
    if not isinstance(above, ParagraphBox) or not above.ends:
        return 0.0
    return 0.0 if above.format.spacing.contextual and _same_style(above, below) else above.format.spacing.after.twips


def _before(above: Box | None, below: Box) -> float:
    if not isinstance(below, ParagraphBox) or not below.starts:
        return 0.0
    return 0.0 if below.format.spacing.contextual and _same_style(above, below) else below.format.spacing.before.twips


def _same_style(above: Box | None, below: Box | None) -> bool:
    if not isinstance(above, ParagraphBox) or not isinstance(below, ParagraphBox):
        return False
    return above.paragraph.style == below.paragraph.style


def stack(boxes: Iterable[Box]) -> tuple[tuple[Placed, ...], float]:
    """Return the boxes one below the other in a cell, a note or a margin, and how high they are with all blanks."""
    placed: list[Placed] = []
    above, top = None, 0.0
    for box in boxes:
        top += blank_between(above, box)
        placed.append(Placed(top, box))
        top += box.height
        above = box
    return tuple(placed), top + _after(above, None)
