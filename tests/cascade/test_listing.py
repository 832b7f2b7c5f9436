"""Lists of units as officers keep them: any sheet, any heading, wrong rows told with their number."""

import datetime as dt

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.cascade.listing import list_units
from kegen.cascade.sheet import read_sheet
from kegen.problem import Invalid, KegenError, Severity

HEAD = "Tên;Loại;Chức vụ;Người ký;Số;Ngày;Cơ quan\n"


@pytest.fixture
def listed(folder, above):
    """Read a list from text or bytes."""

    def call(text, name="ds.csv"):
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).write_bytes(data)
        return list_units(folder / name, above)

    return call


def told(listed):
    return [(each.place.line, each.id, each.message) for each in listed.problems]


def test_a_row_says_what_is_known_of_its_unit(listed):
    offices = '"Phòng VH-XH (VHXH): đầu mối, tuyen-truyen; Công an xã"'
    row = f"Nhữ Khê;Xã;Phó Chủ tịch;NGUYỄN TRƯỜNG GIANG;114/KH-UBND;3/6/2026;{offices}"
    (unit,) = listed(HEAD + row).units
    assert unit.title == "xã Nhữ Khê"
    assert (unit.position, unit.signer, unit.number, unit.date) == (
        *("PHÓ CHỦ TỊCH", "Nguyễn Trường Giang", "114", "03/6/2026"),
    )
    assert [tuple(each) for each in unit.offices] == [
        ("Phòng VH-XH", "VHXH", ("dau-moi", "tuyen-truyen")),
        ("Công an xã", "", ()),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_csv_that_excel_writes_is_read(listed, encoding, mark, end):
    text = end.join(["STT;Tên đơn vị;Người ký", "1;Nhữ Khê;Giang", "2;Lâm Bình;"]).replace(";", mark)
    members = listed(text.encode(encoding)).units
    assert [(each.name, each.signer) for each in members] == [("Nhữ Khê", "Giang"), ("Lâm Bình", "")]


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nTên;Người ký\nNhữ Khê;Giang\n",
        "DANH SÁCH CÁC XÃ;\n;\nTên;Người ký\nNhữ Khê;Giang\n",
        "NAME,Signer\nNhữ Khê,Giang\n",
        "tên xã;HỌ VÀ TÊN\n;\nUBND xã Nhữ Khê; Giang \n\n",
        '"Tên";"Người ký"\n"Xã Nhữ Khê";"Giang"\n',
    ],
)
def test_headings_and_names_are_found_as_people_write_them(listed, text):
    (unit,) = listed(text).units
    assert (unit.title, unit.signer) == ("xã Nhữ Khê", "Giang")


def test_a_sheet_of_excel_is_read_with_its_dates_and_numbers(folder, above):
    book = openpyxl.Workbook()
    book.active.append(["Tên", "Số", "Ngày"])
    book.active.append(["Nhữ Khê", 114, dt.datetime(2026, 6, 3)])  # noqa: DTZ001 - as Excel has it
    book.active.append([None, None, None])
    book.active.append(["Nhữ Khe", 115.0, "4/6/2026"])
    book.save(folder / "ds.xlsx")
    listed = list_units(folder / "ds.xlsx", above)
    assert [(each.number, each.date) for each in listed.units] == [("114", "03/6/2026")]
    assert [(line, "có phải là Nhữ Khê?" in message) for line, _, message in told(listed)] == [(4, True)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Nhữ Khe;", "có phải là Nhữ Khê?"),
        ("Không Đâu Có;", "không có đơn vị “Không Đâu Có”"),
        ("Nhữ Khê;huyện", "hãy ghi xã, phường hoặc đặc khu"),
        ("Nhữ Khê;;;;abc;", "không phải là số của kế hoạch"),
        ("Nhữ Khê;;;;;31/2/2026", "tháng 2/2026 chỉ có 28 ngày"),
        ("Nhữ Khê;;;;;;Công an xã: đầu mồm", "có phải là dau-moi?"),
        ("Nhữ Khê;;;;;;(VHXH)", "không hiểu cơ quan"),
        ("Nhữ Khê;;;;;;Công an xã; Văn phòng", "“Văn phòng” ở ngoài các cột"),
        (";xã", "chưa có tên đơn vị"),
    ],
)
def test_a_wrong_row_is_told_with_its_number_and_the_others_go_on(listed, row, words):
    found = listed(f"{HEAD}Lâm Bình\n{row}\nMinh Xuân\n")
    ((line, _, message),) = told(found)
    assert line == 3
    assert words in message
    assert [each.name for each in found.units] == ["Lâm Bình", "Minh Xuân"]


def test_a_unit_that_stands_twice_is_told_with_its_first_row(listed):
    found = listed(HEAD + "Nhữ Khê;;;Giang\nLâm Bình\nXã Nhữ Khê;;;Khác\n")
    assert told(found) == [(4, "trung-dong", "xã Nhữ Khê đã có ở dòng 2; chỉ dòng 2 được dùng")]
    assert [each.signer for each in found.units] == ["Giang", ""]


def test_a_unit_of_another_province_is_told(listed):
    found = listed("Tên;Tỉnh\nNhữ Khê;Tỉnh Tuyên Quang\nLâm Bình;Bắc Ninh\n")
    assert [(each.name) for each in found.units] == ["Nhữ Khê"]
    assert "kế hoạch cấp trên là của tỉnh Tuyên Quang" in told(found)[0][2]


def test_a_kind_other_than_the_list_of_units_knows_is_kept_with_a_warning(listed):
    found = listed(HEAD + "Nhữ Khê;phường\n")
    assert [each.title for each in found.units] == ["phường Nhữ Khê"]
    assert [each.severity for each in found.problems] == [Severity.WARNING]


def test_a_column_that_is_not_understood_is_told(listed):
    found = listed("Tên;Chức vu;Màu cờ;Họ tên;Người ký;Ghi chú\nNhữ Khê;CHỦ TỊCH;đỏ;A;B;x\n")
    assert found.units[0].signer == "A"
    assert [each[2].split(";")[0] for each in told(found)] == [
        "không hiểu cột “Màu cờ” nên không dùng",
        "cột “Người ký” cùng nghĩa với cột “Họ tên”",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không thấy cột tên đơn vị"),
        ("Loại;Số\nxã;1\n".encode(), "không thấy cột tên đơn vị"),
        ("Tên\n".encode(), "chưa có đơn vị nào"),
        (b"\xd0\xcf\x11\xe0rest", "Excel kiểu cũ"),
        (b"PK\x03\x04rest", "không đọc được bảng Excel này"),
        ("Tên\n".encode() + b"Nh\xefu Kh\xea\n", "không phải mã Unicode"),
        ("Tên\nNhữ\x00 Khê\n".encode(), "ký tự"),
    ],
)
def test_a_file_that_is_no_list_is_told(listed, data, words):
    with pytest.raises(KegenError, match=words):
        listed(data)


def test_a_list_that_is_not_there_or_is_a_folder_is_told(folder, above):
    with pytest.raises(KegenError, match="không có tệp này"):
        list_units(folder / "x.csv", above)
    with pytest.raises(KegenError, match="không đọc được tệp này"):
        list_units(folder, above)


def test_a_library_for_sheets_that_is_missing_is_told(folder, above, monkeypatch):
    openpyxl.Workbook().save(folder / "ds.xlsx")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(KegenError, match=r"kegen\[sheets\]"):
        list_units(folder / "ds.xlsx", above)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_more_than_a_list_or_an_error_that_is_told(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(data)
    try:
        rows = read_sheet(file)
    except (KegenError, Invalid):
        return
    assert all(row.number and any(row.cells) for row in rows)
