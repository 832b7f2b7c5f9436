"""A plan ends with the mark that says so, whether it has closing words or none."""

import pytest

import kegen
from kegen.check.files import check_bytes
from kegen.check.options import CheckOptions
from kegen.check.rules import chosen


@pytest.mark.parametrize("none", ["khong", "không"])
def test_a_plan_may_have_no_closing_words_and_ends_in_its_body(none, draft):
    plan = draft.xa(f"closing: {none}\n")
    assert plan.closing == ()
    assert plan.body[-1].text.endswith("thực hiện Kế hoạch./.")
    assert not any(each.text.endswith("./.") for each in plan.body[:-1])


def test_the_checker_finds_the_end_of_such_a_plan(draft):
    report = check_bytes(kegen.render(draft.xa("closing: khong\n")), "", chosen(["body-end"]), CheckOptions())
    assert [each.state for each in report.verdicts.values()] == ["pass"]


def test_where_the_annex_is_mentioned_last_that_ends_the_plan(draft):
    plan = draft.xa("closing: khong\nannex: có\nstyle: {wording: da-ban-hanh}\n")
    assert [each.text for each in plan.closing] == ["(Có Phụ lục Bảng phân công nhiệm vụ kèm theo)./."]


def test_own_closing_words_are_as_they_were(draft):
    assert draft.xa("closing: Trên đây là Kế hoạch.\n").closing[0].text == "Trên đây là Kế hoạch./."


def test_words_of_the_closing_stand_out_and_only_they(draft):
    text = "closing: Trên đây là Kế hoạch, gửi trước ngày 15/6\n"
    (paragraph,) = draft.xa(f"{text}closing_emphasis: {{trước ngày 15/6: dam-nghieng}}\n").closing
    assert {(paragraph.text[each.start :][: each.length], each.face) for each in paragraph.spans} == {
        ("trước ngày 15/6", "dam"),
        ("trước ngày 15/6", "nghieng"),
    }
    assert draft.xa(text).closing == (paragraph._replace(spans=()),)
