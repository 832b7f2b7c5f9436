"""Capitals: of sentences, units, bodies, documents and their parts."""

import pytest

from kegen.check.rules import all_rules
from tests.check.good import errors, found, good, planted, set_text, state

TASK = "- Tổ chức quán triệt sâu sắc"
DECREE = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
RULES = [rule.id for rule in all_rules() if rule.id.startswith("cap-")]


def said(text):
    """Plant a sentence in place of the first task."""
    return planted(set_text(TASK, f"- Tổ chức thực hiện {text} trên địa bàn, bảo đảm đúng quy định."))


ERRORS = [
    ("cap-unit-special", "theo chỉ đạo của thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ("cap-unit-special", "theo kinh nghiệm của thủ đô Hà Nội", "Thủ đô Hà Nội"),
    ("cap-org", "chỉ đạo của Ủy Ban Nhân Dân xã", "Ủy ban nhân dân"),
    ("cap-org", "nghị quyết của Hội Đồng Nhân Dân xã", "Hội đồng nhân dân"),
    ("cap-doc", "các nội dung của quyết định số 534/QĐ-TTg", "Quyết định số 534/QĐ-TTg"),
    (
        "cap-cite-parts",
        "quy định tại điều 8 " + DECREE,
        "Điều 8",
    ),
    (
        "cap-cite-parts",
        "quy định tại Khoản 2 Điều 8 " + DECREE,
        "khoản 2",
    ),
    (
        "cap-cite-parts",
        "quy định tại Điểm a khoản 2 Điều 8 " + DECREE,
        "điểm a",
    ),
]


@pytest.mark.parametrize(("rule", "text", "right"), ERRORS)
def test_a_sure_slip_is_an_error_of_its_rule_and_no_other(rule, text, right):
    data = said(text)
    assert errors(data) == [rule]
    assert found(data, rule)[0].expected == right


WARNINGS = [
    ("cap-unit-plain", "các nhiệm vụ của Xã Gia Kiệm", "xã Gia Kiệm"),
    ("cap-unit-plain", "các nhiệm vụ của Tỉnh Lào Cai", "tỉnh Lào Cai"),
    ("cap-org", "chỉ đạo của ủy ban nhân dân xã", "Ủy ban nhân dân"),
    ("cap-org", "hướng dẫn của sở Nội vụ", "Sở Nội vụ"),
    ("cap-nhandan", "tốt việc phục vụ nhân dân", "Nhân dân"),
    ("cap-nhandan", "chủ trương của Đảng và nhà nước", "Nhà nước"),
    ("cap-doc", "các quy định của luật Đất đai", "Luật"),
    ("cap-doc", "Luật Tổ chức Chính quyền địa phương", "Luật Tổ chức chính quyền"),
    ("cap-tet", "các hoạt động dịp tết nguyên đán", "tết Nguyên đán"),
    ("cap-tet", "các hoạt động Tết trung thu", "tết Trung thu"),
    ("cap-sentence", "tốt. việc này làm thường xuyên", "Việc"),
    ("cap-unit-special", "tại phường 1 của thành phố", "Phường 1"),
]


@pytest.mark.parametrize(("rule", "text", "right"), WARNINGS)
def test_a_slip_that_may_be_meant_is_a_warning_and_no_error(rule, text, right):
    data = said(text)
    assert [(each.severity, each.expected) for each in found(data, rule)] == [("warning", right)]
    assert errors(data) == []


RIGHT = [
    "chỉ đạo của Tỉnh ủy, Thành ủy, Đảng ủy xã",
    "các nhiệm vụ của xã Gia Kiệm, Phường Lê Chân, Thành phố Hồ Chí Minh",
    "chỉ đạo của Ủy ban nhân dân, Hội đồng nhân dân, Mặt trận Tổ quốc",
    "quản lý nhà nước, ngân sách nhà nước, Tòa án nhân dân, Công an nhân dân",
    "Quyết định số 534/QĐ-TTg, các quyết định của cấp trên và pháp luật về đất đai",
    "khoản 2 Điều 8 Nghị định số 30/2020/NĐ-CP, điểm a khoản 1 Mục II",
    "Luật Tổ chức chính quyền địa phương, Bộ luật Dân sự",
    "dịp Tết, tết Nguyên đán, tết Trung thu",
    "tốt v.v. và các việc khác tại TP. Hồ Chí Minh",
    "điều 8 mong muốn của công dân",
    "tại 3 phường, 12 xã",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_capitals_are_left_alone(text):
    data = said(text)
    assert [each.rule for rule in RULES for each in found(data, rule)] == []


def test_a_line_that_begins_small_is_an_error_without_a_mark_and_a_warning_after_one():
    plain = planted(set_text(TASK, "của Ủy ban nhân dân xã tổ chức thực hiện các nhiệm vụ được giao."))
    assert errors(plain) == ["cap-sentence"]
    marked = planted(set_text(TASK, "- tổ chức thực hiện các nhiệm vụ được giao."))
    assert errors(marked) == []
    assert [each.expected for each in found(marked, "cap-sentence")] == ["Tổ"]


@pytest.mark.parametrize(
    "text",
    ["- 60% số cuộc họp được họp trực tuyến.", "- “Tổ chức” là từ trong ngoặc.", "- https://example.vn là nơi đăng."],
)
def test_a_line_that_begins_with_no_word_is_left_alone(text):
    assert found(planted(set_text(TASK, text)), "cap-sentence") == []


def test_a_title_before_a_name_is_only_hinted_at():
    data = said("theo phân công của chủ tịch Nguyễn Văn An")
    assert [(each.severity, each.expected) for each in found(data, "cap-title")] == [("info", "Chủ tịch")]
    assert errors(data) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_good_document_passes(rule):
    assert state(good(), rule) == "pass"


def test_headings_in_capitals_are_no_running_text():
    data = planted(set_text("II. ", "II. ỦY BAN NHÂN DÂN VÀ CÁC CƠ QUAN, ĐƠN VỊ"))
    assert [each.rule for rule in RULES for each in found(data, rule)] == []


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("cap-title", "trình thủ tướng Chính phủ xem xét", "Thủ tướng"),
        ("cap-title", "theo ý kiến của chủ tịch Quốc hội", "Chủ tịch"),
        ("cap-org", "phối hợp với Hội liên hiệp phụ nữ xã", "Hội Liên hiệp Phụ nữ"),
        ("cap-org", "phối hợp với Hội nông dân xã", "Hội Nông dân"),
        ("cap-unit-special", "kỷ niệm ngày thành lập nước Việt nam", "Việt Nam"),
    ],
)
def test_names_of_the_state_and_of_unions_have_their_capitals(rule, text, right):
    task = "- Tổ chức quán triệt sâu sắc"
    told = found(planted(set_text(task, f"- Tổ chức {text}.")), rule)
    assert [each.expected for each in told] == [right]


@pytest.mark.parametrize("rule", ["cap-title", "cap-org", "cap-unit-special"])
def test_right_names_of_the_state_and_of_unions_are_not_told_of(rule):
    text = "- Tổ chức gặp Thủ tướng Chính phủ, Chủ tịch Quốc hội, Hội Nông dân xã, Chi hội Nông dân thôn."
    assert found(planted(set_text("- Tổ chức quán triệt sâu sắc", text)), rule) == []
