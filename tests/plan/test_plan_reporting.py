"""When reports are due by month, by quarter and on an event, beside those of the half year and of the year."""

import pytest

from kegen.plan.saved import dump, parse_plan

XA = "directive: thu\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
PACKED = """\
sections:
  - id: m
    title: M
    tasks:
      - {id: y, wording: "Báo cáo tháng: {{ month }}; quý: {{ quarter }}; đột xuất: {{ event }}."}
      - {id: z, wording: "Các đơn vị: {{ units_month }}."}
"""
DAYS = "month: ngày 20 hằng tháng, quarter: ngày 20 tháng cuối quý, event: khi có yêu cầu"


def parent(days):
    return f"parent_plan: {{number: 176/KH-UBND, date: 04/5/2026, reporting: {{{days}}}}}\n"


def test_sentences_name_the_days_of_the_profile(draft, pack):
    pack(PACKED)
    plan = draft(XA + parent("year: 05/12") + f"reporting: {{{DAYS}, units: {{month: ngày 15 hằng tháng}}}}\n")
    assert plan.body[1].text.endswith(
        "Báo cáo tháng: ngày 20 hằng tháng; quý: ngày 20 tháng cuối quý; đột xuất: khi có yêu cầu."
    )
    assert plan.body[2].text == "- Các đơn vị: ngày 15 hằng tháng."
    assert plan.warnings == ()


def test_days_that_the_profile_does_not_say_are_those_of_the_plan_above(draft, pack):
    pack(PACKED)
    plan = draft(XA + parent(DAYS))
    assert (plan.standing.month, plan.standing.event) == ("ngày 20 hằng tháng", "khi có yêu cầu")
    assert parse_plan(dump(plan).encode(), "x").plan.standing == plan.standing


def test_days_come_down_from_a_saved_plan(draft, pack, tmp_path):
    pack(PACKED)
    tinh = draft(f"directive: thu\nunit: {{level: tinh, name: Tuyên Quang}}\nreporting: {{{DAYS}}}\n")
    (tmp_path / "tinh.plan.yaml").write_text(dump(tinh), "utf-8")
    assert draft(XA + "parent_plan: {plan: tinh.plan.yaml}\n").standing.quarter == "ngày 20 tháng cuối quý"


LATE = [
    ("month: ngày 25 hằng tháng", ["han-muon"]),
    ("month: trước ngày 25 hằng tháng", ["han-muon"]),
    ("quarter: ngày 21 tháng cuối quý", ["han-muon"]),
    ("month: ngày 18 hằng tháng, units: {month: ngày 19 hằng tháng}", ["han-muon"]),
]


@pytest.mark.parametrize(("own", "expected"), LATE)
def test_a_day_later_than_that_of_the_plan_above_is_told(own, expected, draft, pack):
    pack(PACKED)
    assert [each for each in draft.ids(XA + parent(DAYS) + f"reporting: {{{own}}}\n") if each != "thua"] == expected


@pytest.mark.parametrize("own", ["ngày 18 hằng tháng", "chậm nhất ngày 20 hằng tháng", "ngày 25 tháng trước"])
def test_a_day_that_is_no_later_or_cannot_be_compared_stands(own, draft, pack):
    pack(PACKED)
    assert draft(XA + parent(DAYS) + f"reporting: {{month: {own}}}\n").standing.month == own


def test_a_day_that_no_sentence_tells_is_told(draft, pack):
    pack("sections:\n  - {id: m, title: M, tasks: [{id: y, wording: Y.}]}\n")
    plan = draft(XA + parent("year: 05/12") + f"reporting: {{{DAYS}, year: 01/12}}\n")
    assert [each.id for each in plan.warnings] == ["thua"] * 4
