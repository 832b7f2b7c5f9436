"""Names, dates, numbers and references stay on one line; what is none of them breaks as before."""

import time

import pytest

from kegen.plan.model import Note
from kegen.template.firm import firm, firm_title, firm_unit_name
from kegen.template.render import render

from .plans import with_text
from .reading import firm_texts_in, part, texts_in


def shown(text):
    return text.replace("\u00a0", "~").replace("\u2011", "=")


WHOLE = [
    "số~226=KL/TW",
    "số~09/2019/NĐ=CP",
    "số~05/2025/TT=VPCP",
    "số~……/KH=UBND",
    "ngày~31~tháng~3~năm~2026",
    "ngày~……~tháng~……~năm~2026",
    "10~tháng~12",
    "ngày~05/6",
    "ngày~31/3/2026",
    "tháng~6~năm~2026",
    "tháng~6/2026",
    "quý~III~năm~2026",
    "Quý~II/2026",
    "năm~2025~=~2026",
    "2021~=~2030",
    "2026=2030",
    "10~%",
    "≥~15~%",
    "10~=~15~%",
    "1,5~ngày",
    "02~lần",
    "02~lần/tháng",
    "3=5~ngày",
    "định kỳ~6~tháng",
    "Định kỳ~06~tháng",
    "buôn~Ea~Sar",
    "1.500.000~đồng",
    "0912~345~678",
    "Điều~5",
    "điểm~a~khoản~2~Điều~8",
    "khoản~2~Điều~8",
    "Mục~II",
    "Phụ~lục~I",
    "khóa~XV",
    "xã~Nhữ~Khê",
    "Phường~1",
    "phường~1~Bảo~Lộc",
    "xã~A~Lưới~1",
    "xã~Ea~H'leo",
    "xã~Ia~O",
    "phường~Văn~Miếu~=~Quốc~Tử~Giám",
    "đặc~khu~Phú~Quốc",
    "thành~phố~Hồ~Chí~Minh",
    "TP.~Hồ~Chí~Minh",
    "Bà~Rịa=Vũng~Tàu",
    "Ông~Nguyễn~Văn~A",
    "đồng~chí~Lê~Thị~B",
    "Ban~Bí~thư",
    "Bộ~Chính~trị",
    "Sở~Nội~vụ",
    "Văn~phòng~Chính~phủ",
    "Phòng~Văn~hóa~=~Xã~hội",
    "Việt~Nam",
    "thành~phố~Hải~Phòng",
    "Phòng~Văn~hóa~– Xã~hội",
]


@pytest.mark.parametrize("words", WHOLE)
def test_it_is_whole_wherever_it_stands(words):
    plain = words.replace("~", " ").replace("=", "-")
    for before, after in (("", ""), ("theo ", " của đơn vị"), ("(", ")"), ("tại ", ", "), ("- thuộc ", ";")):
        assert shown(firm(f"{before}{plain}{after}", 96, 14)) == f"{before}{words}{after}"


@pytest.mark.parametrize(
    "text",
    [
        "tổ chức thực hiện kịp thời các nhiệm vụ được giao trên địa bàn",
        "các xã, phường trực thuộc tỉnh",
        "Theo Kế hoạch này, Trưởng ban và các Phòng",
        "- Rà soát các cuộc họp định kỳ",
        "1. Mục đích",
        "a) Đối với các cơ quan",
        "một số nhiệm vụ của tỉnh và các sở, ngành",
        "trong năm và những năm tiếp theo",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "PHÁT TRIỂN KINH TẾ, VĂN HÓA XÃ HỘI",
        "Kế hoạch này có hiệu lực",
        "từ 01/7/2025",
        "trước 28/11 hằng năm",
        "các buôn làng và thôn bản",
    ],
)
def test_what_is_no_name_or_number_stays_as_it_is(text):
    assert firm(text, 96, 14) == text


def test_a_word_after_a_name_or_a_year_is_not_tied_to_it():
    assert shown(firm("năm 2026 và xã Nhữ Khê tổ chức", 96, 14)) == "năm~2026 và xã~Nhữ~Khê tổ chức"


def test_a_long_office_breaks_between_its_words_alone():
    offices = "của Thủ tướng Chính phủ, Hội đồng nhân dân và Ủy ban nhân dân xã"
    assert shown(firm(offices, 96, 14)) == "của Thủ~tướng Chính~phủ, Hội~đồng nhân~dân và Ủy~ban nhân~dân xã"


def test_in_a_title_an_office_is_whole():
    assert shown(firm_title("của Thủ tướng Chính phủ", 96, 14)) == "của Thủ~tướng~Chính~phủ"


@pytest.mark.parametrize(
    "office", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Phòng Kinh tế, Hạ tầng và Đô thị"]
)
def test_in_a_title_an_office_of_several_matters_is_whole_where_a_line_has_room(office):
    whole = office.replace(" ", "~")
    assert shown(firm_title(f"thực hiện tại {office} và các đơn vị", 96, 14)).endswith(f"tại {whole} và các đơn vị")
    assert whole not in shown(firm_title(f"thực hiện tại {office}", 30, 14))


def test_what_is_wider_than_its_cell_may_break_but_not_before_a_number():
    assert shown(firm("ngày 31 tháng 3 năm 2026", 24, 12)) == "ngày~31 tháng~3 năm~2026"
    assert shown(firm("xã Nhữ Khê", 10, 12)) == "xã Nhữ Khê"
    assert shown(firm("Ủy ban nhân dân xã Nhữ Khê", 33, 12)) == "Ủy~ban nhân~dân xã~Nhữ~Khê"
    assert firm("a-" * 200 + "a", 96, 14) == "a-" * 200 + "a"


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", "PHƯỜNG VĂN~MIẾU~=~QUỐC~TỬ~GIÁM"),
        ("UBND TỈNH TUYÊN QUANG", "UBND TỈNH TUYÊN~QUANG"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH AN GIANG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH AN~GIANG"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("PHÒNG VĂN HÓA - XÃ HỘI VÀ KINH TẾ", "PHÒNG VĂN HÓA - XÃ HỘI VÀ KINH TẾ"),
    ],
)
def test_in_capitals_the_name_of_a_unit_is_whole(line, whole):
    assert shown(firm_unit_name(line, 157, 13)) == whole


def test_a_text_keeps_its_length_and_its_notes_their_places():
    text = "- Theo Kết luận số 226-KL/TW ngày 11 tháng 12 năm 2025, xã Nhữ Khê tổ chức"
    draft = render(with_text(text, (Note(len("- Theo Kết luận số 226-KL/TW"), "Ban Bí thư"),)))
    assert texts_in(draft, "KH Đoạn")[-1] == text
    assert firm_texts_in(draft, "KH Đoạn")[-1].startswith("- Theo Kết~luận số~226=KL/TW ngày~11~tháng")
    assert len([e for e in part(draft).iter() if e.tag.endswith("}footnoteReference")]) == 1


@pytest.mark.parametrize("text", ["…", "1 ", "Ab ", "a-", "A'", "số ", "1/ - ", "điểm a ", "ngày …", "- "])
def test_a_long_text_takes_time_in_proportion(text):
    start = time.perf_counter()
    firm_title(text * (60_000 // len(text)), 96, 14)
    assert time.perf_counter() - start < 2
