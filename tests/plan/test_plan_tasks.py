"""Who leads a task, alone or with others, who watches it, and how the plan below and its sheets know of them."""

import pytest

from kegen.plan.orders import orders_to
from kegen.plan.saved import dump, parse_plan
from kegen.profile.unit import Unit
from kegen.sheets.tasks import task_lines, tasks_table
from tests.annexes import rows_of

XA = "directive: thu\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
XA += "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
TOGETHER = """\
sections: {m: {title: M, tasks: [Trồng cây., Tưới cây.]}}
tasks:
  m-1: {lead: [kinh-te, dau-moi], helpers: [tat-ca], watcher: dau-moi, deadline: 10/5/2027}
  m-2: {lead: kinh-te}
"""


@pytest.fixture
def plan(draft, pack):
    pack("title: Thử\n")
    return draft(XA + TOGETHER + "annex: có\n")


def test_several_leads_are_all_leads_and_a_hint_tells_that_one_is_enough(plan):
    assert plan.tasks[0].leads == ("Phòng Kinh tế", "Văn phòng")
    assert [(p.id, p.severity.value) for p in plan.warnings] == [("nhieu-chu-tri", "warning")]


def test_one_lead_in_a_list_is_one_lead(draft, pack):
    pack("title: Thử\n")
    plan = draft(XA + TOGETHER.replace("[kinh-te, dau-moi]", "[kinh-te]"))
    assert plan.tasks[0].leads == ("Phòng Kinh tế",)
    assert plan.warnings == ()


def test_the_annex_lists_all_leads(plan):
    assert rows_of(plan)[0].lead == "Phòng Kinh tế; Văn phòng"


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        ("theo-co-quan", ["a) Phòng Kinh tế, Văn phòng", "Trồng cây.", "b) Phòng Kinh tế", "Tưới cây."]),
        ("trong-cau", ["- Phòng Kinh tế, Văn phòng trồng cây.", "- Phòng Kinh tế tưới cây."]),
    ],
)
def test_all_leads_stand_before_their_task(grouping, expected, draft, pack):
    pack("title: Thử\n")
    assert [p.text for p in draft(f"{XA}{TOGETHER}style: {{grouping: {grouping}}}\n").body[1:]] == expected


def test_every_office_of_a_task_is_a_recipient(plan):
    named = " ".join(plan.recipients)
    assert all(office in named for office in ("Phòng Kinh tế", "Văn phòng", "Các cơ quan liên quan"))


def test_the_watcher_is_in_the_sheet_that_has_one(plan):
    assert plan.tasks[0].watcher == "Văn phòng"
    table = tasks_table(plan)
    assert (table.columns[-1].heading, table.rows[0][-1]) == ("Cơ quan theo dõi, đôn đốc", "Văn phòng")
    assert "   Theo dõi, đôn đốc: Văn phòng" in list(task_lines(plan))
    without = plan._replace(tasks=tuple(task._replace(watcher="") for task in plan.tasks))
    assert len(tasks_table(without).columns) == len(table.columns) - 1


def test_leads_and_watchers_of_a_pack_reach_its_tasks(draft, pack):
    task = "{id: y, wording: Y., lead: {xa: [kinh-te, dau-moi]}, watcher: {khac: tat-ca}}"
    pack(f"sections:\n  - {{id: m, title: M, tasks: [{task}]}}\n")
    (found,) = draft(XA).tasks
    assert (found.leads, found.watcher) == (("Phòng Kinh tế", "Văn phòng"), "Các cơ quan liên quan")
    assert draft(XA).warnings == ()


@pytest.mark.parametrize("field", ["lead: [kinh-te, la]", "lead: kinh-te, watcher: la"])
def test_an_office_nobody_knows_is_told(field, draft, pack):
    pack("title: Thử\n")
    more = f"sections: {{m: {{title: M, tasks: [Y.]}}}}\ntasks: {{m-1: {{{field}}}}}\n"
    assert draft.ids(XA + more) == ["vai-tro-trong"]


def test_a_watcher_of_what_nobody_leads_is_told(draft, pack):
    pack("title: Thử\n")
    more = "sections: {m: {title: M, tasks: [Y.]}}\ntasks: {m-1: {watcher: kinh-te}}\n"
    assert [(p.id, p.place.line) for p in draft(XA + more).warnings] == [("thua", 5)]


def test_tasks_come_back_from_a_saved_plan_as_they_were(plan):
    assert parse_plan(dump(plan).encode(), "x").plan.tasks == plan.tasks


@pytest.mark.parametrize(
    ("more", "part"), [({"also_lead": ("UBND cấp xã",)}, "leads"), ({"watcher": "UBND cấp xã"}, "helps")]
)
def test_a_plan_orders_a_unit_that_leads_with_others_or_watches(more, part, plan):
    above = plan._replace(tasks=(plan.tasks[1]._replace(**more),))
    above = above._replace(standing=above.standing._replace(level="tinh"))
    unit = Unit(level="xa", name="Nhữ Khê", province="Tuyên Quang")
    (order,) = orders_to(unit, above).values()
    assert order.part == part
    assert order.lead.startswith("Phòng Kinh tế")
    assert orders_to(unit, above._replace(tasks=(plan.tasks[1],))) == {}


def test_an_order_stands_in_a_deep_section_of_the_plan_above(draft, pack):
    pack("title: Thử\n")
    more = "sections:\n  a: {title: A}\n  b: {title: B, into: a}\n  c: {title: C, into: b, tasks: [Y.]}\n"
    above = draft("directive: thu\nunit: {level: tinh, name: Tuyên Quang}\n" + more + "tasks: {c-1: {lead: tat-ca}}\n")
    above = above._replace(tasks=(above.tasks[0]._replace(lead="UBND cấp xã"),))
    unit = Unit(level="xa", name="Nhữ Khê", province="Tuyên Quang")
    assert orders_to(unit, above)["c-1"].section == "c"
