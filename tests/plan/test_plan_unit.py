"""What a unit of each level is called in the header, the symbol, the date line and running text."""

import pytest

from kegen.plan.unit import department_kind

PARENT = "parent_plan: {number: 144/KH-UBND, date: 21/4/2026}\n"
UBND = "ỦY BAN NHÂN DÂN"
HEADERS = {
    "a xã": ("xa, name: Nhữ Khê, province: Tuyên Quang", "", (UBND, "XÃ NHỮ KHÊ"), "UBND", "Nhữ Khê"),
    "a phường": ("phuong, name: An Biên, province: Hải Phòng", "", (UBND, "PHƯỜNG AN BIÊN"), "UBND", "An Biên"),
    "a phường with a number": (
        "phuong, name: 1 Bảo Lộc, province: Lâm Đồng", "", (UBND, "PHƯỜNG 1 BẢO LỘC"), "UBND", "Phường 1 Bảo Lộc",
    ),
    "a phường named after a person": (
        "phuong, name: Lê Chân, province: Hải Phòng",
        "", (UBND, "PHƯỜNG LÊ CHÂN"), "UBND", "Phường Lê Chân",
    ),
    "a đặc khu": ("dac-khu, name: Cát Hải, province: Hải Phòng", "", (UBND, "ĐẶC KHU CÁT HẢI"), "UBND", "Cát Hải"),
    "a tỉnh": ("tinh, name: An Giang", "", (UBND, "TỈNH AN GIANG"), "UBND", "An Giang"),
    "a thành phố": ("thanh-pho, name: Huế", "", (UBND, "THÀNH PHỐ HUẾ"), "UBND", "Huế"),
    "Thành phố Hồ Chí Minh": (
        "thanh-pho, name: Hồ Chí Minh", "", (UBND, "THÀNH PHỐ HỒ CHÍ MINH"), "UBND", "Thành phố Hồ Chí Minh",
    ),
    "a sở": (
        "so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn",
        "UBND TỈNH LẠNG SƠN", ("SỞ TÀI CHÍNH",), "STC", "Lạng Sơn",
    ),
    "a sở of Thành phố Hồ Chí Minh": (
        "so, name: Sở Nội vụ, abbreviation: SNV, province: Hồ Chí Minh",
        "UBND THÀNH PHỐ HỒ CHÍ MINH", ("SỞ NỘI VỤ",), "SNV", "Thành phố Hồ Chí Minh",
    ),
    "a sở under a body of its own": (
        "so, name: Chi cục Văn thư, abbreviation: CCVT, province: Huế, parent_body: Sở Nội vụ thành phố Huế",
        "SỞ NỘI VỤ THÀNH PHỐ HUẾ", ("CHI CỤC VĂN THƯ",), "CCVT", "Huế",
    ),
}  # fmt: skip


def unit(draft, facts, more=""):
    above = "" if facts.startswith(("tinh", "thanh-pho")) else PARENT
    return draft(f"unit: {{level: {facts}}}\n{above}{more}")


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_names_the_unit(name, draft):
    facts, parent, issuer, symbol, place = HEADERS[name]
    header = unit(draft, facts, "number: 9\ndate: 3/2/2027\n").header
    assert (header.parent, header.issuer) == (parent, issuer)
    assert header.number == f"Số: 09/KH-{symbol}"
    assert header.place_and_date == f"{place}, ngày 03 tháng 02 năm 2027"


@pytest.mark.parametrize("name", HEADERS)
def test_number_and_day_stay_open_while_they_are_not_known(name, draft):
    header = unit(draft, HEADERS[name][0]).header
    assert header.number == f"Số:         /KH-{HEADERS[name][3]}"
    assert header.place_and_date == f"{HEADERS[name][4]}, ngày       tháng       năm 2026"


@pytest.mark.parametrize(
    ("said", "line"), [("8", "08"), ("08", "08"), ("114", "114"), ("114/KH-UBND", "114"), ("0012", "12")]
)
def test_a_number_has_two_digits_at_least(said, line, draft):
    assert draft.xa(f"number: {said}\n").header.number == f"Số: {line}/KH-UBND"


DATES = {
    "03/6/2026": "ngày 03 tháng 6 năm 2026",
    "3/10/2026": "ngày 03 tháng 10 năm 2026",
    "10/01/2027": "ngày 10 tháng 01 năm 2027",
    "6/2026": "ngày       tháng 6 năm 2026",
    "2026": "ngày       tháng       năm 2026",
}


@pytest.mark.parametrize("said", DATES)
def test_the_date_line_has_zeros_as_the_decree_asks(said, draft):
    plan = draft.xa(f"date: {said}\n")
    assert plan.header.place_and_date == f"Nhữ Khê, {DATES[said]}"
    assert bool(plan.issued) == (said.count("/") == 2)


NAMES = {
    "xa, name: Nhữ Khê, province: Tuyên Quang": "Ủy ban nhân dân xã Nhữ Khê",
    "phuong, name: 1 Bảo Lộc, province: Lâm Đồng": "Ủy ban nhân dân Phường 1 Bảo Lộc",
    "dac-khu, name: Cát Hải, province: Hải Phòng": "Ủy ban nhân dân đặc khu Cát Hải",
    "tinh, name: An Giang": "Ủy ban nhân dân tỉnh An Giang",
    "thanh-pho, name: Hồ Chí Minh": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
    "so, name: Sở Tài chính, abbreviation: STC, province: Huế": "Sở Tài chính",
}


@pytest.mark.parametrize("facts", NAMES)
def test_running_text_names_the_unit(facts, draft):
    plan = unit(draft, facts)
    assert plan.unit_name == NAMES[facts]
    assert NAMES[facts] in plan.opening[-1].text


@pytest.mark.parametrize(
    ("typed", "official"), [("Thanh Hoá", "THANH HÓA"), ("thanh hóa", "THANH HÓA"), ("ĐẮK LẮK", "ĐẮK LẮK")]
)
def test_a_province_is_known_however_its_marks_and_capitals_are_typed(typed, official, draft):
    plan = unit(draft, f"tinh, name: {typed}")
    assert plan.header.issuer == (UBND, f"TỈNH {official}")
    assert plan.header.place_and_date.startswith(official.title().replace("Đắk Lắk", "Đắk Lắk"))


@pytest.mark.parametrize("level", ["tinh", "thanh-pho"])
@pytest.mark.parametrize("date", ["", "date: 2026\n", "date: 9/2026\n"])
def test_a_province_in_the_year_it_becomes_a_city_may_be_either_while_the_day_is_open(level, date, draft):
    assert unit(draft, f"{level}, name: Bắc Ninh", date).warnings == ()


@pytest.mark.parametrize(
    ("name", "short", "head"),
    [
        ("Sở Tài chính", "Sở", "GIÁM ĐỐC"),
        ("Thanh tra tỉnh", "Thanh tra", "CHÁNH THANH TRA"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng", "CHÁNH VĂN PHÒNG"),
        ("Ban Quản lý Khu kinh tế", "Ban", "TRƯỞNG BAN"),
        ("Trung tâm Xúc tiến đầu tư", "cơ quan", "GIÁM ĐỐC"),
    ],
)
def test_a_department_is_called_and_headed_by_what_it_is(name, short, head):
    assert department_kind(name) == (short, head)


def _department(name, draft):
    return draft(
        f"unit: {{level: so, name: {name}, abbreviation: VP, province: Lạng Sơn}}\n"
        "parent_plan: {number: 170/KH-UBND, date: 02/5/2026}\n"
    )


def test_a_department_is_no_recipient_of_its_own_plan(draft):
    assert "- Sở Nội vụ;" in draft.so().recipients
    assert not any("Sở Nội vụ" in line for line in _department("Sở Nội vụ", draft).recipients)


def test_an_office_of_the_committee_has_no_office_of_its_own(draft):
    plan = _department("Văn phòng Ủy ban nhân dân tỉnh", draft)
    assert not any("Văn phòng Văn phòng" in p.text for p in (*plan.body, *plan.closing))
    assert plan.recipients[-1] == "- Lưu: VT, HCTC."
    assert [problem.id for problem in plan.warnings] == ["chua-chac"]
    assert draft.so().warnings == ()


def test_a_plan_of_the_chairman_says_so_from_beginning_to_end(draft):
    plan = draft.xa("issued_by: chu-tich\nannex: có\n")
    assert "Chủ tịch Ủy ban nhân dân xã Nhữ Khê ban hành Kế hoạch" in plan.opening[-1].text
    assert plan.closing[-1].text.startswith("Chủ tịch Ủy ban nhân dân xã yêu cầu")
    assert plan.annexes[0].reference.endswith("của Chủ tịch Ủy ban nhân dân xã Nhữ Khê)")
    assert draft.xa().closing[-1].text.startswith("Ủy ban nhân dân xã yêu cầu")


@pytest.mark.parametrize(
    ("name", "above", "parts"),
    [
        ("Chi cục Thủy lợi", "Sở Nông nghiệp và Môi trường", "Các phòng, bộ phận thuộc Chi cục"),
        ("Trường Tiểu học Lê Lợi", "UBND xã Nhữ Khê", "Các bộ phận thuộc Nhà trường"),
        ("Phòng Kinh tế", "UBND xã Nhữ Khê", "Các bộ phận thuộc Phòng"),
    ],
)
def test_a_body_under_another_gives_work_to_parts_that_it_has_and_no_work_of_a_department(name, above, parts, draft):
    unit = f"{{level: don-vi, name: {name}, abbreviation: X, province: Tuyên Quang, parent_body: {above}}}"
    plan = draft(f"unit: {unit}\nparent_plan: {{number: 12/KH-UBND, date: 21/4/2026}}\n")
    text = "\n".join(each.text for each in plan.body)
    assert f"- {parts};" in plan.recipients
    assert parts in text
    assert "Văn phòng Phòng" not in text
    assert "trình cơ quan có thẩm quyền của tỉnh" not in text
    assert f"thông suốt từ {above.replace('UBND', 'Ủy ban nhân dân')} đến" in text
