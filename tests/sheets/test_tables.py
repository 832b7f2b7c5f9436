"""A table written as a workbook and as text: nothing in it runs, and all of it is read back."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kegen.extras import extra
from kegen.problem import KegenError
from kegen.sheets.table import Column, Table, write_comma
from kegen.sheets.workbook import write_workbook

RUN = [
    "=1+1",
    "+84",
    "-5",
    "@SUM(A1)",
    "\tx",
    "\r=1",
    "\n=1",
    " =1",
    "\x0c=1",
    "\u200b=1",
    '=HYPERLINK("http://a")',
    "＝1",
    "=cmd|' /C calc'!A0",
]
FORMULA = re.compile(r"\s*[=+\-@]")


def table_of(*rows, tones=()):
    return Table("BẢNG THỬ", "(ghi chú)", (Column("TT", 5), Column("Nhiệm vụ", 40)), rows, tones)


def sheet_of(table):
    return openpyxl.load_workbook(io.BytesIO(write_workbook(table))).active


def lines_of(table):
    return list(csv.reader(io.StringIO(write_comma(table).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_is_text_in_a_workbook(text):
    data = write_workbook(table_of((1, text)))
    cell = openpyxl.load_workbook(io.BytesIO(data)).active.cell(5, 2)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value.strip() == text.strip()
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_headings_title_and_note_are_text_too():
    table = Table("=1+1", "=2+2", (Column("=3+3", 9),), ())
    sheet = sheet_of(table)
    assert [sheet.cell(row, 1).data_type for row in (1, 2, 4)] == ["s", "s", "s"]
    assert lines_of(table) == [["'=3+3"]]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_in_a_text_sheet(text):
    assert lines_of(table_of((1, text)))[1] == ["1", f"'{text}"]


@given(
    st.lists(st.tuples(st.integers(0, 999), st.text(st.characters(codec="utf-8", exclude_characters="\0"))), max_size=5)
)
def test_a_text_sheet_says_what_the_table_says_and_runs_nothing(rows):
    found = lines_of(table_of(*rows))[1:]
    assert [[row[0], row[1].removeprefix("'")] for row in found] == [[str(n), t.removeprefix("'")] for n, t in rows]
    assert not any(FORMULA.match(cell) for row in found for cell in row)


@pytest.mark.heavy
@settings(deadline=None)
@given(st.text())
def test_a_workbook_takes_any_text(text):
    cell = sheet_of(table_of((1, text))).cell(5, 2)
    assert cell.data_type in {"s", "n"}, "text, or nothing at all"
    assert cell.value is None or isinstance(cell.value, str)


def test_excel_knows_a_text_sheet_to_be_vietnamese():
    data = write_comma(table_of((1, "Lề lối, “làm việc”")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'TT,Nhiệm vụ\r\n1,"Lề lối, “làm việc”"\r\n'


def test_a_workbook_reads_and_prints_well():
    sheet = sheet_of(table_of((1, "a"), (2, "b")))
    assert [sheet.cell(1, 1).value, sheet.cell(2, 1).value] == ["BẢNG THỬ", "(ghi chú)"]
    assert sheet.cell(4, 2).value == "Nhiệm vụ"
    assert sheet.cell(4, 2).font.bold
    assert {sheet.cell(row, 2).font.name for row in (4, 5, 6)} == {"Times New Roman"}
    assert sheet.cell(5, 2).alignment.wrap_text
    assert sheet.column_dimensions["B"].width == 40
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_is_as_tall_as_its_longest_cell():
    sheet = sheet_of(table_of((1, "ngắn"), (2, "một nhiệm vụ dài " * 20), (3, "hai\ndòng")))
    low, high, two = (sheet.row_dimensions[row].height for row in (5, 6, 7))
    assert low < two < high < 409


def test_a_row_is_marked_as_its_tone_says():
    sheet = sheet_of(table_of((1, "a"), (2, "b"), tones=("", "error")))
    assert [sheet.cell(row, 1).fill.fill_type for row in (5, 6)] == [None, "solid"]


def test_the_same_table_is_the_same_workbook(monkeypatch):
    table = table_of((1, "a"))
    first = write_workbook(table, "2026-06-03")
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert write_workbook(table, "2026-06-03") == first
    parts = zipfile.ZipFile(io.BytesIO(first))
    assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert parts.read("docProps/core.xml").count(b"2026-06-03T00:00:00Z") == 2


def test_a_title_that_no_sheet_can_have_as_its_name_is_mended():
    table = table_of()._replace(title="Kế hoạch [số 1/KH: *]?" + "x" * 40)
    assert len(sheet_of(table).title) <= 31


def test_a_library_that_is_missing_is_told_with_how_to_get_it():
    with pytest.raises(KegenError, match=r'pip install "kegen\[sheets\]"'), extra("sheets", "ghi tệp Excel"):
        import thu_vien_khong_co  # noqa: F401
