"""The two places of a document where texts stand side by side: its head, and recipients beside the signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kegen.docx.lengths import points
from kegen.docx.model import Cell, Row, Table
from kegen.pdf.assembly import Assembly
from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine, in_rows
from kegen.pdf.paragraphs import Stretch
from kegen.vietnamese import fold

_HEAD_LINES = 14
_CENTRED = 6.0
_BESIDE = 0.8
_DASHES = ("-", "–", "+", "•", "*")
_LIST = 40.0
"""Recipients begin within this of their label."""
_RIGHT = 20.0
"""The middle of a signature lies at least this far to the right of the middle of the page."""


class Sides(NamedTuple):
    """Lines side by side, and the place between the two columns."""

    left: tuple[TextLine, ...]
    right: tuple[TextLine, ...]
    between: float


class _Columns:
    """Two columns that lines are put into one by one, as long as a blank strip stays between them."""

    def __init__(self, low: float, high: float) -> None:
        self.left: list[TextLine] = []
        self.right: list[TextLine] = []
        self._low, self._high = low, high

    def takes(self, line: TextLine) -> bool:
        """Put a line into its column; False where it is of neither."""
        if line.x1 <= self._high and line.middle < (self._low + self._high) / 2:
            self.left.append(line)
            self._low = max(self._low, line.x1)
        elif line.x0 >= self._low:
            self.put_right(line)
        else:
            return False
        return True

    def put_right(self, line: TextLine) -> None:
        """Put a line into the right column."""
        self.right.append(line)
        self._high = min(self._high, line.x0)

    def sides(self) -> Sides:
        """Return what stands in them."""
        return Sides(tuple(self.left), tuple(self.right), (self._low + self._high) / 2)


def head_sides(lines: Sequence[TextLine], frame: Frame) -> Sides | None:
    """Return the lines of the head, the first of the document, where they stand in two columns."""
    top = lines[:_HEAD_LINES]
    strip = next((found for index, each in enumerate(top) if (found := _strip(each, top[index + 1 :], frame))), None)
    if strip is None or not any(_is_of_head(each) for each in top):
        return None
    columns = _Columns(*strip)
    for line in lines[: 2 * _HEAD_LINES]:
        if abs(line.middle - frame.middle) < _CENTRED or not columns.takes(line):
            break
    sides = columns.sides()
    return sides if sides.left and sides.right else None


def _is_of_head(line: TextLine) -> bool:
    folded = fold(line.text)
    return folded.startswith(("cong-hoa-xa-hoi", "dang-cong-san")) or "doc-lap" in folded


def _strip(line: TextLine, others: Sequence[TextLine], frame: Frame) -> tuple[float, float] | None:
    """Return the blank between a line and one beside it, in the middle part of the page."""
    for other in others:
        if abs(other.y - line.y) < _BESIDE * line.size:
            one, two = sorted((line, other), key=lambda each: each.x0)
            if one.x1 < two.x0 and one.middle < frame.middle < two.middle:
                return one.x1, two.x0
    return None


def end_sides(lines: Sequence[TextLine], frames: dict[int, Frame]) -> tuple[int, int, Sides] | None:
    """Return the lines of recipients and signature, and where they begin and end among all; None where not found."""
    at = next((index for index, each in enumerate(lines) if _is_label(each, frames[each.page])), None)
    if at is None:
        return None
    label, frame = lines[at], frames[lines[at].page]
    start = at
    while start and _is_beside(lines[start - 1], label, frame):
        start -= 1
    columns = _Columns(label.x1, frame.right)
    for line in lines[start:at]:
        columns.put_right(line)
    end = at
    while (
        end < len(lines) and _is_of_end(lines[end], label, frame, frames[lines[end].page]) and columns.takes(lines[end])
    ):
        end += 1
    sides = columns.sides()
    return (start, end, sides) if sides.right and end > at else None


def _is_label(line: TextLine, frame: Frame) -> bool:
    folded = fold(line.text)
    return folded.rstrip(":.") == "noi-nhan" and line.x1 < frame.middle


def _is_beside(line: TextLine, label: TextLine, frame: Frame) -> bool:
    """Whether a line above the label is the first of the signature, which is set larger."""
    is_right = line.middle > frame.middle + _RIGHT and line.x0 > label.x1
    return is_right and line.page == label.page and label.y - line.y < 2 * line.size and line.text.isupper()


def _is_of_end(line: TextLine, label: TextLine, frame: Frame, own: Frame) -> bool:
    """Whether a line is a recipient or of the signature; `own` is the text area of its page, `frame` of the label's."""
    is_list = abs(line.x0 - label.x0) < _LIST and line.x1 < frame.middle + 2 * _RIGHT
    is_right = line.middle > frame.middle + _RIGHT and line.x0 > label.x0 + _LIST
    if line.page == label.page:
        return is_list or is_right
    is_next = line.page == label.page + 1 and own == frame
    return is_next and ((is_list and line.text.startswith((*_DASHES, "Lưu"))) or is_right)


def side_table(sides: Sides, assembly: Assembly) -> Table:
    """Return lines side by side as a table of two cells, as Word has them."""
    page = (*sides.left, *sides.right)[0].page
    frame = assembly.frames[page]
    cells = []
    for column, (lines, own) in enumerate(
        ((sides.left, Frame(frame.left, sides.between)), (sides.right, Frame(sides.between, frame.right)))
    ):
        blocks = tuple(assembly.paragraph(stretch, own) for stretch in _entries(in_rows(lines)))
        cells.append(Cell(blocks, column, 1, bordered=False, width=points(own.width)))
    widths = tuple(cell.width for cell in cells)
    return Table((Row(tuple(cells)),), bordered=False, section=assembly.section_of(page), grid=widths)


def _entries(lines: Sequence[TextLine]) -> list[Stretch]:
    """Return each line by itself, but the second lines of an entry of a list with its first."""
    groups: list[list[TextLine]] = []
    for line in lines:
        is_open = bool(groups) and groups[-1][0].text.startswith(_DASHES) and groups[-1][-1].text[-1:] not in ";."
        if is_open and not line.text.startswith(_DASHES) and not fold(line.text).startswith("luu"):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Stretch(tuple(group), (False,) * len(group)) for group in groups]
