"""Lines under a text: drawn shapes, borders, underscores, and what only pretends to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kegen.docx.lengths import ZERO, Length, mm
from kegen.docx.lines import Line, Side, edges_of, lines_in, side_of
from kegen.docx.model import Block, DrawnLine, Paragraph, Table, tidy
from kegen.docx.parts import Underline
from kegen.font_widths import width_mm

_SHORTEST = mm(5)
"""A shape shorter than this is a slip of the mouse, not a line under a heading."""
_WORD = re.compile(r"[^\W_]")
_FEWEST_SIGNS = 3
"""Two hyphens are a slip."""
_RAISED = 0.65
"""How large Word sets raised characters, as a share of their size."""


def underlines(blocks: Iterable[Block], width: Length, side: Side = "whole") -> Iterator[tuple[Side, Underline]]:
    """Yield every line in the blocks with the side of the page it is on; `width` is that of the text there."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _in_paragraph(block, width, side)
        else:
            yield from _in_table(block, width)


def _in_table(table: Table, width: Length) -> Iterator[tuple[Side, Underline]]:
    edges = edges_of(table)
    for row in table.rows:
        for cell in row.cells:
            side: Side = "right" if side_of(cell, row, edges) == "right" else "left"
            yield from underlines(cell.blocks, cell.width or width, side)
            if cell.bottom is not None and not table.bordered:
                paragraph = next((each for each in reversed(cell.blocks) if isinstance(each, Paragraph)), None)
                if paragraph is not None:
                    solid = cell.bottom.kind in _SOLID
                    yield side, Underline("border", cell.width or width, solid, paragraph)


_SOLID = frozenset({"single", "thick", "double", "triple"})


def _in_paragraph(paragraph: Paragraph, width: Length, side: Side) -> Iterator[tuple[Side, Underline]]:
    for shape in paragraph.shapes:
        if isinstance(shape, DrawnLine) and shape.horizontal and shape.length >= _SHORTEST:
            yield _side(shape, width, side), Underline("shape", shape.length, shape.solid, paragraph)
    edge = paragraph.format.bottom
    if edge is not None:
        left = Length(width - paragraph.format.left - paragraph.format.right)
        yield side, Underline("border", left, edge.kind in _SOLID, paragraph)
    for line in lines_in(paragraph):
        found = typed(line)
        if found is not None and line.box is None:
            yield (line.side if line.side != "whole" else side), found


def _side(shape: DrawnLine, width: Length, side: Side) -> Side:
    """Return the side a shape is on; one that hangs on a paragraph of the whole width tells by its offset."""
    if side != "whole" or shape.left is None or not width:
        return side
    middle = shape.left + shape.length / 2
    return "left" if middle < width * 0.38 else "right" if middle > width * 0.57 else "whole"


def typed(line: Line) -> Underline | None:
    """Return the line that a row of underscores or dashes makes, None for a text."""
    if _WORD.search(line.raw) is not None:
        return None
    text = tidy(line.raw).replace(" ", "")
    if len(text) < _FEWEST_SIGNS or text.strip("_-–—*="):
        return None
    length = sum(width_mm(run.text.strip(), run.face.size * (_RAISED if run.face.raised else 1)) for run in line.runs)
    is_row = not text.strip("_")
    return Underline("underscores" if is_row else "dashes", mm(length), is_row, line.paragraph)


def underlined(line: Line | None) -> Iterator[Underline]:
    """Yield the underlining of the text itself, which is no drawn line."""
    if line is not None and line.faces and all(face.underline for face in line.faces):
        yield Underline("underlined", ZERO, True, line.paragraph)
