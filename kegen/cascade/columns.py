"""Which column of a list of units holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.cascade.cells import UNSET, cell_name, fault_in, shown
from kegen.cascade.heading_rows import HeadingRows, Label, heading_rows, nameless
from kegen.cascade.headings import field_of, field_under, fields_in, hint_for, is_no_matter
from kegen.cascade.sheet import FIRST_ROWS, Sheet, SheetRow
from kegen.problem import KegenError, Place, Problem, Severity

_RUNNING_NUMBER = re.compile(r"\d+\.?")


class Columns(NamedTuple):
    """Where each field stands, and in which row the headings end."""

    row: int
    width: int
    """How many cells a row may have, 0 for any number."""
    at: dict[str, int]
    problems: tuple[Problem, ...]

    def beyond(self, row: SheetRow) -> str:
        """Return what stands in the row where no heading can be, "" for nothing."""
        return next(filter(None, row.cells[self.width :]), "") if self.width else ""

    def values(self, row: SheetRow) -> dict[str, str]:
        """Return what the row says of each field."""
        return {field: row.cells[index] for field, index in self.at.items() if index < len(row.cells)}

    def fault(self, row: SheetRow) -> str:
        """Return which cell that is needed cannot be used, and why; "" where all can."""
        for index in sorted(self.at.values()):
            if index < len(row.cells) and (why := fault_in(row.cells[index])):
                return f"ô {cell_name(index, row.number)}: {why}"
        return ""

    def says_nothing(self, row: SheetRow) -> bool:
        """Whether the row has nothing but formulas without a value where nobody looks."""
        return not any(self.values(row).values()) and all(cell.startswith(UNSET) for cell in row.cells if cell)


def find_columns(sheet: Sheet) -> Columns:
    """Return the columns by the first row with a column of names; raises KegenError where they are not to be known."""
    for index, row in enumerate(sheet.rows[:FIRST_ROWS]):
        if "name" in fields_in(row.cells):
            return _Finding(sheet, index, heading_rows(sheet, index)).columns()
    raise KegenError(
        f"{sheet.file}: không thấy cột tên đơn vị; dòng đầu bảng phải có các tên cột, ví dụ: "
        "Tên, Loại, Chức vụ, Người ký, Số, Ngày, Cơ quan"
    )


class _Finding:
    """The columns of a sheet being found by its headings."""

    def __init__(self, sheet: Sheet, index: int, headings: HeadingRows) -> None:
        self._sheet, self._paths = sheet, headings.paths
        self._place = Place(sheet.file, sheet.rows[index].number)
        self._end = sheet.rows[headings.last].number
        self._width = max(len(row.cells) for row in sheet.rows[headings.first : headings.last + 1])
        self._used = _first_texts(sheet.rows[headings.last + 1 :])
        self._at: dict[str, int] = {}
        self._titles: dict[str, str] = {}

    def columns(self) -> Columns:
        problems = [self._problem(words) for words in (*self._take_all(), *self._unread())]
        return Columns(self._end, self._width if self._sheet.is_text else 0, self._at, tuple(problems))

    def _take_all(self) -> Iterator[str]:
        """Note the column of each field; yield what is to be told of the others."""
        for column, path in enumerate(self._paths):
            if path and column == path[-1].first:
                yield from self._take(column, path)

    def _take(self, column: int, path: tuple[Label, ...]) -> Iterator[str]:
        *groups, label = (each.text for each in path)
        title = shown(": ".join((*groups, label)))
        field = field_under(label, groups)
        if field and field not in self._at:
            self._at[field], self._titles[field] = self._alone(path[-1], column), title
        elif field:
            first = self._titles[field]
            yield f"cột “{title}” cùng nghĩa với cột “{first}”; chỉ cột “{first}” được dùng"
        elif field_of(label):
            yield f"không rõ cột “{title}” là của ai, của văn bản nào nên không dùng; hãy ghi tên cột đủ ý"
        elif not is_no_matter(label):
            yield f"không hiểu cột “{title}” nên không dùng; {hint_for(label)}"

    def _alone(self, label: Label, column: int) -> int:
        """Return the one column in use under a heading; raises KegenError where there are several."""
        used = [each for each in range(label.first, label.last + 1) if each in self._used]
        if len(used) > 1:
            cells = ", ".join(self._used[each][0] for each in used[:2])
            raise KegenError(
                f"{self._place}: tên cột “{shown(label.text)}” trùm lên nhiều cột có chữ (ô {cells}); "
                "hãy ghi tên riêng cho từng cột, ví dụ: Chức vụ, Người ký"
            )
        return used[0] if used else column

    def _unread(self) -> Iterator[str]:
        """Yield what stands in columns without a heading."""
        width = self._width if self._sheet.is_text else 1 + max(self._used, default=-1)
        used = [self._used[each] for each in nameless(self._paths, width) if each in self._used]
        if used:
            more = f" (và {len(used) - 1} cột nữa như thế)" if used[1:] else ""
            yield f"ô {used[0][0]}, “{shown(used[0][1])}”, ở cột không có tên nên không dùng{more}; hãy ghi tên cột"

    def _problem(self, words: str) -> Problem:
        return Problem(self._place, "cot-la", words, Severity.WARNING)


def _first_texts(rows: tuple[SheetRow, ...]) -> dict[int, tuple[str, str]]:
    """Return for each column in use the first cell, by its name, that is more than a running number, and its text."""
    found: dict[int, tuple[str, str]] = {}
    for row in rows:
        for column, text in enumerate(row.cells):
            if text and column not in found and not _RUNNING_NUMBER.fullmatch(text):
                found[column] = (cell_name(column, row.number), text)
    return found
