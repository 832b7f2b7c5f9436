"""What the columns of a list of units are called, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.cascade.sheet import Row
from kegen.problem import KegenError, Place, Problem, Severity
from kegen.vietnamese import fold, nearest

_NAMES = {
    "name": "Tên, Tên đơn vị, Đơn vị, Tên xã, Xã phường, Name, Unit",
    "kind": "Loại, Loại đơn vị, Cấp, Kind, Level, Type",
    "province": "Tỉnh, Thành phố, Tỉnh thành phố, Province",
    "place": "Địa danh, Place",
    "position": "Chức vụ, Chức danh, Chức vụ người ký, Position",
    "signer": "Người ký, Họ tên, Họ và tên, Họ tên người ký, Tên người ký, Signer",
    "number": "Số, Số kế hoạch, Số văn bản, Number",
    "date": "Ngày, Ngày ban hành, Ngày ký, Ngày tháng, Date",
    "offices": "Cơ quan, Các cơ quan, Phòng ban, Cơ quan chuyên môn, Departments, Offices",
}
_NO_MATTER = {"", "stt", "tt", "so-tt", "so-thu-tu", "ghi-chu", "note", "notes", "ma", "ma-don-vi", "ma-xa", "code"}
_FIRST_ROWS = 20


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_FIELDS = {_key(name): field for field, names in _NAMES.items() for name in names.split(", ")}


class Columns(NamedTuple):
    """Where each field stands, and in which row the headings are."""

    row: int
    width: int
    at: dict[str, int]
    problems: tuple[Problem, ...]

    def beyond(self, row: Row) -> str:
        """Return what stands in the row where no heading is, "" for nothing."""
        return next(filter(None, row.cells[self.width :]), "")

    def values(self, row: Row) -> dict[str, str]:
        """Return what the row says of each field."""
        return {field: row.cells[index] for field, index in self.at.items() if index < len(row.cells)}


def find_columns(rows: tuple[Row, ...], file: str) -> Columns:
    """Return the columns by the first row with a column of names; raises KegenError where there is none."""
    for row in rows[:_FIRST_ROWS]:
        fields = [_FIELDS.get(_key(cell)) for cell in row.cells]
        if "name" in fields:
            at = {field: fields.index(field) for field in fields if field}
            return Columns(row.number, len(row.cells), at, tuple(_problems(row, at, file)))
    raise KegenError(
        f"{file}: không thấy cột tên đơn vị; dòng đầu bảng phải có các tên cột, ví dụ: "
        "Tên, Loại, Chức vụ, Người ký, Số, Ngày, Cơ quan"
    )


def _problems(row: Row, at: dict[str, int], file: str) -> Iterator[Problem]:
    for index, cell in enumerate(row.cells):
        field = _FIELDS.get(_key(cell))
        if field and at[field] != index:
            first = row.cells[at[field]]
            message = f"cột “{cell}” cùng nghĩa với cột “{first}”; chỉ cột “{first}” được dùng"
        elif field is None and _key(cell) not in _NO_MATTER:
            near = nearest(cell, [name for names in _NAMES.values() for name in names.split(", ")])
            hint = f"có phải là “{near}”?" if near else f"các cột dùng được: {', '.join(_known())}"
            message = f"không hiểu cột “{cell}” nên không dùng; {hint}"
        else:
            continue
        yield Problem(Place(file, row.number), "cot-la", message, Severity.WARNING)


def _known() -> list[str]:
    return [names.split(", ")[0] for names in _NAMES.values()]
