"""A table as officers keep it, .csv or .xlsx: rows of text, numbered as a spreadsheet shows them."""

from __future__ import annotations

import csv
import datetime as dt
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from kegen.extras import extra
from kegen.problem import Invalid, KegenError
from kegen.source.text import decode_text

_LARGEST = 20 << 20
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = (";", ",", "\t")
_AS_CSV = "hãy lưu bảng thành “CSV UTF-8 (*.csv)” rồi chạy lại"


class Row(NamedTuple):
    """One row: its number, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


def read_sheet(path: Path) -> tuple[Row, ...]:
    """Return the rows that say something; raises KegenError, or Invalid with the place, where there is no table."""
    data = _bytes_of(path)
    if data.startswith(_OLD):
        raise KegenError(f"{path}: đây là bảng Excel kiểu cũ (.xls) hoặc có mật khẩu; {_AS_CSV}")
    cells = _of_excel(data, path) if data.startswith(_ZIP) else _of_text(data, path)
    rows = (
        Row(number, tuple(" ".join(cell.split(" ")).strip() for cell in row)) for number, row in enumerate(cells, 1)
    )
    return tuple(row for row in rows if any(row.cells))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise KegenError(f"{path}: tệp lớn hơn 20 MB nên không đọc; hãy xem có chọn nhầm tệp không")
        return path.read_bytes()
    except FileNotFoundError:
        raise KegenError(f"{path}: không có tệp này; hãy kiểm tra lại tên tệp ở --units") from None
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        why = f"mã lỗi {number}" if number else "tên tệp không hợp lệ"
        raise KegenError(f"{path}: không đọc được tệp này ({why}); hãy đóng chương trình đang mở tệp") from None


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


def _text(cell: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
