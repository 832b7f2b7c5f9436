"""A table as an Excel workbook, ready to print: A4 on its side, its heading on every page."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kegen.extras import extra
from kegen.font_widths import Face, wrap
from kegen.sheets.table import Column, Table, Tone

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Times New Roman"
_SIZE = 12
_LINE = 15.75
"""The height of a line of that size, as Excel has it."""
_TALLEST = 409
"""The tallest that Excel makes a row."""
_HEADING = 4
"""The row of the headings: title, note and an empty row stand above."""
_FILLS: dict[Tone, str] = {"good": "E2F0D9", "warning": "FFF2CC", "error": "F8CBAD"}
_GREY = "D9E2F3"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What the XML of a workbook cannot hold."""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


class _Formats(NamedTuple):
    """What cells look like."""

    title: Font
    note: Font
    heading: Font
    text: Font
    middle: Alignment
    centre: Alignment
    left: Alignment
    border: Border
    grey: PatternFill
    fills: dict[Tone, PatternFill]


def write_workbook(table: Table, date: str = "") -> bytes:
    """Return the table as .xlsx bytes, the same for the same table; `date` (`2026-06-03`) is when it was made.

    Raises KegenError where openpyxl is not installed.
    """
    with extra("sheets", "ghi tệp Excel"):
        import openpyxl.styles  # noqa: PLC0415 - heavy, and not everyone has it

    book = openpyxl.Workbook()
    made = datetime.fromisoformat(f"{date or '2000-01-01'}T00:00:00")
    book.properties.creator, book.properties.title, book.properties.created = "kegen", table.title, made
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", table.title)[:31].strip() or "kegen"
    formats = _formats(openpyxl.styles)
    _write_head(sheet, table, formats)
    for number, row in enumerate(table.rows):
        _write_row(sheet, _HEADING + 1 + number, row, table.tones[number] if table.tones else "", formats)
        sheet.row_dimensions[_HEADING + 1 + number].height = _height(table, row)
    _set_page(sheet, table)
    stream = BytesIO()
    book.save(stream)
    return _settled(stream.getvalue(), made)


def _formats(styles: ModuleType) -> _Formats:
    line = styles.Side("thin")
    return _Formats(
        title=styles.Font(_FONT, 14, bold=True),
        note=styles.Font(_FONT, 13, italic=True),
        heading=styles.Font(_FONT, _SIZE, bold=True),
        text=styles.Font(_FONT, _SIZE),
        middle=styles.Alignment("center", "center", wrap_text=True),
        centre=styles.Alignment("center", "top", wrap_text=True),
        left=styles.Alignment("left", "top", wrap_text=True),
        border=styles.Border(line, line, line, line),
        grey=styles.PatternFill("solid", fgColor=_GREY),
        fills={tone: styles.PatternFill("solid", fgColor=colour) for tone, colour in _FILLS.items()},
    )


def _write_head(sheet: Worksheet, table: Table, formats: _Formats) -> None:
    for number, (text, font) in enumerate(((table.title, formats.title), (table.note, formats.note)), 1):
        cell = _write(sheet, number, 1, text)
        cell.font, cell.alignment = font, formats.middle
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(table.columns))
    for place, column in enumerate(table.columns, 1):
        cell = _write(sheet, _HEADING, place, column.heading)
        cell.font, cell.border = formats.heading, formats.border
        cell.alignment, cell.fill = formats.middle, formats.grey
        sheet.column_dimensions[cell.column_letter].width = column.width
    sheet.row_dimensions[_HEADING].height = _height(table, tuple(each.heading for each in table.columns), "bold")


def _height(table: Table, row: tuple[str | int, ...], face: Face = "regular") -> float:
    """Return how tall the row is, in points, with every cell wrapped: not all programs work it out by themselves."""
    cells = zip(row, table.columns, strict=True)
    lines = max(sum(len(wrap(line, _room(each), _SIZE, face)) for line in str(v).split("\n")) for v, each in cells)
    return min(lines * _LINE + _LINE / 4, _TALLEST)


def _room(column: Column) -> float:
    """Return the millimetres that text has in the column: 7 pixels a letter, at 96 an inch, less its margins."""
    return column.width * 7 * 25.4 / 96 - 1


def _write_row(sheet: Worksheet, number: int, row: tuple[str | int, ...], tone: Tone, formats: _Formats) -> None:
    for place, value in enumerate(row, 1):
        cell = _write(sheet, number, place, value)
        cell.font, cell.border = formats.text, formats.border
        cell.alignment = formats.centre if isinstance(value, int) else formats.left
        if tone:
            cell.fill = formats.fills[tone]


def _write(sheet: Worksheet, row: int, column: int, value: str | int) -> Cell:
    """Write a value; text is text, and nothing in it is ever run."""
    cell = sheet.cell(row, column)
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = _FORBIDDEN.sub(" ", value)
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _set_page(sheet: Worksheet, table: Table) -> None:
    """Set how it scrolls and prints."""
    sheet.freeze_panes = f"A{_HEADING + 1}"
    last = sheet.cell(_HEADING + len(table.rows), len(table.columns)).coordinate
    sheet.auto_filter.ref = f"A{_HEADING}:{last}"
    sheet.print_title_rows = f"{_HEADING}:{_HEADING}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.6)
    sheet.oddFooter.center.text = "&P/&N"


def _settled(data: bytes, made: datetime) -> bytes:
    """Return the workbook without the time of its writing."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + made.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            new.writestr(ZipInfo(name, _FIRST_MOMENT), part, ZIP_DEFLATED)
    return stream.getvalue()
