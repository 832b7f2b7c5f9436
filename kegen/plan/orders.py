"""The orders that a plan gives the units of the level below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.plan.addressed import Addressee, addresses
from kegen.plan.case import Case
from kegen.plan.model import Order, Paragraph, Part, Plan
from kegen.plan.outline import Item, Outline


def orders_to(case: Case, above: Plan) -> dict[str, Order]:
    """Return, by id, the tasks of the plan above that the case's unit leads or helps with."""
    unit = Addressee(case.level, case.profile.unit.name, above.standing.level)
    return {order.id: order for order in _orders(above, unit)}


def offer(outline: Outline, orders: dict[str, Order]) -> None:
    """Put at hand, in the words of the plan above, each order that the pack has no words for."""
    for name, order in orders.items():
        if name not in outline.spare and not outline.item(name):
            outline.spare[name] = _item(order)


def _orders(above: Plan, unit: Addressee) -> Iterator[Order]:
    sections = sections_of(above.body)
    for task in above.tasks:
        leads = addresses(task.lead, unit)
        if leads or any(addresses(helper, unit) for helper in task.helpers):
            part: Part = "leads" if leads else "helps"
            known = (task.deadline, task.product, task.target, sections.get(task.id, ""))
            yield Order("task", task.id, task.wording, task.lead, part, *known)


def sections_of(body: Iterable[Paragraph]) -> dict[str, str]:
    """Return the section that each item of a plan's body stands in."""
    sections: dict[str, str] = {}
    section = ""
    for paragraph in body:
        if paragraph.kind in {"muc", "khoan"}:
            section = paragraph.id
        sections.setdefault(paragraph.id, section)
    return sections


def _item(order: Order) -> Item:
    return Item(
        order.id,
        order.wording,
        own=True,
        ordered=True,
        deadline=order.deadline,
        product=order.product,
        target=order.target,
        said=("deadline", "product"),
    )
