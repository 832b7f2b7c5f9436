"""A list of units as officers keep it, .csv or .xlsx: rows of text, and columns found by their headings."""

from __future__ import annotations

import csv
import datetime as dt
import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from kegen.extras import extra
from kegen.files import stored
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.vietnamese import fold, nearest
from kegen.yaml_text.text import decode_text

_LARGEST = 20 << 20
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = (";", ",", "\t")
_AS_CSV = "hãy lưu bảng thành “CSV UTF-8 (*.csv)” rồi chạy lại"
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


class SheetRow(NamedTuple):
    """One row: its number, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


def read_sheet(path: Path) -> tuple[SheetRow, ...]:
    """Return the rows that say something; raises KegenError, or Invalid with the place, where there is no table."""
    data = _bytes_of(path)
    if data.startswith(_OLD):
        raise KegenError(f"{path}: đây là bảng Excel kiểu cũ (.xls) hoặc có mật khẩu; {_AS_CSV}")
    cells = _of_excel(data, path) if data.startswith(_ZIP) else _of_text(data, path)
    rows = (
        SheetRow(number, tuple(" ".join(cell.split(" ")).strip() for cell in row))
        for number, row in enumerate(cells, 1)
    )
    return tuple(row for row in rows if any(row.cells))


def _bytes_of(path: Path) -> bytes:
    try:
        with stored(path).open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        raise KegenError(f"{path}: không có tệp này; hãy kiểm tra lại tên tệp ở --units") from None
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        why = f"mã lỗi {number}" if number else "tên tệp không hợp lệ"
        raise KegenError(f"{path}: không đọc được tệp này ({why}); hãy đóng chương trình đang mở tệp") from None
    if len(data) > _LARGEST:
        raise KegenError(f"{path}: tệp lớn hơn 20 MB nên không đọc; hãy xem có chọn nhầm tệp không")
    return data


def _of_text(data: bytes, path: Path) -> Iterator[Iterable[str]]:
    source = decode_text(data, str(path))
    if source.problems:
        raise Invalid(source.problems)
    lines = source.text.split("\n")
    mark = _mark(lines)
    skipped = 1 if lines[0].lower().startswith("sep=") else 0
    yield from ([""] for _ in range(skipped))
    try:
        yield from csv.reader((f"{line}\n" for line in lines[skipped:]), delimiter=mark)
    except csv.Error:
        raise KegenError(f"{path}: bảng CSV có dấu ngoặc kép chưa đóng; hãy mở bằng Excel, sửa rồi lưu lại") from None


def _mark(lines: list[str]) -> str:
    """Return the sign between cells: what the file says, else what its fullest first line has most of."""
    if lines[0].lower().startswith("sep="):
        return lines[0][4:5] or _MARKS[0]
    return max(_MARKS, key=lambda mark: max(line.count(mark) for line in lines[:20]))


def _of_excel(data: bytes, path: Path) -> Iterator[Iterable[str]]:
    with extra("sheets", "đọc bảng Excel"):
        import openpyxl  # noqa: PLC0415 - heavy, and not everyone has it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that do not concern the cells
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            rows = [[_text(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except Exception as error:  # noqa: BLE001 - what a broken file makes the library raise is not foreseeable
        raise KegenError(f"{path}: không đọc được bảng Excel này ({type(error).__name__}); {_AS_CSV}") from None
    yield from rows


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_FIELDS = {_key(name): field for field, names in _NAMES.items() for name in names.split(", ")}


class Columns(NamedTuple):
    """Where each field stands, and in which row the headings are."""

    row: int
    width: int
    at: dict[str, int]
    problems: tuple[Problem, ...]

    def beyond(self, row: SheetRow) -> str:
        """Return what stands in the row where no heading is, "" for nothing."""
        return next(filter(None, row.cells[self.width :]), "")

    def values(self, row: SheetRow) -> dict[str, str]:
        """Return what the row says of each field."""
        return {field: row.cells[index] for field, index in self.at.items() if index < len(row.cells)}


def find_columns(rows: tuple[SheetRow, ...], file: str) -> Columns:
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


def _problems(row: SheetRow, at: dict[str, int], file: str) -> Iterator[Problem]:
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
