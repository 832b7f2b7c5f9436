"""The rows of headings of a list of units: one, or several with the names of whole groups above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.cascade.headings import field_of, fields_in, is_of_somebody_else
from kegen.cascade.sheet import Sheet

_NUMBERING = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})\)?")
"""A cell of the row that numbers the columns: (1), (2), or A, B."""
_MOST = 4
"""In so many rows headings stand, one group above another."""


class Label(NamedTuple):
    """A heading, and the first and last column that it is of."""

    text: str
    first: int
    last: int

    @property
    def wide(self) -> bool:
        """Whether it is of more than one column."""
        return self.last > self.first

    def covers(self, column: int) -> bool:
        """Whether the column is one of its own."""
        return self.first <= column <= self.last


class HeadingRows(NamedTuple):
    """Where headings stand, by index among the rows of a sheet, and what they say of each column."""

    first: int
    last: int
    paths: tuple[tuple[Label, ...], ...]
    """For each column its heading, after those of the groups that it is in."""


def heading_rows(sheet: Sheet, index: int) -> HeadingRows:
    """Return the headings around the row that has a column of names; a row of column numbers below goes with them."""
    names = [field_of(cell) for cell in sheet.rows[index].cells].index("name")
    first = last = index
    while last - index < _MOST and last + 1 < len(sheet.rows) and _goes_below(sheet, last + 1, names):
        last += 1
    while index - first < _MOST and first and _goes_above(sheet, first - 1, names):
        first -= 1
    paths = _paths([_labels(sheet, at, is_last=at == last) for at in range(first, last + 1)])
    return HeadingRows(first, last + _is_numbering(sheet, last + 1, names), paths)


def _cell(sheet: Sheet, at: int, column: int) -> str:
    cells = sheet.rows[at].cells if at < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else ""


def _labels(sheet: Sheet, at: int, *, is_last: bool = False) -> list[Label]:
    """Return the headings of a row; without merged cells one goes on over empty cells that have headings below."""
    row = sheet.rows[at]
    wide = {each.left: each.right for each in sheet.merged if each.top == row.number and each.right > each.left}
    starts = [column for column, text in enumerate(row.cells) if text]
    labels = []
    for start, following in zip(starts, [*starts[1:], _width(sheet, at)], strict=True):
        last = min(wide.get(start, start), following - 1) if wide or is_last else start
        if not wide and not is_last and _cell(sheet, at + 1, start):
            while last + 1 < following and _cell(sheet, at + 1, last + 1):
                last += 1
        labels.append(Label(row.cells[start], start, max(start, last)))
    return labels


def _width(sheet: Sheet, at: int) -> int:
    """Return how many columns the headings from that row may be of."""
    ends = [each.right + 1 for each in sheet.merged if each.top == sheet.rows[at].number]
    return max([len(row.cells) for row in sheet.rows[at : at + 2]] + ends)


def _goes_below(sheet: Sheet, at: int, names: int) -> bool:
    """Whether a row has headings too, under groups of the row above it; one with the name of a unit never has."""
    cells = sheet.rows[at].cells
    name = _cell(sheet, at, names)
    if name and not field_of(name):
        return False
    groups = [label for label in _labels(sheet, at - 1) if label.wide]
    is_under = all(any(each.covers(column) for each in groups) for column, text in enumerate(cells) if text)
    return bool(fields_in(cells)) or (is_under and any(field_of(each.text) for each in groups))


def _goes_above(sheet: Sheet, at: int, names: int) -> bool:
    """Whether a row has headings too: of columns that have none below it, or of whole groups."""
    if sheet.rows[at].number + 1 != sheet.rows[at + 1].number:
        return False
    merged = {each.left for each in sheet.merged if each.top == sheet.rows[at].number}
    for label in _labels(sheet, at):
        if field_of(label.text) and (label.wide or not _cell(sheet, at + 1, label.first)):
            return True
        is_group = label.first in merged or is_of_somebody_else(label.text)
        if label.wide and not label.covers(names) and is_group:
            return True
    return False


def _paths(rows: list[list[Label]]) -> tuple[tuple[Label, ...], ...]:
    """Return for each column the headings from the top; above its own only those of groups count."""
    columns = 1 + max(label.last for labels in rows for label in labels)
    found: list[list[Label]] = [[] for _ in range(columns)]
    for labels in rows:
        for label in labels:
            for column in range(label.first, label.last + 1):
                path = [each for each in found[column] if each.wide and each.text != label.text]
                found[column] = [*path, label]
    return tuple(map(tuple, found))


def _is_numbering(sheet: Sheet, at: int, names: int) -> bool:
    cells = filter(None, sheet.rows[at].cells) if at < len(sheet.rows) else iter(())
    return bool(_cell(sheet, at, names)) and all(map(_NUMBERING.fullmatch, cells))


def nameless(paths: tuple[tuple[Label, ...], ...], width: int) -> Iterator[int]:
    """Yield the columns without a heading."""
    yield from (column for column in range(width) if column >= len(paths) or not paths[column])
