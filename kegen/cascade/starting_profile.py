"""The starting profile of a unit: what is known of it, and the orders of the province's plan that no pack answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.province import KIND_WORDS, ListedOffice, ProvincePlan, ProvinceUnit
from kegen.gazetteer.units import UnitKind
from kegen.plan.of_text import examined
from kegen.plan.orders import orders_to
from kegen.profile.unit import Unit
from kegen.starting.offices import StartingOffice, usual_offices
from kegen.starting.orders import Home, OrdersAbove, home_of, orders_above
from kegen.starting.tasks import own_tasks, task_lines
from kegen.starting.year import year_line
from kegen.yaml_text.splice import scalar

_COMMENT_COLUMN = 31
_NOBODY = "Kegen"
"""A name that no plan speaks to: what is open for it is open for every unit of the kind."""


class UnitOrders(NamedTuple):
    """What the province's plan orders a unit, or every unit of a kind."""

    orders: OrdersAbove = OrdersAbove()
    home: Home = Home()
    addressed: Mapping[str, str] = {}
    """Every task that the plan speaks to it of, by id: whether it leads or helps."""
    leads: tuple[StartingOffice, ...] = ()
    heads: tuple[StartingOffice, ...] = ()
    """The offices that tasks are guessed for, of those that the law gives such a unit."""
    lines: tuple[str, ...] = ()
    """The part of its profile on tasks, with those offices."""


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
    plan = examined(starting_profile(unit, unit.kind, above), folder / f"{unit.kind}.yaml")
    if plan is None:
        return UnitOrders()
    parts = {each.order.id: each.order.part for each in plan.coverage if each.order.kind == "task"}
    orders, home = orders_above(plan.coverage, above.plan), home_of(plan)
    own = own_tasks(orders, above.plan, usual_offices(unit.kind), home)
    return UnitOrders(orders, home, parts, own.leads, own.heads, tuple(task_lines(own)))


def starting_profile(unit: ProvinceUnit, stem: str, above: ProvincePlan, orders: UnitOrders | None = None) -> str:
    """Return the text of the profile, with comments for whoever goes on from there; it takes up the orders."""
    orders = orders or UnitOrders()
    parts = (
        _head(unit, stem, above),
        _unit(unit),
        _parent(above),
        _own(unit, orders.heads if unit.offices else orders.leads, year_line(above.plan)),
        _tasks(unit, above, orders),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _tasks(unit: ProvinceUnit, above: ProvincePlan, orders: UnitOrders) -> Iterable[str]:
    """Return the part on tasks: that of the kind, made anew only where the list names offices of the unit's own."""
    if not unit.offices:
        return orders.lines
    listed = tuple(StartingOffice(each.name, each.short, each.roles) for each in unit.offices)
    return task_lines(own_tasks(orders.orders, above.plan, usual_offices(unit.kind, listed), orders.home))


def _head(unit: ProvinceUnit, stem: str, above: ProvincePlan) -> Iterator[str]:
    yield f"# Hồ sơ của {unit.title}, kegen ghi sẵn theo kế hoạch của {above.title}. Sửa tùy ý bằng Notepad:"
    yield "# tệp đã sửa thì kegen giữ nguyên, không ghi đè. Sửa xong, soạn lại kế hoạch của đơn vị bằng:"
    yield f"#   kegen draft --profile {stem}.yaml"
    yield _line(f"directive: {scalar(above.pack.name)}", "bộ mẫu của văn bản chỉ đạo")


def _unit(unit: ProvinceUnit) -> Iterator[str]:
    yield "unit:"
    yield _line(f"  level: {unit.kind}", "cấp của đơn vị")
    yield _line(f"  name: {scalar(unit.name)}", f"tên riêng, không kèm chữ “{KIND_WORDS[unit.kind]}”")
    if unit.place:
        yield _line(f"  place: {scalar(unit.place)}", "địa danh trên dòng ngày, tháng")
    yield _line(f"  province: {scalar(unit.province)}", "tỉnh, thành phố")


def _parent(above: ProvincePlan) -> Iterator[str]:
    yield _line("parent_plan:", f"kế hoạch của {above.title}, tệp ở cùng thư mục này")
    yield f"  plan: {above.file}"


def _own(unit: ProvinceUnit, leads: tuple[StartingOffice, ...], year: str) -> Iterator[str]:
    yield from _offices(unit, leads)
    yield "signer:"
    if unit.position:
        yield f"  position: {scalar(unit.position)}"
    else:
        yield _line("  position: CHỦ TỊCH", "hoặc PHÓ CHỦ TỊCH")
    if unit.signer:
        yield f"  name: {scalar(unit.signer)}"
    else:
        yield _line("  # name: Nguyễn Văn A", "bỏ dấu # và ghi họ tên người ký")
    note = "số và ngày: Văn thư ghi khi ban hành"
    yield f"number: {scalar(unit.number)}" if unit.number else _line("# number: 114", note)
    yield f"date: {unit.date}" if unit.date else year or "# date: 03/6/2026"


def _offices(unit: ProvinceUnit, leads: tuple[StartingOffice, ...]) -> Iterator[str]:
    offices = (*unit.offices, *(ListedOffice(each.name, each.short) for each in leads))
    if not offices:
        yield _line("# departments:", "cơ quan nào giữ vai trò nào; không ghi thì theo mặc định của cấp xã")
        yield "#   - {name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi, tuyen-truyen]}"
        return
    yield _line("departments:", "vai trò không ghi thì theo cơ quan mặc định của cấp xã")
    for office in offices:
        yield from _office(office)


def _office(office: ListedOffice) -> Iterator[str]:
    yield f"  - name: {scalar(office.name)}"
    if office.short:
        yield f"    short: {scalar(office.short)}"
    if office.roles:
        yield f"    roles: [{', '.join(office.roles)}]"


def _line(text: str, note: str) -> str:
    return f"{text:<{_COMMENT_COLUMN - 1}} # {note}"
