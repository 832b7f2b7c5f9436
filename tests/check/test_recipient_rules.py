"""Who receives: the words `Nơi nhận:`, the list, the line `Lưu`, what may stand after it."""

import copy

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    insert_after,
    planted,
    remove,
    set_paragraph,
    set_runs,
    set_text,
    state,
    text_of,
)

LABEL, FIRST, KEPT = "Nơi nhận:", "- UBND thành phố", "- Lưu:"
SECOND = "- Sở Nội vụ (để b/c)"


def with_marks(mark):
    """Give every recipient another mark."""

    def edit(root):
        cell = next(find(root, LABEL).iterancestors("{*}tc"))
        for p in cell.iter(f"{W}p"):
            if text_of(p).startswith("- "):
                set_text(text_of(p).strip(), mark + text_of(p).strip()[2:])(cell)

    return edit


def big_letters(start, count, size):
    """Give the last letters of a paragraph another size."""

    def edit(root):
        run = next(r for r in find(root, start).iter(f"{W}r") if r.find(f"{W}t") is not None)
        tail = copy.deepcopy(run)
        text = run.findtext(f"{W}t")
        run.find(f"{W}t").text, tail.find(f"{W}t").text = text[:-count], text[-count:]
        look = tail.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            tail.insert(0, look)
        etree.SubElement(look, f"{W}sz").set(f"{W}val", size)
        run.addnext(tail)

    return edit


@pytest.mark.parametrize("rule", ["nn-label", "nn-list", "nn-luu", "nn-none-kinhgui", "nn-order", "nn-notes"])
def test_the_good_list_passes(rule):
    assert state(good(), rule) == "pass"


@pytest.mark.parametrize("rule", ["drafter-mark", "address-line"])
def test_what_a_document_may_leave_out_is_not_looked_at(rule):
    assert state(good(), rule) == "not_applicable"


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("nn-label", set_text(LABEL, "NƠI NHẬN:")),
        ("nn-label", set_text(LABEL, "Nơi nhận")),
        ("nn-label", set_runs(LABEL, sz="28")),
        ("nn-label", set_runs(LABEL, i="0")),
        ("nn-label", set_runs(LABEL, b="0")),
        ("nn-list", set_runs(FIRST, sz="24")),
        ("nn-list", set_runs(FIRST, b="1")),
        ("nn-list", set_runs(KEPT, i="1")),
        ("nn-list", set_text(SECOND, "- Sở Nội vụ (để b/c).")),
        ("nn-list", with_marks("")),
        ("nn-luu", remove(KEPT)),
        ("nn-luu", insert_after(KEPT, "- Phòng Kinh tế;")),
        ("nn-luu", set_text(KEPT, "- Lưu: VT, VHXH;")),
        ("nn-luu", set_text(KEPT, "- Lưu: VT, VHXH")),
        ("nn-none-kinhgui", set_text(FIRST, "- Như trên;")),
        ("nn-none-kinhgui", insert_after("Thực hiện Kế hoạch số 176", "Kính gửi: Các phòng thuộc Ủy ban nhân dân xã.")),
    ],
)
def test_one_wrong_thing_is_told_and_nothing_else(rule, edit):
    assert errors(planted(edit)) == [rule]


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("nn-label", set_text(LABEL, "Nơi Nhận:")),
        ("nn-label", set_paragraph(LABEL, "jc", val="center")),
        ("nn-list", set_text(SECOND, "Sở Nội vụ (để b/c);")),
        ("nn-list", set_text(SECOND, "-Sở Nội vụ (để b/c);")),
        ("nn-list", set_text(SECOND, "• Sở Nội vụ (để b/c);")),
        ("nn-list", set_paragraph(FIRST, "ind", left="720")),
        ("nn-list", big_letters(FIRST, 5, "28")),
        ("nn-luu", set_text(KEPT, "- Lưu VT, VHXH.")),
        ("nn-luu", set_text(KEPT, "- Lưu: VHXH.")),
        ("nn-order", insert_after("- Các thôn", "- UBND huyện bạn (để b/c);")),
        ("nn-order", set_text(SECOND, "- Như Điều 3;")),
    ],
)
def test_a_doubtful_thing_is_a_warning(rule, edit):
    data = planted(edit)
    assert "warning" in {each.severity for each in found(data, rule)}
    assert "error" not in {each.severity for each in found(data, rule)}


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("nn-luu", set_text(KEPT, "- Lưu: VT, VHXH (T.V.Bình).")),
        ("nn-notes", set_text(SECOND, "- Sở Nội vụ (báo cáo);")),
        ("drafter-mark", insert_after(KEPT, "pl.(30)")),
    ],
)
def test_a_habit_is_only_mentioned(rule, edit):
    data = planted(edit)
    assert {each.severity for each in found(data, rule)} == {"info"}
    assert errors(data) == []


def test_a_recipient_may_take_two_paragraphs():
    data = planted(set_text(SECOND, "- Sở Nội vụ và các cơ quan"), insert_after(SECOND[:12], "chuyên môn thuộc tỉnh;"))
    assert found(data, "nn-list") == []


def test_the_end_of_a_recipient_in_two_paragraphs_is_looked_at():
    data = planted(set_text(SECOND, "- Sở Nội vụ và các cơ quan"), insert_after(SECOND[:12], "chuyên môn thuộc tỉnh"))
    assert errors(data) == ["nn-list"]


def test_points_of_another_size_are_seen_by_nobody():
    assert found(planted(big_letters(FIRST, 1, "14")), "nn-list") == []


@pytest.mark.parametrize("text", ["- Lưu: VT.", "- Lưu: VT, VHXH, 05 bản.", "- Lưu: VT, KT-HT&ĐT."])
def test_the_ways_to_keep_a_copy_are_no_faults(text):
    assert found(planted(set_text(KEPT, text)), "nn-luu") == []


def test_the_mark_of_the_drafter_is_no_recipient():
    data = planted(insert_after(KEPT, "PL.(300)"))
    assert state(data, "drafter-mark") == "pass"
    assert errors(data) == []


def test_an_archive_is_a_recipient_like_others():
    data = planted(set_text(SECOND, "- Lưu trữ lịch sử tỉnh;"))
    assert found(data, "nn-luu") == []
    assert errors(data) == []


def test_other_kinds_may_name_an_addressee():
    data = planted(set_text("KẾ HOẠCH", "BÁO CÁO"), set_text(FIRST, "- Như trên;"))
    assert state(data, "nn-none-kinhgui") == "not_applicable"


def test_the_look_of_the_colon_alone_is_no_fault_of_a_label():
    data = planted(big_letters(LABEL, 1, "28"), plain_colon)
    assert found(data, "nn-label") == []


def plain_colon(root):
    """Take weight and slant from the last run of the label, which holds the colon."""
    run = list(find(root, LABEL).iter(f"{W}r"))[-1]
    assert text_of(run) == ":"
    for name in ("b", "i"):
        switch = run.find(f"{W}rPr/{W}{name}")
        if switch is None:
            switch = etree.SubElement(run.find(f"{W}rPr"), f"{W}{name}")
        switch.set(f"{W}val", "0")


def test_letters_of_a_label_in_another_look_are_told():
    assert [each.message for each in found(planted(big_letters(LABEL, 3, "28")), "nn-label")] == [
        "chữ “Nơi nhận” có cỡ chữ 14"
    ]
