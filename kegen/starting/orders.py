"""Every order of the plan above, sorted by what a unit has to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kegen.pack.model import PackStart
from kegen.plan.model import Ask, Covered, Plan, Target, Task
from kegen.starting.asked import concerned


class OrdersAbove(NamedTuple):
    """What a starting profile says of the plan above."""

    leading: tuple[Covered, ...] = ()
    """Tasks that the unit is to see to, and that no words of the pack answer."""
    helping: tuple[Covered, ...] = ()
    targets: tuple[Covered, ...] = ()
    """Targets that nothing in the pack states."""
    unclear: tuple[Task, ...] = ()
    """Tasks of which the plan above does not say who sees to them."""


def orders_above(coverage: Iterable[Covered], above: Plan) -> OrdersAbove:
    """Return what is open for the unit, and what is not known to be anybody's."""
    rows = [each for each in coverage if each.state == "open"]
    tasks = [each for each in rows if each.order.kind == "task"]
    addressed = {each.order.id for each in coverage}
    return OrdersAbove(
        leading=tuple(each for each in tasks if each.order.part == "leads"),
        helping=tuple(each for each in tasks if each.order.part == "helps"),
        targets=tuple(each for each in rows if each.order.kind == "target"),
        unclear=tuple(each for each in above.tasks if not each.lead and each.id not in addressed),
    )


class OrderPlaces(NamedTuple):
    """Where in a pack orders of the plan above go."""

    section: str = ""
    """The section for those that have none of their own, "" for none."""
    reporter: str = ""
    """The task that reports to the level above, "" for none."""
    purpose: str = ""
    """The section before the tasks that may hold one of targets, "" for none."""
    head: str = ""
    """Who heads the unit, by title, "" where its level does not tell."""
    own: str = ""
    """The unit's name, as sentences call it."""
    in_province: bool = False
    """Whether the unit's own area is that of the province."""


def home_of(plan: Plan, start: PackStart) -> OrderPlaces:
    """Return where orders go in a plan, of the places that its pack names those that it has."""
    headings = [(each.kind, each.id) for each in plan.body if each.kind in {"muc", "khoan"}]
    following = [*headings[1:], ("muc", "")]
    leaves = {name for (kind, name), (after, _) in zip(headings, following, strict=True) if (kind, after) != _OPENS}
    return OrderPlaces(
        start.tasks if start.tasks and start.tasks in leaves else "",
        start.reporter if start.reporter and any(each.id == start.reporter for each in plan.tasks) else "",
        start.targets if start.targets and ("muc", start.targets) in headings else "",
        _head_of(plan),
        plan.unit_name,
        plan.standing.level == "so",
    )


_HEADS = {
    "xa": "Chủ tịch Ủy ban nhân dân xã",
    "phuong": "Chủ tịch Ủy ban nhân dân phường",
    "dac-khu": "Chủ tịch Ủy ban nhân dân đặc khu",
}


def _head_of(plan: Plan) -> str:
    if plan.standing.level == "so":
        return "Giám đốc Sở" if plan.standing.unit.startswith("Sở ") else ""
    return _HEADS.get(plan.standing.level, "")


_OPENS = ("muc", "khoan")
"""The kinds of a heading that other headings stand under, and of the first of those."""


def open_asks(above: Plan) -> dict[tuple[str, str], Ask]:
    """Return what nobody has confirmed of the plan above, by the task and field that it is about."""
    ids = [each.id for each in above.tasks]
    open_ = [each for each in above.asks if not each.answer]
    return {(name, each.field): each for each in open_ for name in concerned(each, ids)}


def target_of(above: Plan, name: str) -> Target | None:
    """Return the target of that id."""
    return next((each for each in above.targets if each.id == name), None)
