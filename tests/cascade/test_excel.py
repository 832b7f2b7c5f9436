"""Workbooks that other programs wrote: wrong sizes, merged cells, formulas without a value, several sheets."""

import datetime as dt
import io
import re
import time
import zipfile

import openpyxl
import pytest

from kegen.cascade.listing import list_units
from kegen.problem import KegenError

ROWS = [("Tên", "Người ký"), ("Nhữ Khê", "Giang"), ("Lâm Bình", "An"), ("Minh Xuân", "Tú")]
ALL = [("Nhữ Khê", "Giang"), ("Lâm Bình", "An"), ("Minh Xuân", "Tú")]


def book_of(rows, merged=(), first=(1, 1)):
    book = openpyxl.Workbook()
    for row, cells in enumerate(rows, first[0]):
        for column, value in enumerate(cells, first[1]):
            book.active.cell(row, column, value)
    for each in merged:
        book.active.merge_cells(each)
    return book


@pytest.fixture
def listed(folder, above):
    """Read a list from a workbook, the XML of its sheet changed by patterns."""

    def call(book, *edits):
        stream = io.BytesIO()
        book.save(stream)
        with zipfile.ZipFile(stream) as old, zipfile.ZipFile(folder / "ds.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    for pattern, to in edits:
                        assert re.search(pattern, data), pattern
                        data = re.sub(pattern, to, data)
                new.writestr(name, data)
        return list_units(folder / "ds.xlsx", above)

    return call


def drafted(found):
    return [(each.name, each.signer) for each in found.units]


def told(found):
    return [(each.place.line, each.message) for each in found.problems]


@pytest.mark.parametrize(
    "size",
    [b'<dimension ref="A1"/>', b'<dimension ref="A1:B2"/>', b'<dimension ref="A1:XFD1048576"/>', b""],
)
@pytest.mark.parametrize("first", [(1, 1), (7, 4)])
def test_every_row_is_read_whatever_the_file_says_of_its_size(listed, size, first):
    found = listed(book_of(ROWS, first=first), (b"<dimension[^>]*>", size))
    assert (drafted(found), told(found)) == (ALL, [])


def test_rows_and_cells_without_their_numbers_are_read(listed):
    found = listed(book_of(ROWS), (rb'(<(?:c|row)) r="\w+"', rb"\1"))
    assert (drafted(found), told(found)) == (ALL, [])


def test_a_row_far_below_is_read(listed):
    book = book_of(ROWS)
    book.active["A1048576"] = "Không Đâu"
    found = listed(book)
    assert drafted(found) == ALL
    assert told(found)[0][0] == 1048576


@pytest.mark.parametrize(
    "edit", [(b'<row r="3"', b'<row r="1"'), (b'r="B3"', b'r="A3"'), (b'<row r="4"', b'<row r="99999999999"')]
)
def test_rows_and_cells_out_of_order_are_refused_and_none_dropped(listed, edit):
    with pytest.raises(KegenError, match="không đọc được bảng Excel này"):
        listed(book_of(ROWS), edit)


UPPER = ("STT", "Tên", "Loại", "Người ký", None, "Kế hoạch", None, "Cơ quan")
LOWER = (None, None, None, "Chức vụ", "Họ tên", "Số", "Ngày", None)
UNIT = (1, "Nhữ Khê", "xã", "CHỦ TỊCH", "GIANG A", 114, dt.date(2026, 6, 3), "Phòng A")
MERGED = ("D1:E1", "F1:G1", "A1:A2", "B1:B2", "C1:C2", "H1:H2")


@pytest.mark.parametrize("merged", [MERGED, MERGED[:2], ()])
@pytest.mark.parametrize("more", [(), (("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"),)])
def test_headings_in_two_rows_are_read_together(listed, merged, more):
    found = listed(book_of([UPPER, LOWER, *more, UNIT], merged))
    (unit,) = found.units
    assert told(found) == []
    assert (unit.position, unit.signer, unit.number, unit.date) == ("CHỦ TỊCH", "Giang A", "114", "03/6/2026")
    assert [each.name for each in unit.offices] == ["Phòng A"]


def test_headings_in_three_rows_are_read_together(listed):
    top = ("DANH SÁCH", None, None, "Thông tin kế hoạch", None, None, None, None)
    book = book_of([top, UPPER, LOWER, UNIT], ("D1:G1", "D2:E2", "F2:G2", "B2:B3"))
    found = listed(book)
    assert (drafted(found), told(found)) == ([("Nhữ Khê", "Giang A")], [])


def test_a_title_over_the_whole_table_does_not_matter(listed):
    found = listed(book_of([("DANH SÁCH", None), ("Mẫu 1", "Năm 2026"), *ROWS], ("A1:B1",)))
    assert (drafted(found), told(found)) == (ALL, [])


@pytest.mark.parametrize("data", [("CHỦ TỊCH", "Giang A"), ("Giang A", "CHỦ TỊCH")])
def test_one_heading_over_two_columns_in_use_is_refused(listed, data):
    book = book_of([("Tên", "Người ký", None), ("Nhữ Khê", *data)], ("B1:C1",))
    with pytest.raises(KegenError, match=r"ds\.xlsx:1: tên cột “Người ký” trùm lên nhiều cột"):
        listed(book)


def test_one_heading_over_two_columns_of_which_one_is_in_use_is_read(listed):
    book = book_of([("Tên", "Người ký", None), ("Nhữ Khê", None, "Giang A")], ("B1:C1",))
    assert drafted(listed(book)) == [("Nhữ Khê", "Giang A")]


def test_groups_that_are_not_understood_are_told_and_no_position_is_taken_for_a_name(listed):
    rows = [("Tên", "Người ký", None), (None, "CV", "Quý danh"), ("Nhữ Khê", "CHỦ TỊCH", "Giang A")]
    found = listed(book_of(rows, ("B1:C1",)))
    assert drafted(found) == [("Nhữ Khê", "")]
    assert [message.split(";")[0] for _, message in told(found)] == [
        "không hiểu cột “Người ký: CV” nên không dùng",
        "không hiểu cột “Người ký: Quý danh” nên không dùng",
    ]


def test_a_cell_over_several_rows_counts_for_each(listed):
    rows = [("Tên", "Ngày"), ("Nhữ Khê", "3/6/2026"), ("Lâm Bình", None), ("Minh Xuân", None)]
    found = listed(book_of(rows, ("B2:B3",)))
    assert [(each.name, each.date) for each in found.units] == [
        *(("Nhữ Khê", "03/6/2026"), ("Lâm Bình", "03/6/2026"), ("Minh Xuân", "")),
    ]


@pytest.mark.parametrize("formula", ['=UPPER("giang")', '=HYPERLINK("http://x","GIANG")', "=B1"])
def test_a_formula_without_a_value_is_told_with_its_cell(listed, formula):
    found = listed(book_of([ROWS[0], ("Nhữ Khê", formula), ROWS[2]]))
    assert drafted(found) == [("Lâm Bình", "An")]
    words = "ô B2: công thức chưa có giá trị, hãy mở bằng Excel và lưu lại; đơn vị này chưa được soạn"
    assert told(found) == [(2, words)]


def test_a_name_of_a_unit_that_is_a_formula_without_a_value_is_told_with_its_cell(listed):
    found = listed(book_of([ROWS[0], ('=PROPER("NHỮ KHÊ")', None), ROWS[2]]))
    assert [message.partition(",")[0] for _, message in told(found)] == ["ô A2: công thức chưa có giá trị"]


@pytest.mark.parametrize(
    ("stored", "signer"),
    [(b'<c r="B2" t="str"><f>A1</f><v>Giang</v></c>', "Giang"), (b'<c r="B2" t="str"><f>A1</f><v></v></c>', "")],
)
def test_a_formula_with_its_value_is_read_also_where_that_is_empty(listed, stored, signer):
    found = listed(book_of([ROWS[0], ("Nhữ Khê", "=A1")]), (b'<c r="B2".*?</c>', stored))
    assert (drafted(found), told(found)) == ([("Nhữ Khê", signer)], [])


@pytest.mark.parametrize("code", ["#N/A", "#REF!", "#NAME?", "#DIV/0!"])
def test_a_value_that_is_an_error_is_told(listed, code):
    found = listed(book_of([ROWS[0], ("Nhữ Khê", code)]))
    assert drafted(found) == []
    assert f"ô B2: “{code}” là lỗi của bảng tính" in told(found)[0][1]


def test_formulas_where_nobody_looks_do_not_matter(listed):
    rows = [("STT", *ROWS[0]), ("=ROW()-1", *ROWS[1]), ("=ROW()-1", None, None)]
    found = listed(book_of(rows))
    assert (drafted(found), told(found)) == (ALL[:1], [])


def test_notes_beside_the_table_are_told_and_the_units_drafted(listed):
    found = listed(book_of([ROWS[0], (*ROWS[1], None, "đã gửi"), ROWS[2]]))
    assert drafted(found) == ALL[:2]
    assert "ô D2, “đã gửi”, ở cột không có tên nên không dùng" in told(found)[0][1]


def test_the_sheet_with_the_table_is_read_and_another_such_is_told(listed):
    book = book_of([("Trang bìa",)])
    for title in ("A", "B", "Ẩn"):
        book.create_sheet(title)
        for row in ROWS:
            book[title].append(row)
    book["Ẩn"].sheet_state = "hidden"
    found = listed(book)
    assert drafted(found) == ALL
    assert [message.split(";")[0] for _, message in told(found)] == ["chỉ trang tính “A” được dùng, còn “B” thì không"]


def test_a_workbook_of_one_table_says_nothing_of_its_other_sheets(listed):
    book = book_of(ROWS)
    book.create_sheet("Danh mục").append(["xã", "phường"])
    assert told(listed(book)) == []


@pytest.mark.heavy
def test_a_large_workbook_is_read_in_time_that_grows_with_it(listed):
    found = [("Tên", "Người ký"), *(("Nhữ Khê", f"Giang {number}") for number in range(5000))]
    book = book_of(found, (f"C{row}:C{row + 1}" for row in range(2, 1000, 2)))
    started = time.monotonic()
    assert len(listed(book).problems) == 4999
    assert time.monotonic() - started < 5


def test_a_table_of_too_many_cells_is_refused(listed, monkeypatch):
    monkeypatch.setattr("kegen.cascade.excel._MOST_CELLS", 7)
    with pytest.raises(KegenError, match="hơn 10 triệu ô"):
        listed(book_of(ROWS))
    monkeypatch.setattr("kegen.cascade.excel._LARGEST", 7)
    with pytest.raises(KegenError, match="lớn hơn 200 MB"):
        listed(book_of(ROWS))
