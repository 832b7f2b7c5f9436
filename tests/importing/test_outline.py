"""Headings at any depth and of any mark are found, and what stands under which; nothing else is a heading."""

import pytest

from kegen.docx.find import find_parts
from tests.importing.bodies import entries_of
from tests.importing.papers import document, plan


def outline(*lines):
    """Return each paragraph as its id, depth and the marks of the headings above it."""
    found = entries_of(find_parts(document(*lines)))
    return [(each.id, each.depth, " ".join(above.mark or above.text for above in each.above)) for each in found]


def depths(*lines):
    return [depth for _, depth, _ in outline(*lines)]


DEEP = {
    "Roman, digits, letters": [
        "*I. MỤC TIÊU",
        "*1. Cây xanh",
        "a) Chỉ tiêu",
        "- Trồng 10 cây.",
        "*II. TỔ CHỨC",
        "- Làm.",
    ],
    "capitals, Roman, digits": ["*A. ĐÁNH GIÁ", "*I. KẾT QUẢ", "*1. Đã làm", "- Trồng cây.", "*B. NHIỆM VỤ", "- Làm."],
    "two and three digits": ["*I. NỘI DUNG", "*1. Cây", "*1.1. Cây gỗ", "- Trồng.", "*II. KHÁC", "- Trồng."],
    "parts above": ["*Phần I", "*I. MỘT", "*1. Hai", "- Ba.", "*Phần II", "- Bốn."],
}


@pytest.mark.parametrize("lines", DEEP.values(), ids=DEEP)
def test_three_levels_of_headings_are_found_whatever_their_marks(lines):
    assert depths(*lines) == [1, 2, 3, 0, 1, 0]


def test_the_letter_after_b_is_no_roman_hundred():
    lines = ["*A. MỘT", "*I. TRONG MỘT", "- Làm.", "*B. HAI", "- Làm.", "*C. BA", "*I. TRONG BA", "- Làm."]
    assert depths(*lines) == [1, 2, 0, 1, 0, 1, 2, 0]


@pytest.mark.parametrize(
    "heading",
    [
        "*Nhiệm vụ chung",
        "*NHIỆM VỤ CHUNG",
        "Sở Nội vụ",
        "Sở Nội vụ:",
        "- Sở Xây dựng và Sở Nội vụ:",
        "Các sở, ban, ngành",
    ],
)
def test_a_heading_needs_no_number(heading):
    assert depths(heading, "+ Trồng cây ven đường.", "+ Tưới cây.") == [1, 0, 0]


@pytest.mark.parametrize(
    "sentence",
    [
        "*1. Sở Nội vụ tổ chức trồng cây ven đường, báo cáo kết quả trước ngày 05/9.",
        "1. Sở Nội vụ tổ chức trồng cây ven đường;",
        "Sở Nội vụ có trách nhiệm:",
        "- Tham mưu Ủy ban nhân dân tỉnh:",
        "(Danh mục tại phụ lục kèm theo)",
        "a) Trồng cây",
    ],
)
def test_a_whole_sentence_and_a_lead_in_are_items(sentence):
    rest = (
        ["b) Tưới cây"]
        if sentence.startswith("a)")
        else ["2. Tưới cây ven đường."]
        if "1." in sentence
        else ["+ Tưới."]
    )
    assert depths("*I. NỘI DUNG", sentence, *rest) == [1, 0, 0]


def test_a_numbered_sentence_beside_a_heading_does_not_stand_under_it():
    lines = [
        "*I. PHÂN CÔNG",
        "*1. Cây gỗ",
        "*1.1. Công an tỉnh",
        "- Canh cây.",
        "1.2. Bộ Chỉ huy quân sự tỉnh: trồng cây biên giới.",
        "2. Các sở, ban, ngành: trồng cây ở trụ sở.",
        "*3. Cây hoa",
        "- Trồng hoa.",
    ]
    above = [above for _, _, above in outline(*lines)]
    assert above == ["", "I.", "I. 1.", "I. 1. 1.1.", "I. 1.", "I.", "I.", "I. 3."]


def test_a_list_of_offices_has_no_heading_at_its_end():
    lines = ["*I. VIỆC", "Các đơn vị gồm:", "- Sở Nội vụ", "- Sở Xây dựng", "Trồng cây ven đường."]
    assert depths(*lines) == [1, 0, 0, 0, 0]


def test_lines_broken_by_hand_are_items_of_their_own():
    broken = "<w:p><w:r><w:t>- Đào hố.</w:t><w:br/><w:t>- Trồng cây;</w:t><w:br/><w:t>tưới cây.</w:t></w:r></w:p>"
    assert [each.text for each in plan("*I. VIỆC", broken, "- Rào.").body] == [
        *("I. VIỆC", "- Đào hố.", "- Trồng cây; tưới cây.", "- Rào."),
    ]


def test_each_paragraph_tells_kind_depth_and_place():
    found = plan("*I. MỘT", "*1. Hai", "*1.1. Ba", "a) Sở Nội vụ", "- Bốn.", "2. Năm sáu bảy tám chín mười.").body
    assert [(each.kind, each.depth, each.place) for each in found] == [
        ("muc", 0, "đoạn 2"),
        ("khoan", 0, "đoạn 3"),
        ("tiet", 3, "đoạn 4"),
        ("nhom", 4, "đoạn 5"),
        ("doan", 0, "đoạn 6"),
        ("khoan-lien", 0, "đoạn 7"),
    ]
