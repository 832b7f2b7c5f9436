"""Targets for a year, for the whole area or each unit, and targets without a number."""

import pytest

from kegen.plan.saved import dump, parse_plan
from kegen.problem import Invalid

TINH = "directive: thu\nunit: {level: tinh, name: Tuyên Quang}\nsections: {m: {title: M, tasks: [Y.]}}\n"
XA = "directive: thu\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
PARENT = "parent_plan: {plan: tinh.plan.yaml}\n"
NUMBER = 'name: Diện tích trồng mới, comparison: ">=", value: "20", unit: "%"'


@pytest.fixture
def under(draft, pack, tmp_path):
    """Give a commune's plan under a province's with those targets, the lines added to the commune's profile."""

    def resolved(targets, more="", packed="title: Thử\n"):
        pack(packed)
        plan = draft(TINH + f"targets:\n{targets}")
        text = dump(plan)
        assert parse_plan(text.encode(), "x").plan.targets == plan.targets
        (tmp_path / "tinh.plan.yaml").write_text(text, "utf-8")
        return draft(XA + PARENT + (more or "sections: {m: {title: M, tasks: [Y.]}}\n"))

    return resolved


@pytest.fixture
def wrong(under):
    def ids(targets, more):
        with pytest.raises(Invalid) as refused:
            under(targets, more)
        return [problem.id for problem in refused.value.problems if problem.severity.value == "error"]

    return ids


def rows(plan):
    return {each.order.id: each.state for each in plan.coverage if each.order.kind == "target"}


def warned(plan):
    return [each.id for each in plan.warnings]


def test_a_target_of_each_unit_is_demanded_with_its_year(under):
    plan = under(f"  t: {{{NUMBER}, year: 2030, scope: tung-don-vi}}\n")
    assert rows(plan) == {"t": "open"}
    assert "ít nhất 20% (đến năm 2030)" in plan.warnings[0].message
    assert [each.year for each in plan.targets] == ["2030"]


STATED = "sections: {{m: {{title: M, tasks: [y]}}}}\ntasks: {{y: {{wording: {wording}{more}}}}}\n"


def test_the_same_figure_of_something_else_takes_no_target_up(under):
    other = STATED.format(wording="Có ít nhất 20% hộ dân dùng nước sạch.", more="")
    assert rows(under(f"  t: {{{NUMBER}}}\n", other)) == {"t": "open"}
    same = STATED.format(wording="Trồng mới 20% diện tích.", more="")
    assert rows(under(f"  t: {{{NUMBER}}}\n", same)) == {"t": "taken"}


def test_an_item_that_is_said_to_be_for_a_target_takes_it_up_in_whatever_words(under):
    plan = under(f"  t: {{{NUMBER}}}\n", STATED.format(wording="Phủ xanh 20% đồi trọc.", more=", target: t"))
    assert (rows(plan), warned(plan)) == ({"t": "taken"}, [])
    laxer = under(f"  t: {{{NUMBER}}}\n", STATED.format(wording="Phủ xanh 10% đồi trọc.", more=", target: t"))
    assert rows(laxer) == {"t": "open"}


def test_a_target_of_the_whole_area_is_not_demanded_of_a_unit_in_it(under):
    plan = under(f"  t: {{{NUMBER}, scope: toan-dia-ban}}\n")
    assert (rows(plan), plan.targets, warned(plan)) == ({}, (), [])


def test_a_unit_may_set_itself_less_than_the_whole_area_is_to_reach(under):
    more = 'sections: {m: {title: M, tasks: [Đạt 10%.]}}\ntargets: {t: {value: "10"}}\n'
    (target,) = under(f"  t: {{{NUMBER}, scope: toan-dia-ban}}\n", more).targets
    assert (target.value, target.name) == ("10", "Diện tích trồng mới")


def test_a_target_of_nobody_knows_whom_is_told_as_a_question_until_it_is_answered(under):
    target = f"  t: {{{NUMBER}, scope: chua-ro}}\n"
    plan = under(target)
    assert (rows(plan), plan.targets, warned(plan)) == ({"t": "open"}, (), ["chi-tieu-chua-ro"])
    body = "sections: {m: {title: M, tasks: [Y.]}}\n"
    assert rows(under(target, f"{body}targets: {{t: {{omit: Của cả tỉnh}}}}\n")) == {"t": "left-out"}
    stated = under(target, "sections: {m: {title: M, tasks: [Trồng mới 20% diện tích.]}}\n")
    assert (rows(stated), warned(stated)) == ({"t": "taken"}, [])


def test_a_target_in_words_is_taken_up_by_its_words_or_by_an_item_for_it(under):
    target = "  t: {words: Không để cháy rừng}\n"
    assert rows(under(target)) == {"t": "open"}
    assert rows(under(target, "sections: {m: {title: M, tasks: [Không để cháy rừng trên địa bàn.]}}\n")) == {
        "t": "taken"
    }
    item = "sections: {m: {title: M, tasks: [Canh lửa.]}}\ntasks: {m-1: {lead: kinh-te, target: t}}\n"
    assert rows(under(target, item)) == {"t": "taken"}


def test_a_target_in_words_may_be_given_a_number_and_is_not_compared(under):
    more = (
        'sections: {m: {title: M, tasks: [Không quá 1 vụ.]}}\ntargets: {t: {value: "1", comparison: "<=", unit: vụ}}\n'
    )
    assert under("  t: {words: Không để cháy rừng}\n", more).targets[0].written == "1 vụ"


def test_a_number_alone_for_a_target_in_words_is_told(wrong):
    body = "sections: {m: {title: M, tasks: [Y.]}}\n"
    assert wrong("  t: {words: Không để cháy rừng}\n", f'{body}targets: {{t: {{value: "1"}}}}\n') == ["thieu"]


BY_YEAR = (
    f"  t-2025: {{{NUMBER}, year: 2025}}\n"
    '  t-2030: {name: Diện tích trồng mới, comparison: ">=", value: "50", unit: "%", year: 2030}\n'
)
BODY = "sections: {m: {title: M, tasks: ['Trồng mới năm 2025 đạt 20%; năm 2030 đạt 50% diện tích.']}}\n"


def test_the_same_measure_may_stand_for_two_years(under):
    plan = under(BY_YEAR, BODY)
    assert {each.id: each.value for each in plan.targets} == {"t-2025": "20", "t-2030": "50"}
    assert rows(plan) == {"t-2025": "taken", "t-2030": "taken"}


def test_a_sentence_for_another_year_does_not_take_a_target_up(under):
    plan = under(BY_YEAR, "sections: {m: {title: M, tasks: ['Diện tích trồng mới năm 2025 đạt 20% và 50%.']}}\n")
    assert rows(plan) == {"t-2025": "taken", "t-2030": "open"}


LAXER = {
    "the same id": 't-2030: {value: "40"}',
    "another id for the same measure and year": (
        'moi: {name: Diện tích trồng mới, comparison: ">=", value: "40", unit: "%", year: 2030}'
    ),
}


@pytest.mark.parametrize("case", LAXER)
def test_a_value_laxer_than_that_of_its_year_is_told(case, wrong):
    assert wrong(BY_YEAR, f"{BODY}targets: {{{LAXER[case]}}}\n") == ["chi-tieu-long"]


def test_a_value_for_another_year_is_not_compared(under):
    own = 'moi: {name: Diện tích trồng mới, comparison: ">=", value: "30", unit: "%", year: 2027}'
    assert len(under(BY_YEAR, f"{BODY}targets: {{{own}}}\n").targets) == 3


def test_another_year_under_the_same_id_is_told(wrong):
    assert wrong(BY_YEAR, f'{BODY}targets: {{t-2030: {{value: "60", year: 2035}}}}\n') == ["chi-tieu-khac-nam"]


PACKED = """\
targets:
  t: {name: Diện tích, comparison: ">=", value: "20", unit: "%", year: 2030, scope: toan-dia-ban, source: x}
  l: {name: Cháy rừng, words: Không để cháy rừng, source: x}
"""


def test_a_target_of_a_pack_for_the_whole_area_is_a_plan_s_only_where_it_speaks_of_it(draft, pack):
    pack(PACKED)
    xa = XA + "parent_plan: {number: 1/KH-UBND, date: 04/5/2026}\nsections: {m: {title: M, tasks: [Y.]}}\n"
    assert [each.id for each in draft(xa).targets] == ["l"]
    own = "tasks: {m-1: {lead: kinh-te, target: t}}\n"
    assert [(each.id, each.scope) for each in draft(xa + own).targets] == [("t", "toan-dia-ban"), ("l", "")]


def test_a_sentence_of_a_pack_can_give_a_target_in_words(draft, pack):
    pack(PACKED + "sections:\n  - {id: m, title: M, tasks: [{id: y, wording: \"Phải: {{ target('l') }}.\"}]}\n")
    plan = draft(XA + "parent_plan: {number: 1/KH-UBND, date: 04/5/2026}\n")
    assert plan.body[1].text == "Phải: Không để cháy rừng."


@pytest.mark.parametrize("target", ["{words: Xanh}", "{name: Rừng, words: Xanh, year: 2030}"])
def test_a_profile_may_add_a_target_in_words(target, draft, pack):
    pack("title: Thử\n")
    more = "parent_plan: {number: 1/KH-UBND, date: 04/5/2026}\nsections: {m: {title: M, tasks: [Y.]}}\n"
    more += f"targets: {{t: {target}}}\n"
    assert draft(XA + more).targets[0].words == "Xanh"
