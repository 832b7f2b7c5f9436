"""Lists of units as officers keep them: any sheet, any heading, wrong rows told with their number."""

import datetime as dt
import time
import unicodedata

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.cascade.listing import list_units
from kegen.cascade.sheet import read_sheet
from kegen.problem import Invalid, KegenError

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
    found = listed("Tên;Tỉnh\nNhữ Khê;Tỉnh Tuyên Quang\nLâm Bình;Bắc Ninh\nSơn Dương;T.P. Tuyên Quang\n")
    assert [(each.name) for each in found.units] == ["Nhữ Khê", "Sơn Dương"]
    assert "kế hoạch cấp trên là của tỉnh Tuyên Quang" in told(found)[0][2]


@pytest.mark.parametrize("row", ["Nhữ Khê;phường", "Đặc khu Nhữ Khê;"])
def test_a_kind_that_the_unit_never_had_is_told_and_nothing_drafted_for_it(row, listed):
    found = listed(f"{HEAD}{row}\nLâm Bình;xã\n")
    assert [each.title for each in found.units] == ["xã Lâm Bình"]
    assert [(line, name) for line, name, _ in told(found)] == [(2, "dong-sai")]
    assert "Nhữ Khê là xã" in told(found)[0][2]


OFFICES = '"Phòng A (A): đầu mối, tuyên truyền; Phòng B; Phòng C, D"'


@pytest.mark.parametrize(
    "text",
    [
        f"Tên,Người ký,Cơ quan\nNhữ Khê,Giang,{OFFICES.replace(', D', '')}\n",
        "Tên;Người ký;Cơ quan\nNhữ Khê;Giang;Phòng A: đầu mối, tài chính\n",
        "DANH SÁCH XÃ; PHƯỜNG; ĐẶC KHU\nTên,Người ký\nNhữ Khê,Giang\n",
        "DANH SÁCH XÃ, PHƯỜNG, ĐẶC KHU\nTên;Người ký\nNhữ Khê;Giang\n",
        "Tên|Người ký\nNhữ Khê|Giang\n",
        '"sep=|"\nTên|Người ký\nNhữ Khê|Giang\n',
        "SEP=\t\nTên\tNgười ký\nNhữ Khê\tGiang\n",
        "sep=\nTên,Người ký\nNhữ Khê,Giang\n",
        "Tên đơn vị (xã, phường, đặc khu);Người ký\nNhữ Khê;Giang\n",
        'Tên,"Ngày (ngày, tháng; năm)",Người ký\nNhữ Khê,03/6/2026,Giang\n',
        'Tên, Người ký\n"Nhữ Khê", "Giang"\n',
        "Tên;Người ký\n(1);(2)\nNhữ Khê;Giang\n",
    ],
)
def test_the_sign_between_cells_is_the_one_that_parts_the_headings(listed, text):
    found = listed(text)
    assert [(each.name, each.signer) for each in found.units] == [("Nhữ Khê", "Giang")]
    assert told(found) == []


@pytest.mark.parametrize("cell", ['"Giang', '"Giang"x'])
def test_a_quotation_mark_swallows_no_row(listed, cell):
    with pytest.raises(KegenError, match=r"ds\.csv:3: bảng CSV có dấu ngoặc kép chưa đóng"):
        listed(f'Tên;Người ký\nLâm Bình;A\nNhữ Khê;{cell}\nMinh Xuân;"B"\n')


def test_a_quotation_mark_at_the_end_of_a_name_is_told(listed):
    found = listed('Tên;Người ký\nNhữ Khê;Giang"\nMinh Xuân;"B"\n')
    assert [each.name for each in found.units] == ["Minh Xuân"]
    assert "dấu ngoặc kép lẻ" in told(found)[0][2]


def test_what_stands_in_a_column_without_a_heading_is_told(listed):
    found = listed("Tên;;Người ký;\nNhữ Khê;x;Giang;y\nLâm Bình;z;;\n")
    assert [each.name for each in found.units] == ["Nhữ Khê", "Lâm Bình"]
    ((line, _, message),) = told(found)
    assert (line, message.split(";")[0]) == (
        *(1, "ô B2, “x”, ở cột không có tên nên không dùng (và 1 cột nữa như thế)"),
    )


def test_running_numbers_need_no_heading(listed):
    assert told(listed(";Tên\n1;Nhữ Khê\n2.;Lâm Bình\n")) == []


@pytest.mark.parametrize("name", ["NGUYỄN VĂN ẨN", "Nguyễn Văn Ẩn"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_in_parts_are_made_one_before_their_case_is_set(listed, name, form):
    found = listed(unicodedata.normalize(form, f"TÊN;NGƯỜI KÝ\nNHỮ KHÊ;{name}\n"))
    assert [(each.name, each.signer) for each in found.units] == [("Nhữ Khê", "Nguyễn Văn Ẩn")]


def test_a_mark_that_no_letter_takes_up_does_not_end_a_word(listed):
    found = listed("Tên;Người ký\nNhữ Khê;TRẦN A\u0301\u0302N\nLâm Bình;Y K'BUÔR\n")
    assert [each.signer for each in found.units] == ["Trần Á\u0302n", "Y K'Buôr"]


@pytest.mark.parametrize("letter", ["Ð", "Ɖ"])
def test_letters_like_d_with_a_stroke_are_taken_for_it(listed, letter):
    (unit,) = listed(f"Tên;Người ký\nNà Hang;{letter}INH VĂN A\n").units
    assert unit.signer == "Đinh Văn A"
    assert [each.signer for each in listed("Tên;Người ký\nNà Hang;Trần ðức\n").units] == ["Trần đức"]


def test_letters_of_other_alphabets_are_taken_for_ours_or_told_with_their_code(listed):
    found = listed("Tên;Người ký\nNhữ Khê;Gi\u0436ng\nL\u00e2m B\u00ecnh;Gi\u0430ng\n")
    assert [(each.name, each.signer) for each in found.units] == [("Lâm Bình", "Giang")]
    assert "ô B2: “Gi\u0436ng” có chữ “\u0436” (mã U+0436)" in told(found)[0][2]


@pytest.mark.parametrize("marks", ["“”", "‘’", "«»", "””", "''", "„”"])
def test_quotation_marks_around_a_name_are_no_part_of_it(listed, marks):
    def quoted(text):
        return f"{marks[0]}{text}{marks[1]}"

    text = f"Tên;Người ký;Cơ quan\n{quoted('Nhữ Khê')};{quoted('GIANG A')};{quoted('Phòng A')} ({quoted('PA')})\n"
    (unit,) = listed(text).units
    assert (unit.name, unit.signer, unit.offices[0][:2]) == ("Nhữ Khê", "Giang A", ("Phòng A", "PA"))


@pytest.mark.parametrize("name", ["Y K’Buôr", "Y 'A' K'Buôr", "H’Hen Niê"])
def test_an_apostrophe_in_a_name_stays(listed, name):
    assert listed(f"Tên;Người ký\nNhữ Khê;{name}\n").units[0].signer == name


@pytest.mark.parametrize(
    ("signer", "words"),
    [
        ("CHỦ TỊCH", "là chức vụ"),
        ("Phó Chủ tịch", "là chức vụ"),
        ("KT. CHỦ TỊCH", "là chức vụ"),
        ("0", "không phải là họ tên"),
        ("“Giang", "dấu ngoặc kép lẻ"),
        ("#N/A", "ô B2: “#N/A” là lỗi của bảng tính"),
        ("#REF!", "là lỗi của bảng tính"),
        ("#####", "là lỗi của bảng tính"),
        ("Err:502", "là lỗi của bảng tính"),
        ("=UPPER(A2)", "ô B2: công thức chưa có giá trị, hãy mở bằng Excel và lưu lại"),
    ],
)
def test_what_is_no_name_of_a_person_is_told_and_not_drafted(listed, signer, words):
    found = listed(f"Tên;Người ký\nNhữ Khê;{signer}\nLâm Bình;Chu Tịch\n")
    assert [(each.name, each.signer) for each in found.units] == [("Lâm Bình", "Chu Tịch")]
    assert words in told(found)[0][2]


def test_a_number_that_an_exporter_wrote_as_a_formula_is_read(listed):
    assert listed('Tên;Số\nNhữ Khê;="05"\n').units[0].number == "05"
    assert listed('Tên;Số\nNhữ Khê;"=""05"""\n').units[0].number == "05"


ROW = "1;Nhữ Khê;xã;CHỦ TỊCH;A B;114;3/6/2026;C\n"
TWO_ROWS = [
    f"STT;Tên;Loại;Người ký;;Kế hoạch;;Cơ quan\n;;;Chức vụ;Họ tên;Số;Ngày;\n{ROW}",
    f";Đơn vị;;Người ký;;Kế hoạch;;\nTT;Tên;Loại;Chức vụ;Tên;Số;Ngày;Cơ quan\n{ROW}",
    f";Đơn vị;;Người ký;;Số;Ngày;Cơ quan\nTT;Tên;Loại;Chức vụ;Tên;;;\n{ROW}",
]


@pytest.mark.parametrize("text", TWO_ROWS)
def test_headings_in_two_rows_are_read_together(listed, text):
    found = listed(text)
    (unit,) = found.units
    assert told(found) == []
    assert (unit.title, unit.position, unit.signer, unit.number, unit.date) == (
        *("xã Nhữ Khê", "CHỦ TỊCH", "A B", "114", "03/6/2026"),
    )
    assert [each.name for each in unit.offices] == ["C"]


def test_the_name_of_somebody_else_is_not_drafted_as_the_signers(listed):
    found = listed(";Đơn vị;;Đầu mối liên hệ;\nSTT;Tên;Loại;Họ tên;Điện thoại\n1;Nhữ Khê;xã;A;0912\n")
    assert [each.signer for each in found.units] == [""]
    assert "không rõ cột “Đầu mối liên hệ: Họ tên”" in told(found)[0][2]


def test_a_row_above_the_headings_that_says_something_else_does_not_matter(listed):
    found = listed("Tỉnh;Tuyên Quang;\nTên;Người ký;Số\nNhữ Khê;Giang;5\n")
    assert [(each.signer, each.number) for each in found.units] == [("Giang", "5")]


def test_a_list_of_thousands_of_rows_is_read_in_time_that_grows_with_it(listed):
    rows = "".join(f"{number};Nhữ Khê;A;B\n{number};Lâm {number};;\n" for number in range(2000))
    started = time.monotonic()
    found = listed("STT;Tên;Người ký;Ghi chú\n" + rows)
    assert time.monotonic() - started < 3
    assert len(found.units) + len(found.problems) == 4000


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
        rows = read_sheet(file).rows
    except (KegenError, Invalid):
        return
    assert all(row.number and any(row.cells) for row in rows)
