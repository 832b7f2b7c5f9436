"""The block at the top of page 1: names, sizes, lines."""

import pytest

from kegen.font_widths import width_mm, wrap
from kegen.template.render import render

from .plans import good_plan, replace
from .reading import W, firm_texts_in, part, texts_in

HCM = "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"


def with_header(**facts):
    plan = good_plan()
    return replace(plan, header=replace(plan.header, **facts))


def length_mm(draft, name):
    shapes = [e for e in part(draft).iter() if e.tag.endswith("}docPr") and e.get("name") == name]
    assert len(shapes) == 1
    frame = shapes[0].getparent()
    inner = [e for e in frame.iter() if e.tag.endswith("}ext") and e.get("cx")]
    outer = frame.find("{*}extent")
    assert {outer.get("cx")} == {e.get("cx") for e in inner}
    return int(outer.get("cx")) / 36000


def test_a_parent_stands_above_the_issuer():
    draft = render(with_header(parent="UBND TỈNH AN GIANG"))
    assert texts_in(draft, "KH Cơ quan chủ quản") == ["UBND TỈNH AN GIANG"]


def test_without_a_parent_there_is_no_empty_line_for_one():
    assert texts_in(render(good_plan()), "KH Cơ quan chủ quản") == []


def test_the_issuer_is_a_paragraph_a_line():
    assert texts_in(render(good_plan()), "KH Cơ quan ban hành") == ["ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "SỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"),
        ("PHƯỜNG TRƯƠNG QUANG TRỌNG", "PHƯỜNG\nTRƯƠNG QUANG TRỌNG"),
        ("PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT", "PHƯỜNG\nXUÂN HƯƠNG - ĐÀ LẠT"),
        ("TỈNH TUYÊN QUANG", "TỈNH TUYÊN QUANG"),
    ],
)
def test_a_long_name_is_broken_where_a_reader_expects_it(name, lines):
    draft = render(with_header(issuer=(name,)))
    assert texts_in(draft, "KH Cơ quan ban hành") == [lines]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "UBND\nTHÀNH PHỐ HỒ CHÍ MINH"),
        ("PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", "PHƯỜNG\nVĂN MIẾU - QUỐC TỬ GIÁM"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH"),
    ],
)
def test_small_letters_keep_a_longer_name_whole(name, lines):
    draft = render(with_header(issuer=(name,), place_and_date=HCM))
    assert texts_in(draft, "KH Cơ quan ban hành nhỏ") == [lines]


def test_a_name_too_long_in_large_letters_takes_the_small_header():
    draft = render(with_header(issuer=("PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM",)))
    assert texts_in(draft, "KH Cơ quan ban hành nhỏ") == ["PHƯỜNG\nVĂN MIẾU - QUỐC TỬ GIÁM"]


def test_a_short_date_line_takes_the_large_header():
    draft = render(good_plan())
    assert texts_in(draft, "KH Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert texts_in(draft, "KH Quốc hiệu nhỏ") == []
    assert texts_in(draft, "KH Địa danh ngày") == [good_plan().header.place_and_date]


def test_a_long_date_line_takes_the_small_header_throughout():
    draft = render(with_header(place_and_date=HCM, parent="UBND X"))
    for style in ("Quốc hiệu", "Tiêu ngữ", "Cơ quan chủ quản", "Cơ quan ban hành", "Địa danh ngày"):
        assert texts_in(draft, f"KH {style}") == []
        assert texts_in(draft, f"KH {style} nhỏ")
    assert texts_in(draft, "KH Số ký hiệu") == ["Số: 114/KH-UBND"]


def grid_spans(draft):
    table = next(part(draft).iter(f"{W}tbl"))
    row = list(table.iterfind(f"{W}tr"))[-1]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc")]
    return [1 if span is None else int(span.get(f"{W}val")) for span in spans]


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("Gia Kiệm, ngày 03 tháng 6 năm 2026", [3, 1]),
        ("Đông Hưng Thuận, ngày 03 tháng 6 năm 2026", [3, 1]),
        (HCM, [2, 2]),
        ("Phường Trương Quang Trọng, ngày 28 tháng 12 năm 2026", [1, 3]),
    ],
)
def test_a_date_line_too_long_even_when_small_takes_a_wider_cell(line, spans):
    assert grid_spans(render(with_header(place_and_date=line))) == spans


def test_where_number_and_date_would_touch_there_is_less_room_for_what_is_written_by_hand():
    blank = {"number": "Số:         /KH-UBND", "place_and_date": "{}, ngày       tháng       năm 2026"}
    longest, short = (
        render(with_header(**{key: text.format(place) for key, text in blank.items()}))
        for place in ("Phường Văn Miếu - Quốc Tử Giám", "Gia Kiệm")
    )
    assert texts_in(longest, "KH Số ký hiệu") == ["Số:     /KH-UBND"]
    assert texts_in(longest, "KH Địa danh ngày nhỏ") == ["Phường Văn Miếu - Quốc Tử Giám, ngày     tháng     năm 2026"]
    assert texts_in(short, "KH Số ký hiệu") == [blank["number"]]


def test_number_and_date_stand_in_one_row():
    table = next(part(render(good_plan())).iter(f"{W}tbl"))
    rows = ["".join(row.itertext()) for row in table.iterfind(f"{W}tr")]
    assert len(rows) == 2
    assert rows[1] == "Số: 114/KH-UBND" + good_plan().header.place_and_date


def test_the_line_under_the_motto_is_as_long_as_the_text():
    assert length_mm(render(good_plan()), "duong-ke-tieu-ngu") == pytest.approx(60.46, abs=0.01)
    assert length_mm(render(with_header(place_and_date=HCM)), "duong-ke-tieu-ngu") == pytest.approx(56.14, abs=0.01)


@pytest.mark.parametrize("unit", ["XÃ GIA KIỆM", "PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", "SỞ Y TẾ"])
def test_the_line_under_the_issuer_is_a_third_to_a_half_of_its_last_line(unit):
    draft = render(with_header(issuer=("ỦY BAN NHÂN DÂN", unit)))
    large, small = (texts_in(draft, f"KH Cơ quan ban hành{kind}") for kind in ("", " nhỏ"))
    width = width_mm((large or small)[-1].split("\n")[-1], 13 if large else 12, "bold")
    assert 1 / 3 <= length_mm(draft, "duong-ke-co-quan") / width <= 1 / 2


@pytest.mark.parametrize("words", [2, 9, 17, 31, 60])
def test_the_line_under_the_title_is_a_third_to_a_half_of_its_longest_line(words):
    title = " ".join((good_plan().title.split() * 5)[:words])
    draft = render(replace(good_plan(), title=title))
    (printed,) = firm_texts_in(draft, "KH Trích yếu")
    assert printed.replace("~", " ") == title
    longest = max(width_mm(line, 14, "bold") for line in wrap(printed.replace("~", "\u00a0"), 160, 14, "bold"))
    assert 1 / 3 <= length_mm(draft, "duong-ke-trich-yeu") / longest <= 1 / 2


def test_a_long_title_ends_in_more_than_one_word_and_breaks_no_symbol():
    title = "Thực hiện Kết luận số 226-KL/TW của Ban Bí thư trên địa bàn xã Nhữ Khê"
    draft = render(replace(good_plan(), title=title))
    (printed,) = firm_texts_in(draft, "KH Trích yếu")
    assert printed == "Thực~hiện Kết~luận số~226=KL/TW của Ban~Bí~thư trên địa~bàn xã~Nhữ~Khê"


def test_a_title_without_a_name_at_its_end_does_not_end_in_one_word():
    title = "Thực hiện Quyết định số 534/QĐ-TTg của Thủ tướng Chính phủ về chấn chỉnh lề lối"
    (printed,) = firm_texts_in(render(replace(good_plan(), title=title)), "KH Trích yếu")
    assert printed == "Thực~hiện Quyết~định số~534/QĐ=TTg của Thủ~tướng~Chính~phủ về chấn chỉnh~lề~lối"


def test_a_unit_word_of_two_syllables_is_not_cut_nor_is_the_name():
    title = "Thực hiện Kết luận số 226-KL/TW của Ban Bí thư trên địa bàn đặc khu Trường Sa, thành phố Nha Trang mới"
    (printed,) = firm_texts_in(render(replace(good_plan(), title=title)), "KH Trích yếu")
    assert "địa~bàn đặc~khu~Trường~Sa, thành~phố~Nha~Trang" in printed


def test_a_short_title_stays_on_its_line():
    draft = render(replace(good_plan(), title="Về công tác văn thư"))
    assert texts_in(draft, "KH Trích yếu") == ["Về công tác văn thư"]


def test_no_fallback_repeats_a_line_or_a_text():
    assert not [e for e in part(render(good_plan())).iter() if e.tag.endswith("}Fallback")]


def test_every_drawing_has_an_id_of_its_own():
    ids = [e.get("id") for e in part(render(good_plan())).iter() if e.tag.endswith("}docPr")]
    assert len(ids) == len(set(ids)) == 3
