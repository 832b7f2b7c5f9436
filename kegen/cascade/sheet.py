"""A list of units as officers keep it, .csv or .xlsx, read into rows of text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.cells import even
from kegen.cascade.excel import Excel, Merge, read_excel
from kegen.cascade.headings import fields_in
from kegen.files import stored
from kegen.problem import Invalid, KegenError, Place, Problem, Severity
from kegen.yaml_text.text import decode_text

_LARGEST = 20 << 20
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = (";", ",", "\t", "|")
_AS_CSV = "hãy lưu bảng thành “CSV UTF-8 (*.csv)” rồi chạy lại"
FIRST_ROWS = 20
"""In so many rows the headings stand."""


class _Strict(csv.excel):
    """Text as Excel parts it, a blank before a quotation mark allowed; a mark in a wrong place is an error."""

    strict = True
    skipinitialspace = True


class SheetRow(NamedTuple):
    """One row: its number, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """The rows that say something, and how the file holds them."""

    file: str
    rows: tuple[SheetRow, ...]
    merged: tuple[Merge, ...] = ()
    is_text: bool = False
    """Whether signs in the text part its cells, so that one too many makes a row too long."""
    problems: tuple[Problem, ...] = ()


def read_sheet(path: Path) -> Sheet:
    """Return the rows that say something; raises KegenError, or Invalid with the place, where there is no table."""
    data = _bytes_of(path)
    if data.startswith(_OLD):
        raise KegenError(f"{path}: đây là bảng Excel kiểu cũ (.xls) hoặc có mật khẩu; {_AS_CSV}")
    if not data.startswith(_ZIP):
        return Sheet(str(path), _rows(enumerate(_of_text(data, path), 1)), is_text=True)
    book = read_excel(data, str(path), _has_names)
    return Sheet(str(path), _rows(book.rows), book.merged, problems=tuple(_other_sheets(book, path)))


def _rows(numbered: Iterable[tuple[int, Iterable[str]]]) -> tuple[SheetRow, ...]:
    rows = (SheetRow(number, tuple(map(even, row))) for number, row in numbered)
    return tuple(row for row in rows if any(row.cells))


def _has_names(rows: Iterable[Iterable[str]]) -> bool:
    """Whether a column of names of units begins in these rows."""
    return any("name" in fields_in(map(even, row)) for row in rows)


def _other_sheets(book: Excel, path: Path) -> Iterator[Problem]:
    if book.others:
        names = ", ".join(f"“{each}”" for each in book.others)
        message = f"chỉ trang tính “{book.title}” được dùng, còn {names} thì không; hãy gộp vào một trang nếu cần"
        yield Problem(Place(str(path)), "trang-khac", message, Severity.WARNING)


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


def _of_text(data: bytes, path: Path) -> Iterator[list[str]]:
    source = decode_text(data, str(path))
    if source.problems:
        raise Invalid(source.problems)
    lines = source.text.split("\n")
    first = lines[0].strip(' "').lower()
    skipped = 1 if first.startswith("sep=") else 0
    mark = first[4:5] if skipped and first[4:5] not in {"", '"', " "} else _mark(lines[skipped:])
    yield from ([""] for _ in range(skipped))
    yield from _split(lines[skipped:], mark, path, skipped)


def _split(lines: list[str], mark: str, path: Path, skipped: int) -> Iterator[list[str]]:
    """Yield the rows of cells; raises KegenError at a quotation mark that would swallow what comes after it."""
    reader = csv.reader((f"{line}\n" for line in lines), _Strict, delimiter=mark)
    line = 0
    try:
        for row in reader:
            line = reader.line_num
            yield row
    except csv.Error:
        place = f"{path}:{skipped + line + 1}"
        raise KegenError(f"{place}: bảng CSV có dấu ngoặc kép chưa đóng; hãy mở bằng Excel, sửa rồi lưu lại") from None


def _mark(lines: list[str]) -> str:
    """Return the sign between cells: what parts a row into the most known headings, else what a line has most of."""
    known = {mark: _known_headings(lines, mark) for mark in _MARKS}
    most = max(known.values())
    best = [mark for mark in _MARKS if known[mark] == most]
    return max(best, key=lambda mark: max(line.count(mark) for line in lines[:FIRST_ROWS]))


def _known_headings(lines: list[str], mark: str) -> int:
    """Return how many fields a row of headings names, if that sign parts it."""
    most = 0
    try:
        for row in islice(csv.reader((f"{line}\n" for line in lines), _Strict, delimiter=mark), FIRST_ROWS):
            fields = fields_in(map(even, row))
            most = max(most, len(fields) if "name" in fields else 0)
    except csv.Error:
        pass  # what is wrong is told when all of it is read
    return most
