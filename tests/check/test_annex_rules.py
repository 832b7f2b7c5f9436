"""Annexes: where the content speaks of them, their number, name, and the line that says what they come with."""

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
)

LABEL, TITLE, INFO = "Phụ lục", "BẢNG PHÂN CÔNG NHIỆM VỤ", "(Kèm theo Kế hoạch"
POINTER = "(Có Phụ lục"
WHOLE = "(Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)"
ANNEX_RULES = ("pl-reference", "pl-roman", "pl-label", "pl-title", "pl-info")


def two(first, second):
    """Add another annex after the one there is, in a section of its own, and label both."""

    def edit(root):
        body = root.find(f"{W}body")
        section = body[-1]
        start = list(body).index(find(root, LABEL))
        own = [copy.deepcopy(each) for each in list(body)[start:-1]]
        set_text(LABEL, first)(root)
        end = etree.Element(f"{W}p")
        etree.SubElement(end, f"{W}pPr").append(copy.deepcopy(section))
        for each in (end, *own):
            section.addprevious(each)
        set_text(LABEL, second)(Only(own[0]))

    return edit


class Only:
    """Something whose only paragraph is this one."""

    def __init__(self, p):
        self.p = p

    def iter(self, _):
        return iter([self.p])


def without_annex(root):
    body = root.find(f"{W}body")
    start = list(body).index(find(root, LABEL))
    for each in list(body)[start:]:
        if each.tag != f"{W}sectPr":
            body.remove(each)


@pytest.mark.parametrize("rule", ANNEX_RULES)
def test_the_good_annex_passes(rule):
    assert state(good(), rule) == "pass"


@pytest.mark.parametrize("rule", [*ANNEX_RULES[1:], "pl-info-edoc", "pl-esign"])
def test_a_document_without_annexes_has_none_to_look_at(rule):
    assert state(planted(without_annex, remove(POINTER)), rule) == "not_applicable"


@pytest.mark.parametrize(
    ("rule", "edits"),
    [
        ("pl-reference", (remove(POINTER),)),
        ("pl-reference", (two("Phụ lục I", "Phụ lục II"), set_text(POINTER, "(Có Phụ lục I kèm theo)."))),
        ("pl-roman", (two("Phụ lục 1", "Phụ lục 2"),)),
        ("pl-roman", (two("Phụ lục", "Phụ lục"),)),
        ("pl-label", (set_text(LABEL, "PHỤ LỤC"),)),
        ("pl-label", (set_runs(LABEL, sz="26"),)),
        ("pl-label", (set_runs(LABEL, b="0"),)),
        ("pl-label", (set_runs(LABEL, i="1"),)),
        ("pl-label", (set_paragraph(LABEL, "jc", val="left"),)),
        ("pl-title", (set_text(TITLE, "Bảng phân công nhiệm vụ"),)),
        ("pl-title", (set_runs(TITLE, sz="24"),)),
        ("pl-title", (set_runs(TITLE, b="0"),)),
        ("pl-info", (remove(INFO),)),
        ("pl-info", (set_text(INFO, "(Kèm theo văn bản chính)"),)),
        ("pl-info", (set_runs(INFO, i="0"),)),
        ("pl-info", (set_runs(INFO, sz="24"),)),
        ("pl-info", (set_paragraph(INFO, "jc", val="right"),)),
    ],
)
def test_one_wrong_thing_is_told_and_nothing_else(rule, edits):
    assert errors(planted(*edits)) == [rule]


def test_what_comes_with_the_document_by_another_name_is_a_hint():
    data = planted(set_text(POINTER, "(Có bảng phân công nhiệm vụ kèm theo)."))
    assert [each.severity for each in found(data, "pl-reference")] == ["info"]


@pytest.mark.parametrize(
    ("rule", "edits"),
    [
        ("pl-reference", (without_annex,)),
        ("pl-roman", (set_text(LABEL, "Phụ lục I"), set_text(POINTER, "(Có Phụ lục I kèm theo)."))),
        ("pl-roman", (two("Phụ lục I", "Phụ lục III"),)),
        ("pl-label", (set_text(LABEL, "Phụ Lục"),)),
        ("pl-label", (set_text(LABEL, "Phụ lục:"),)),
        ("pl-info", (set_text(INFO, "(Kèm theo Kế hoạch số 114/KH-UBND của Ủy ban nhân dân xã Gia Kiệm)"),)),
        ("pl-info", (set_text(INFO, WHOLE.strip("()")),)),
    ],
)
def test_a_doubtful_thing_is_a_warning(rule, edits):
    data = planted(*edits)
    assert {each.severity for each in found(data, rule)} == {"warning"}
    assert errors(data) == []


@pytest.mark.parametrize(
    "pointer",
    [
        "(Chi tiết tại Phụ lục I và Phụ lục II).",
        "(Có các Phụ lục kèm theo).",
        "(Có phụ lục vi phạm kèm theo).",
        "(Có Phụ lục I, II kèm theo).",
    ],
)
def test_two_annexes_in_roman_numbers_are_no_fault(pointer):
    assert errors(planted(two("Phụ lục I", "Phụ lục II"), set_text(POINTER, pointer))) == []


def test_an_annex_of_another_document_is_not_missed():
    data = planted(without_annex, set_text(POINTER, "(Theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP)."))
    assert found(data, "pl-reference") == []


def test_an_electronic_document_need_not_fill_in_the_reference():
    data = planted(set_text(INFO, "(Kèm theo Kế hoạch số       /KH-UBND ngày     tháng     năm 2026 của UBND xã)"))
    assert state(data, "pl-info-edoc", mode="issued") == "not_applicable"
    assert errors(data, mode="issued") == []


@pytest.mark.parametrize(
    "text",
    [
        "(Kèm theo Kế hoạch số       /KH-UBND ngày     tháng     năm 2026 của UBND xã Gia Kiệm)",
        "(Kèm theo Kế hoạch số ……/KH-UBND ngày 03 tháng 6 năm 2026 của UBND xã Gia Kiệm)",
        "(Kèm theo Kế hoạch số 114/KH-UBND ngày … tháng … năm … của UBND xã Gia Kiệm)",
    ],
)
def test_a_blank_reference_of_an_issued_paper_document_is_told_and_nothing_else(text):
    data = planted(set_text(INFO, text))
    assert errors(data, mode="issued", medium="paper") == ["pl-info-edoc"]
    assert errors(data, mode="draft", medium="paper") == []


def test_a_whole_reference_of_an_issued_paper_document_passes():
    assert state(good(), "pl-info-edoc", mode="issued", medium="paper") == "pass"


def test_signatures_on_annexes_are_not_in_the_file():
    assert state(good(), "pl-esign") == "not_evaluated"
    assert state(good(), "pl-esign", medium="paper") == "not_applicable"


def test_a_remark_in_brackets_under_the_reference_is_none():
    remark = "(Đơn vị tính: triệu đồng)"
    data = planted(
        set_text(INFO, WHOLE),
        insert_after(INFO, remark),
        set_paragraph(remark, "jc", val="right"),
        set_runs(remark, i="0"),
    )
    assert found(data, "pl-info") == []


def test_a_remark_in_brackets_is_no_reference():
    assert errors(planted(set_text(INFO, "(Đơn vị tính: triệu đồng)"))) == ["pl-info"]
