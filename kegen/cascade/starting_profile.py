"""The starting profile of a unit: what is known of it, and the orders of the province's plan that no pack answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.province import ProvincePlan, ProvinceUnit
from kegen.gazetteer.units import UnitKind
from kegen.plan.of_text import resolution_of_text
from kegen.plan.orders import orders_to
from kegen.profile.unit import Unit
from kegen.starting.offices import StartingOffice, usual_offices
from kegen.starting.orders import OrderPlaces, OrdersAbove, home_of, orders_above
from kegen.starting.profile import Starting, profile_text
from kegen.starting.task_lines import TaskPart, task_part
from kegen.starting.tasks import own_tasks

_REMARK = "Tệp chưa sửa thì chạy lại kegen cascade là ghi mới; tệp đã sửa thì kegen giữ nguyên, không ghi đè."
_NOBODY = "Kegen"
"""A name that no plan speaks to: what is open for it is open for every unit of the kind."""


class UnitOrders(NamedTuple):
    """What the province's plan orders a unit, or every unit of a kind."""

    orders: OrdersAbove = OrdersAbove()
    home: OrderPlaces = OrderPlaces()
    addressed: Mapping[str, str] = {}
    """Every task that the plan speaks to it of, by id: whether it leads or helps."""
    part: TaskPart = TaskPart()
    """The part of its profile on tasks, with the offices that the law gives such a unit."""


def open_orders(kind: UnitKind, folder: Path, above: ProvincePlan) -> UnitOrders:
    """Return the orders that a plan of such a unit leaves open if its profile says nothing of them.

    The province's plan must lie in the folder.
    """
    return _orders(ProvinceUnit("", kind, _NOBODY, above.province), folder, above)


def orders_of(unit: ProvinceUnit, of_kind: UnitOrders, folder: Path, above: ProvincePlan) -> UnitOrders:
    """Return those of the unit: of every unit of its kind, and those that the plan gives it by its name."""
    own = orders_to(Unit(level=unit.kind, name=unit.name, province=unit.province), above.plan)
    parts = {name: order.part for name, order in own.items()}
    return of_kind if parts == of_kind.addressed else _orders(unit, folder, above)


def _orders(unit: ProvinceUnit, folder: Path, above: ProvincePlan) -> UnitOrders:
    made = resolution_of_text(starting_profile(unit, unit.kind, above), folder / f"{unit.kind}.yaml")
    if made is None:
        return UnitOrders()
    plan = made.plan
    parts = {each.order.id: each.order.part for each in plan.coverage if each.order.kind == "task"}
    orders, home = orders_above(plan.coverage, above.plan), home_of(plan, made.pack.start)
    own = own_tasks(orders, above.plan, usual_offices(unit.kind), home)
    return UnitOrders(orders, home, parts, task_part(own))


def starting_profile(unit: ProvinceUnit, stem: str, above: ProvincePlan, orders: UnitOrders | None = None) -> str:
    """Return the text of the profile, with comments for whoever goes on from there; it takes up the orders."""
    listed = tuple(StartingOffice(each.name, each.short, each.roles) for each in unit.offices)
    known = Starting(
        level=unit.kind,
        name=unit.name,
        province=unit.province,
        place=unit.place,
        directive=above.pack.name,
        parent=above.file,
        offices=listed or usual_offices(unit.kind),
        position=unit.position or "CHỦ TỊCH",
        signer=unit.signer,
        number=unit.number,
        date=unit.date,
    )
    part = _own_part(unit, listed, above, orders or UnitOrders())
    return profile_text(known, f"{stem}.yaml", above.plan, part, _REMARK)


def _own_part(
    unit: ProvinceUnit, listed: tuple[StartingOffice, ...], above: ProvincePlan, orders: UnitOrders
) -> TaskPart:
    """Return the part on tasks: that of the kind, made anew only where the list names offices of the unit's own."""
    if not listed:
        return orders.part
    return task_part(own_tasks(orders.orders, above.plan, usual_offices(unit.kind, listed), orders.home))
