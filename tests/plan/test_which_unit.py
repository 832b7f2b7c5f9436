"""A profile's unit is one of the lists', however its name is typed, or it is told what there is instead."""

import unicodedata

import pytest

from kegen.country import PROVINCES, official_name, successor
from kegen.dates import PlanDate
from kegen.gazetteer.kinds import latest_kind
from kegen.gazetteer.units import units_of
from kegen.plan.problems import ProfileProblems
from kegen.plan.timing import PlanDates
from kegen.plan.unit import WORDS
from kegen.plan.which_unit import settle_unit
from kegen.problem import Invalid, Severity
from kegen.profile.unit import Unit
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree

PARENT = "parent_plan: {number: 144/KH-UBND, date: 21/4/2026}\n"


@pytest.fixture
def told(draft):
    """Give the ids and messages of all that a profile with that unit is told of it; its offices are another matter."""

    def read(facts, more=PARENT):
        try:
            problems = draft(f"unit: {{level: {facts}}}\n{more}").warnings
        except Invalid as refused:
            problems = refused.problems
        assert {each.place.line for each in problems} <= {1}
        return [(each.id, each.message) for each in problems if each.id != "chua-chac"]

    return read


@pytest.mark.parametrize(
    "name",
    [
        *("Hồ Chí Minh", "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP Hồ Chí Minh", "T.P. Hồ Chí Minh", "T.P.HCM"),
        *("TP.HCM", "TPHCM", "THÀNH PHỐ HỒ CHÍ MINH", "thành phố hồ chí minh", "UBND thành phố Hồ Chí Minh"),
        unicodedata.normalize("NFD", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_word_before_a_province_is_taken_off(name):
    assert official_name(name) == "Hồ Chí Minh"


def test_what_only_begins_like_a_word_is_no_province():
    assert [official_name(name) for name in ("", "tỉnh", "TP.", "Tỉnh Gia", "Thành phố", "Huế tỉnh")] == [None] * 6
    assert [official_name(name) for name in ("Thái Nguyên", "Tây Ninh")] == ["Thái Nguyên", "Tây Ninh"]


def test_a_province_that_is_no_more_is_known_with_its_word():
    assert [successor(name) for name in ("tỉnh Hà Giang", "T. Bình Dương", "Thừa Thiên - Huế")] == [
        *("Tuyên Quang", "Hồ Chí Minh", "Huế")
    ]


@pytest.mark.parametrize("name", ["Nhữ Khê", "xã Nhữ Khê", "XÃ NHỮ KHÊ", "nhữ khê", "UBND xã Nhữ Khê", "x. Nhữ Khê"])
@pytest.mark.parametrize("province", ["Tuyên Quang", "tỉnh Tuyên Quang", "TUYÊN QUANG"])
def test_a_unit_is_known_however_it_is_typed(name, province, draft):
    facts = f"unit: {{level: xa, name: {name}, province: {province}}}\n{PARENT}"
    plan = draft(unicodedata.normalize("NFD", facts))
    assert plan.warnings == ()
    assert plan.standing.unit == "Nhữ Khê"
    assert plan.header.issuer[-1] == "XÃ NHỮ KHÊ"
    assert "Ủy ban nhân dân xã Nhữ Khê" in plan.opening[-1].text


@pytest.mark.parametrize(
    ("facts", "name", "words"),
    [
        ("xa, name: Tân Tiến, province: Hà Nội", "unit-exists", "Bắc Ninh (phường), Lạng Sơn (xã)"),
        ("phuong, name: Lý Sơn, province: Hà Tĩnh", "unit-exists", "tên này có ở Quảng Ngãi (đặc khu)"),
        ("xa, name: Tan Tien, province: Hà Nội", "unit-exists", "tên này (Tân Tiến) có ở"),
        ("xa, name: Thiên Tân, province: Lạng Sơn", "unit-exists", "Hãy ghi level: xa, name: Thiện Tân"),
        ("xa, name: Cư Mgar, province: Đắk Lắk", "unit-exists", "có phải là “xã Cư M’gar”?"),
        ("xa, name: huyện Gia Lâm, province: Hà Nội", "unit-exists", "cấp huyện và thị trấn không còn"),
        ("xa, name: thị trấn Trâu Quỳ, province: Hà Nội", "unit-exists", "ghi tên xã, phường sau sắp xếp"),
        (
            "phuong, name: Côn Đảo, province: TP.HCM",
            "unit-kind",
            "là đặc khu, không phải phường; hãy ghi level: dac-khu",
        ),
        ("dac-khu, name: An Biên, province: Hải Phòng", "unit-kind", "hãy ghi level: phuong"),
        ("xa, name: phường An Biên, province: Hải Phòng", "ten-kem-cap", "hãy ghi level: phuong, name: An Biên"),
        ("xa, name: Vĩnh Tuy, province: tỉnh Hà Giang", "tinh-la", "hãy ghi Tuyên Quang"),
        ("xa, name: Nhữ Khê", "thieu", "hãy ghi province: Tuyên Quang"),
        ("xa, name: Tân Tiến", "thieu", "Bắc Ninh (phường)"),
        ("xa, name: thị xã Kỳ Anh, province: Hà Tĩnh", "unit-exists", "không ghi “thị xã”; có phải là “xã Kỳ Anh”?"),
        ("phuong, name: Q.1, province: TP.HCM", "unit-exists", "không ghi “Q.”"),
        (
            "phuong, name: TP. Vinh, province: Nghệ An",
            "unit-exists",
            "Nghệ An có phường Thành Vinh, phường Trường Vinh",
        ),
        ("xa, name: Nhữ Khê - Tuyên Quang, province: Tuyên Quang", "unit-exists", "có phải là “xã Nhữ Khê”?"),
        ("xa, name: HĐND xã Nhữ Khê, province: Tuyên Quang", "unit-exists", "không có xã “HĐND xã Nhữ Khê”"),
        ("phuong, name: Thuận Hóa, province: Thừa Thiên Huế", "tinh-la", "Thừa Thiên Huế nay là Huế"),
        ("so, name: Nhữ Khê, abbreviation: S, province: Tuyên Quang", "unit-exists", "hãy ghi level: xa"),
        ("so, name: Phòng Y tế huyện Na Hang, abbreviation: S, province: Tuyên Quang", "two-tier", "khóa unit.name"),
        ("so, name: Sở KH&CN, abbreviation: S, province: Huế", "unit-exists", "hãy ghi đủ tên sở"),
        ("so, name: Sở Giáo dục Đào tạo, abbreviation: S, province: Huế", "unit-exists", "Sở Giáo dục và Đào tạo"),
        ("so, name: Sở Kế hoạch & Đầu tư, abbreviation: S, province: Huế", "unit-exists", "Sở Tài chính nhận việc"),
        ("so, name: Sở Giao thông vận tải, abbreviation: S, province: Huế", "unit-exists", "Sở Xây dựng nhận việc"),
    ],
)
def test_a_unit_that_there_is_not_is_told_what_there_is(facts, name, words, told):
    ((found, message),) = told(facts)
    assert found == name
    assert words in message


@pytest.mark.parametrize(
    ("facts", "ids"),
    [
        ("tinh, name: tỉnh Tuyên Quang", []),
        ("thanh-pho, name: TP. Hồ Chí Minh", []),
        ("tinh, name: tỉnh Yên Bái", ["tinh-la"]),
        ("tinh, name: Tuyên Quan", ["tinh-la"]),
        ("tinh, name: Nhữ Khê", ["tinh-la"]),
        ("tinh, name: Tuyên Quang, province: Hà Giang", ["thua"]),
        ("tinh, name: Tuyên Quang, province: tỉnh Tuyên Quang", []),
        ("tinh, name: TP. Huế", ["sai-cap"]),
        ("thanh-pho, name: Hồ Chí Minh, place: Hồ Chí Minh", ["dd-full-name"]),
        ("tinh, name: Cà Mau, place: Bạc Liêu", ["dd-name-local"]),
    ],
)
def test_a_province_is_one_of_the_34(facts, ids, told):
    assert [each[0] for each in told(facts, "")] == ids


@pytest.mark.parametrize(
    ("level", "parent", "own", "ids"),
    [
        ("xa", "21/4/2026", "", []),
        ("phuong", "21/4/2026", "", []),
        ("xa", "21/4/2026", "29/4/2026", []),
        ("phuong", "21/4/2026", "29/4/2026", ["unit-kind"]),
        ("xa", "21/4/2026", "30/4/2026", ["unit-kind"]),
        ("phuong", "21/4/2026", "30/4/2026", []),
        ("xa", "04/5/2026", "", ["unit-kind"]),
        ("xa", "21/4/2026", "2027", ["unit-kind"]),
        ("phuong", "04/5/2026", "", []),
    ],
)
def test_a_commune_made_a_ward_is_what_it_is_on_the_day(level, parent, own, ids, told):
    more = f"parent_plan: {{number: 144/KH-UBND, date: {parent}}}\n" + (f"date: {own}\n" if own else "")
    assert [each[0] for each in told(f"{level}, name: Long Thành, province: Đồng Nai", more)] == ids


def test_a_kind_later_than_the_list_knows_is_only_a_warning(draft):
    unit = "unit: {level: phuong, name: Nhữ Khê, province: Tuyên Quang}\n"
    warnings = draft(f"{unit}{PARENT}date: 05/01/2027\nterms: {{below: các tổ dân phố}}\n").warnings
    assert [(each.id, each.severity) for each in warnings] == [("unit-kind", Severity.WARNING)]


BODY = "don-vi, name: Trung tâm Y tế, abbreviation: TTYT, province: Tuyên Quang, parent_body: "


@pytest.mark.parametrize(
    ("above", "words"),
    [
        ("UBND xã Nhử Khê", "có phải là xã Nhữ Khê?"),
        ("Ủy ban nhân dân phường Hạnh Phúc", "không có phường “Hạnh Phúc”"),
        ("UBND huyện Na Hang", "cấp huyện không còn"),
        ("Phòng Y tế thị xã Chiêm Hóa", "cấp huyện không còn"),
    ],
)
def test_a_body_under_a_committee_that_there_is_not_is_told(above, words, told):
    ((found, message),) = told(BODY + above)
    assert found == ("two-tier" if "huyện" in words else "unit-exists")
    assert words in message
    assert "khóa unit.parent_body" in message


@pytest.mark.parametrize("above", ["UBND xã Nhữ Khê", "Sở Y tế", "Phòng Văn hóa - Xã hội xã Nhữ Khê"])
def test_a_body_under_another_that_there_is_is_told_nothing(above, told):
    assert told(BODY + above) == []


@pytest.mark.parametrize(
    "typed", ["UBND thành phố Hồ Chí Minh", "UBND TP. Hồ Chí Minh", "UBND TP.HCM", "UBND Thành phố Hồ Chí Minh"]
)
def test_the_committee_of_a_province_above_a_body_is_written_as_the_law_has_it(typed, draft):
    body = BODY.replace("province: Tuyên Quang", "province: TP.HCM")
    plan = draft(f"unit: {{level: {body}{typed}}}\n{PARENT}")
    assert plan.header.parent == "UBND THÀNH PHỐ HỒ CHÍ MINH"
    assert "của Ủy ban nhân dân Thành phố Hồ Chí Minh" in plan.opening[0].text


def test_the_committee_above_a_body_is_of_the_kind_that_its_commune_is(told):
    ((found, message),) = told(f"{BODY}UBND phường Nhữ Khê")
    assert (found, "là xã, không phải phường" in message) == ("unit-kind", True)


def test_the_committee_above_a_body_is_of_the_province_that_it_lies_in(told):
    assert [each[0] for each in told(f"{BODY}UBND tỉnh Phú Thọ")] == ["tinh-la"]
    assert told(f"{BODY}UBND tỉnh Tuyên Quang") == []


def test_the_word_xa_hoi_names_no_seat(draft):
    plan = draft(f"unit: {{level: {BODY}Phòng Văn hóa - Xã hội xã Nhữ Khê}}\n{PARENT}")
    assert plan.header.place_and_date.startswith("Nhữ Khê, ")


@pytest.mark.parametrize(
    "name", ["sở y tế", "Sở Y Tế", "SỞ Y TẾ", "Sở Y tế tỉnh Lào Cai", "Sở Y tế TP. Huế", "Sở  Y tế"]
)
def test_a_department_has_its_lawful_name_however_it_is_typed(name, draft):
    plan = draft(f"unit: {{level: so, name: {name}, abbreviation: SYT, province: Lào Cai}}\n{PARENT}")
    assert plan.warnings == ()
    assert plan.header.issuer == ("SỞ Y TẾ",)
    assert "Sở Y tế ban hành" in plan.opening[-1].text


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ("xa, name: Nhữ Khê, province: Tuyên Quang, abbreviation: XNK", "abbreviation"),
        ("xa, name: Nhữ Khê, province: Tuyên Quang, parent_body: Sở Nội vụ", "parent_body"),
    ],
)
def test_a_committee_does_not_name_itself_as_a_department_does(facts, key, told):
    ((found, message),) = told(facts)
    assert found == "thua"
    assert f"khóa unit.{key}" in message


@pytest.mark.parametrize("more", ["abbreviation: UBND", "abbreviation: CTUBND", "parent_body: UBND tỉnh Tuyên Quang"])
def test_a_committee_may_say_what_is_so_of_it(more, told):
    assert told(f"xa, name: Nhữ Khê, province: Tuyên Quang, {more}") == []


def test_a_department_of_today_is_no_finding(told):
    for name in ("Sở Tài chính", "Sở Dân tộc và Tôn giáo", "Ban Quản lý Khu kinh tế", "Sở Du lịch"):
        assert told(f"so, name: {name}, abbreviation: S, province: tỉnh Lào Cai") == []


def test_every_unit_of_the_list_is_known_in_capitals_after_its_word_and_without():
    problems = ProfileProblems(parse_tree(SourceText("x.yaml", "unit: {}")))
    dates = PlanDates(PlanDate(2026, 3, 31), None, None)
    for each in (each for province in PROVINCES for each in units_of(province)):
        level = latest_kind(each)
        for name in (each.name, f"{WORDS[level]} {each.name}".upper()):
            unit = settle_unit(Unit(level=level, name=name, province=each.province), dates, problems)
            assert (unit.name, problems.found) == (each.name, [])
