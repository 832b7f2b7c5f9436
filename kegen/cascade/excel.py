"""A workbook of Excel (.xlsx) read into rows of text: all rows, whatever the file says of its size."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from kegen.cascade.cells import UNSET
from kegen.extras import extra
from kegen.problem import KegenError

_LARGEST = 200 << 20
"""Bytes that all parts of a workbook may have."""
_MOST_CELLS = 10_000_000
_LAST_ROW = 1 << 20
"""The last row that Excel has."""
_FIRST_ROWS = 200
"""In so many rows of another sheet a table is looked for."""
_AS_CSV = "hãy lưu bảng thành “CSV UTF-8 (*.csv)” rồi chạy lại"
Rows = Iterable[list[str]]
Numbered = tuple[int, list[str]]


class Merge(NamedTuple):
    """Cells made one: rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Excel(NamedTuple):
    """The sheet that is used: its rows that say something, by number; cells that are one; other sheets with a table."""

    title: str
    rows: list[Numbered]
    merged: tuple[Merge, ...]
    others: tuple[str, ...]


class _Marks(NamedTuple):
    """What the library does not tell of a sheet that it reads row by row."""

    merged: tuple[Merge, ...]
    unset: Mapping[int, list[int]]
    """By number of the row, the columns of formulas whose value the file does not hold."""


def read_excel(data: bytes, file: str, has_table: Callable[[Rows], bool]) -> Excel:
    """Return the first sheet that is seen and has a table, else the first; raises KegenError where none can be read."""
    with extra("sheets", "đọc bảng Excel"):
        import openpyxl  # noqa: PLC0415 - heavy, and not everyone has it
    try:
        with warnings.catch_warnings(), ZipFile(BytesIO(data)) as archive:
            warnings.simplefilter("ignore")  # of features that do not concern the cells
            _check_size(archive)
            reader = openpyxl.reader.excel.ExcelReader(BytesIO(data), read_only=True, data_only=True)
            reader.read()
            parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
            chosen, others = _choose(reader.wb.worksheets, has_table)
            marks = _marks(openpyxl.xml.functions.iterparse(BytesIO(archive.read(parts[chosen.title]))))
            rows = _filled(_rows(_values(chosen), marks.unset), marks.merged)
            return Excel(chosen.title, rows, marks.merged, tuple(sheet.title for sheet in others))
    except KegenError as error:
        raise KegenError(f"{file}: {error}") from None
    except Exception as error:  # noqa: BLE001 - what a broken file makes the library raise is not foreseeable
        raise KegenError(f"{file}: không đọc được bảng Excel này ({type(error).__name__}); {_AS_CSV}") from None


def _check_size(archive: ZipFile) -> None:
    if sum(part.file_size for part in archive.infolist()) > _LARGEST:
        raise KegenError(f"bảng Excel này mở ra lớn hơn 200 MB nên không đọc; {_AS_CSV}")


def _choose(sheets: list[Any], has_table: Callable[[Rows], bool]) -> tuple[Any, list[Any]]:
    """Return the sheet to read, and the others that could be."""
    for sheet in sheets:
        sheet.reset_dimensions()  # a hint, which other programs write wrong
    seen = [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
    tables = [sheet for sheet in seen if has_table(map(_texts, islice(_values(sheet), _FIRST_ROWS)))]
    chosen, *others = tables or seen[:1]
    return chosen, others


def _values(sheet: Any) -> Iterator[tuple[object, ...]]:  # noqa: ANN401 - the library has no types
    found: Iterator[tuple[object, ...]] = sheet.iter_rows(max_row=_LAST_ROW, values_only=True)
    return found


def _rows(values: Iterable[tuple[object, ...]], unset: Mapping[int, list[int]]) -> list[Numbered]:
    """Return the rows that say something, formulas without a value marked."""
    rows: list[Numbered] = []
    count = 0
    for number, row in enumerate(values, 1):
        count += len(row)
        _check_count(count)
        if number not in unset and not any(row):
            continue
        texts = _texts(row)
        for column in unset.get(number, ()):
            texts[column] = texts[column] or UNSET
        rows.append((number, texts))
    return rows


def _check_count(cells: int) -> None:
    if cells > _MOST_CELLS:
        raise KegenError(f"bảng Excel này có hơn 10 triệu ô nên không đọc; {_AS_CSV}")


def _texts(row: Iterable[object]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _filled(rows: list[Numbered], merged: Iterable[Merge]) -> list[Numbered]:
    """Return the rows, with what stands in a cell that is merged over several of them in each."""
    last_rows = {(each.top, each.left): each.bottom for each in merged if each.bottom > each.top}
    open_cells: dict[int, tuple[int, str]] = {}
    count = 0
    for number, row in rows:
        open_cells = {column: cell for column, cell in open_cells.items() if cell[0] >= number}
        count += len(open_cells)
        _check_count(count)
        for column, (_, text) in open_cells.items():
            row.extend([""] * (column + 1 - len(row)))
            row[column] = row[column] or text
        for column, text in enumerate(row):
            if text and (bottom := last_rows.get((number, column))):
                open_cells[column] = (bottom, text)
    return rows


def _marks(parsed: Iterable[tuple[str, Element]]) -> _Marks:
    """Return what is merged and what has no value; raises ValueError where rows or cells are out of order."""
    merged: list[Merge] = []
    unset: dict[int, list[int]] = {}
    number = 0
    for _, element in parsed:
        kind = element.tag.rpartition("}")[2]
        if kind == "mergeCell":
            merged.append(_merge(element.get("ref", "")))
        elif kind == "row":
            number = _next(element.get("r", ""), number)
            if columns := _unset_in(element):
                unset[number] = columns
            element.clear()
    return _Marks(tuple(merged), unset)


def _unset_in(row: Element) -> list[int]:
    """Return the columns of the formulas whose value the file does not hold; an empty text is a value."""
    found = []
    column = 0
    for cell in row.iterfind("{*}c"):
        column = _next(cell.get("r", "").rstrip("0123456789"), column)
        has_formula = cell.find("{*}f") is not None
        if has_formula and not cell.findtext("{*}v") and cell.get("t") != "str":
            found.append(column - 1)
    return found


def _next(given: str, last: int) -> int:
    """Return the number of a row or column, from 1: the one given, in digits or letters, else the next."""
    number = (int(given) if given.isdigit() else _column(given)) if given else last + 1
    if not last < number <= _LAST_ROW:
        raise ValueError("rows or cells out of order or beyond the last, of which the library would drop some")
    return number


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _merge(reference: str) -> Merge:
    """Return the cells that a reference like `A1:B2` names."""
    found = re.fullmatch(r"([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})", reference.replace("$", ""))
    if found is None:
        return Merge(0, 0, 0, 0)
    return Merge(int(found[2]), _column(found[1]) - 1, int(found[4]), _column(found[3]) - 1)
