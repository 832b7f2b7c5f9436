"""What becomes of a table when its columns are changed: the cells of every row go with their column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS
from kegen.problem import KegenError
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

ColumnText = Any
"""A column as a profile has it: its name, the code of what it says of tasks, or both and a width by their keys."""


def title_of_column(column: ColumnText) -> str:
    """Return what stands above the column."""
    record = as_record(column)
    usual = TASK_COLUMNS.get(str(record.get("field", "")))
    return str(record.get("title") or (usual.title if usual else ""))


def as_record(column: ColumnText) -> dict[str, Plain]:
    """Return the column by its keys."""
    if isinstance(column, dict):
        return column
    return {"field" if column in TASK_COLUMNS else "title": column}


def _as_short(record: dict[str, Plain]) -> Plain:
    """Return the column as its name or code alone, where that says it."""
    if len(record) == 1 and (text := record.get("field") or record.get("title")):
        return text if ("field" in record) == (text in TASK_COLUMNS) else record
    return record


def needs_rows(columns: Iterable[ColumnText]) -> bool:
    """Whether a table of the columns has no rows but those that are given: they say nothing of tasks."""
    return all(as_record(each).get("field", "stt") == "stt" for each in columns)


class Columns:
    """Makes the changes of the columns of one table, whose content is `table` and stands at `path`."""

    def __init__(self, table: object, path: Path) -> None:
        self._table: dict[str, Any] = table if isinstance(table, dict) else {}
        self._path: Path = (*path, "columns")
        typed = self._table.get("columns")
        self._is_typed = isinstance(typed, list) and bool(typed)
        self._columns: list[ColumnText] = list(typed if isinstance(typed, list) and typed else USUAL_COLUMNS)

    def add(self, value: Plain, at: int | None) -> list[Change]:
        """Return the changes that add a column, an empty cell in each row with it."""
        place = len(self._columns) if at is None else min(at, len(self._columns))
        columns: Change = Insert(self._path, place, value)
        if not self._is_typed:
            columns = Put(self._path, [*self._columns[:place], value, *self._columns[place:]])
        return [columns, *(each for row in self._rows() for each in self._cell_added(row, place))]

    def remove(self, at: int) -> list[Change]:
        """Return the changes that take a column out, and its cells."""
        self._check(at)
        if len(self._columns) == 1:
            raise KegenError("bảng chỉ còn một cột; hãy thêm cột khác trước, hoặc xóa cả bảng")
        columns: Change = Remove((*self._path, at))
        if not self._is_typed:
            columns = Put(self._path, [each for index, each in enumerate(self._columns) if index != at])
        return [columns, *(each for row in self._rows() for each in self._cell_removed(row, at))]

    def move(self, at: int, to: int) -> list[Change]:
        """Return the changes that move a column, and its cells."""
        self._check(at)
        self._check(to)
        if at == to:
            return []
        moved = [*self._columns]
        moved.insert(to, moved.pop(at))
        columns: Change = Move(self._path, at, to) if self._is_typed else Put(self._path, moved)
        return [columns, *(each for row in self._rows() for each in self._cell_moved(row, at, to))]

    def set(self, at: int, key: str, value: Plain) -> list[Change]:
        """Return the changes that give a column its title, its width or what it says of tasks; "" takes that away."""
        self._check(at)
        old = self._columns[at]
        record = {name: each for name, each in as_record(old).items() if name != key or value}
        record |= {key: value} if value else {}
        if not record.get("title") and not record.get("field"):
            raise KegenError("cột cần có tên hoặc dữ liệu; muốn bỏ cột thì bấm Xóa cột")
        if record == as_record(old):
            return []
        new = _as_short(record) if not isinstance(old, dict) else record
        renamed = self._cells_renamed(_name_of(old), _name_of(record))
        if not self._is_typed:
            return [Put(self._path, [*self._columns[:at], new, *self._columns[at + 1 :]]), *renamed]
        if isinstance(old, dict):
            place: Path = (*self._path, at, key)
            return [Put(place, value) if value else Remove(place), *renamed]
        return [Put((*self._path, at), new), *renamed]

    def _check(self, at: int) -> None:
        if at >= len(self._columns):
            raise KegenError("bảng không còn cột này; hãy tải lại trang rồi làm lại")

    def _rows(self) -> Iterator[tuple[Path, Any]]:
        """Yield the rows with their paths, those of the head first."""
        for key in ("heads", "rows"):
            rows = self._table.get(key)
            for index, row in enumerate(rows if isinstance(rows, list) else ()):
                yield (*self._path[:-1], key, index), row

    def _is_full(self, row: object) -> bool:
        """Whether the row has a cell of its own in every column."""
        return isinstance(row, list) and len(row) == len(self._columns)

    def _cell_added(self, row: tuple[Path, Any], at: int) -> Iterator[Change]:
        path, cells = row
        if self._is_full(cells):
            is_inside = path[-2] == "heads" and 0 < at < len(cells) and cells[at - 1] == cells[at]
            yield Insert(path, at, cells[at] if is_inside else "")
        elif spans := _spans_of(cells):
            cell, start = _cell_at(spans, at)
            if cell < len(spans) and start < at:
                yield Put((*path, "spans", cell), str(spans[cell] + 1))
            else:
                yield Insert((*path, "wide"), cell, "")
                yield Insert((*path, "spans"), cell, "1")

    def _cell_removed(self, row: tuple[Path, Any], at: int) -> Iterator[Change]:
        path, cells = row
        if self._is_full(cells):
            yield Remove((*path, at))
        elif spans := _spans_of(cells):
            cell, _ = _cell_at(spans, at)
            if cell < len(spans) and spans[cell] > 1:
                yield Put((*path, "spans", cell), str(spans[cell] - 1))
            elif cell < len(spans):
                yield Remove((*path, "wide", cell))
                yield Remove((*path, "spans", cell))
        elif (name := _name_of(self._columns[at])) in _own_cells(cells):
            yield Remove((*path, "cells", name))

    def _cell_moved(self, row: tuple[Path, Any], at: int, to: int) -> Iterator[Change]:
        path, cells = row
        if self._is_full(cells):
            yield Move(path, at, to)
        elif spans := _spans_of(cells):
            (one, _), (other, _) = _cell_at(spans, at), _cell_at(spans, to)
            if one == other:
                return
            if any(each > 1 for each in spans[min(one, other) : max(one, other) + 1]):
                place = int(path[-1]) + 1
                raise KegenError(
                    f"dòng {place} của bảng có ô gộp ở các cột này nên chưa chuyển được; hãy tách ô ấy trước"
                )
            yield Move((*path, "wide"), one, other)

    def _cells_renamed(self, old: str, new: str) -> list[Change]:
        """Return the changes by which the cells that rows of tasks have of their own go by the column's new name."""
        found: list[Change] = []
        for path, row in self._rows() if old != new else ():
            if old in _own_cells(row):
                found += [Put((*path, "cells", new), row["cells"][old]), Remove((*path, "cells", old))]
        return found


def _name_of(column: ColumnText) -> str:
    """Return the word by which rows of tasks name the column."""
    record = as_record(column)
    return str(record.get("field") or record.get("title") or "")


def _own_cells(row: object) -> dict[str, Plain]:
    cells = row.get("cells") if isinstance(row, dict) else None
    return cells if isinstance(cells, dict) else {}


def _spans_of(row: object) -> list[int]:
    """Return how many columns each cell of the row takes; nothing for a row of other kind, or one that is wrong."""
    spans = row.get("spans") if isinstance(row, dict) else None
    texts = [str(each) for each in spans] if isinstance(spans, list) else []
    return [int(each) for each in texts] if all(each.isdecimal() for each in texts) else []


def _cell_at(spans: list[int], at: int) -> tuple[int, int]:
    """Return which cell stands in the column, and the column in which it begins."""
    start = 0
    for cell, span in enumerate(spans):
        if at < start + span:
            return cell, start
        start += span
    return len(spans), start
