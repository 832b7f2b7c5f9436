"""Boxes poured into a page: how much of them it holds, and where it breaks, by LibreOffice's rules."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from kegen.pages.boxes import Box, CellBox, Line, ParagraphBox, Placed, RowBox, TableBox
from kegen.pages.stacking import blank_between, stack

_FEWEST_LINES = 2
"""So many lines of a paragraph stand at the foot of a page, and at the top of the next, at least (`widowControl`)."""


class Room(NamedTuple):
    """What a page has left for text and for footnotes, in twips."""

    left: float
    separator: float = 0.0
    """What the line above the footnotes takes of it, 0 where that stands already."""
    in_cell: bool = False
    """Whether it is what is left of a cell: single lines may stand alone there."""

    def without(self, height: float, foot: float = 0.0) -> Room:
        """Return what is left below a box of that height, whose footnotes have the height `foot`."""
        if not foot:
            return self._replace(left=self.left - height)
        return self._replace(left=self.left - height - foot - self.separator, separator=0.0)


def pour(boxes: deque[Box], room: Room, *, at_top: bool) -> list[Placed]:
    """Take what the room holds from the boxes, and return where it stands; a page takes something of them, always.

    `at_top`: whether the page was begun by a break that nobody asked for. A cell may take nothing.
    """
    placed: list[Placed] = []
    top, above = 0.0, None
    while boxes and not (placed and _breaks_before(boxes[0])):
        blank = blank_between(above, boxes[0], at_top=at_top)
        head, rest = _taken(boxes[0], room.without(blank))
        if head is None and _give_back(placed, boxes):
            break
        if head is None:
            if placed or room.in_cell:
                break
            head, rest = _forced(boxes[0], room.without(blank))
        boxes.popleft()
        placed.append(Placed(top + blank, head))
        room, top, above = room.without(blank + head.height, head.foot), top + blank + head.height, head
        if rest is not None:
            boxes.appendleft(rest)
        if rest is not None or _ends_page(head):
            break
    return placed


def _breaks_before(box: Box) -> bool:
    return isinstance(box, ParagraphBox) and box.starts and box.format.page_break_before


def _ends_page(box: Box) -> bool:
    return isinstance(box, ParagraphBox) and box.lines[-1].ends_page


def _give_back(placed: list[Placed], boxes: deque[Box]) -> bool:
    """Take the boxes that stay with the next one off the page, and tell whether some of it is left.

    Where all boxes of a page stay with the next, that cannot be: they are left as they stand.
    """
    count = len(placed)
    while count and _keeps_next(placed[count - 1].box):
        count -= 1
    if not count:
        return False
    boxes.extendleft(each.box for each in reversed(placed[count:]))
    del placed[count:]
    return True


def _keeps_next(box: Box) -> bool:
    if isinstance(box, ParagraphBox):
        return box.format.keep_next and box.starts
    return box.starts and bool(box.rows) and box.rows[-1].keep_next


Taken = tuple[Box | None, Box | None]
"""What of a box stands on the page, and what is left for the next."""


def _taken(box: Box, room: Room) -> Taken:
    return _lines_taken(box, room) if isinstance(box, ParagraphBox) else _rows_taken(box, room)


def _forced(box: Box, room: Room) -> tuple[Box, Box | None]:
    """Return as much of a box as an empty page holds, whatever it asks for; one line or row at least."""
    if isinstance(box, ParagraphBox):
        return _split_lines(box, max(_fitting(box.lines, room), 1))
    if box.rows:
        head, rest = _split_in_row(box, 0, room)
        if head is not None:
            return head, rest
    return _split_rows(box, max(_fitting(box.rows, room.without(_fixed(box))), 1))


def _fitting(strips: Sequence[Line | RowBox], room: Room) -> int:
    """Return how many of the lines or rows the room holds."""
    for count, strip in enumerate(strips):
        room = room.without(strip.height, strip.foot)
        if room.left + strip.height - strip.least < 0:
            return count
        if isinstance(strip, Line) and strip.ends_page:
            return count + 1
    return len(strips)


def _lines_taken(box: ParagraphBox, room: Room) -> Taken:
    count, total = _fitting(box.lines, room), len(box.lines)
    if count == total:
        return box, None
    if count and box.lines[count - 1].ends_page:
        return _split_lines(box, count)
    if box.format.keep_lines or (box.format.keep_next and box.starts):
        return None, box
    together = _FEWEST_LINES if box.format.widow_control and not room.in_cell else 1
    count = min(count, total - together)
    fewest = together if box.starts else 1
    return _split_lines(box, count) if count >= fewest else (None, box)


def _split_lines(box: ParagraphBox, count: int) -> tuple[ParagraphBox, ParagraphBox | None]:
    if count >= len(box.lines):
        return box, None
    return box._replace(lines=box.lines[:count], ends=False), box._replace(lines=box.lines[count:], starts=False)


def _fixed(table: TableBox) -> float:
    """Return how high what a table has on every page is: its heading rows and its last border."""
    return sum(row.height for row in table.heads) + table.last_edge


def _rows_taken(table: TableBox, room: Room) -> Taken:
    left = room.without(_fixed(table))
    count = _fitting(table.rows, left)
    if count == len(table.rows):
        return table, None
    if table.rows[count].row.can_split:
        for row in table.rows[:count]:
            left = left.without(row.height, row.foot)
        head, rest = _split_in_row(table, count, left)
        if head is not None:
            return head, rest
    while count and table.rows[count - 1].keep_next:
        count -= 1
    return _split_rows(table, count) if count else (None, table)


def _split_rows(table: TableBox, count: int) -> tuple[TableBox, TableBox | None]:
    if count >= len(table.rows):
        return table, None
    return table._replace(rows=table.rows[:count]), table._replace(rows=table.rows[count:], starts=False)


def _split_in_row(table: TableBox, index: int, room: Room) -> tuple[TableBox | None, TableBox | None]:
    """Return a table broken inside one of its rows, None and None where that row cannot be broken there."""
    parts = _split_row(table.rows[index], room)
    if parts is None:
        return None, None
    head, rest = table.rows[:index] + parts[:1], parts[1:] + table.rows[index + 1 :]
    return table._replace(rows=head), table._replace(rows=rest, starts=False)


def _split_row(row: RowBox, room: Room) -> tuple[RowBox, RowBox] | None:
    """Return a row broken where the room ends, None where one of its cells would have nothing above the break."""
    heads, rests = [], []
    for cell in row.cells:
        boxes: deque[Box] = deque(placed.box for placed in cell.content)
        if not boxes:
            heads.append(cell)
            rests.append(cell)
            continue
        inner = room.without(cell.above + cell.below)._replace(in_cell=True)
        placed = pour(boxes, inner, at_top=False)
        if not placed:
            return None
        heads.append(_refilled(cell, [each.box for each in placed]))
        rests.append(_refilled(cell, list(boxes)))
    return (_row_of(row, heads), _row_of(row, rests)) if any(cell.content for cell in rests) else None


def _refilled(cell: CellBox, boxes: list[Box]) -> CellBox:
    content, height = stack(boxes)
    return cell._replace(content=content, height=height)


def _row_of(row: RowBox, cells: list[CellBox]) -> RowBox:
    height = max(cell.above + cell.height + cell.below for cell in cells)
    foot = sum(placed.box.foot for cell in cells for placed in cell.content)
    return row._replace(cells=tuple(cells), height=height, foot=foot)
