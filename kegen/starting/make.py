"""A starting profile made of a unit and the plan above it, and what came of it when it is resolved."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.plan.model import Covered, Plan
from kegen.plan.of_text import plan_of_text, resolution_of_text
from kegen.starting.orders import OrdersAbove, home_of, orders_above
from kegen.starting.profile import Starting, profile_text
from kegen.starting.task_lines import task_part
from kegen.starting.tasks import OwnTasks, own_tasks


class Made(NamedTuple):
    """The profile's text, the orders that it was made of, and the plan that it comes to."""

    text: str
    orders: OrdersAbove
    tasks: OwnTasks | None
    plan: Plan | None
    """None where the profile cannot be understood, which would be a bug."""


def make_profile(unit: Starting, file: Path, above: Plan | None) -> Made:
    """Return the profile that is to stand in the file; nothing is written."""
    bare = resolution_of_text(profile_text(unit, file.name, above), file)
    if above is None or bare is None:
        return Made(profile_text(unit, file.name, above), OrdersAbove(), None, bare.plan if bare else None)
    orders = orders_above(bare.plan.coverage, above)
    tasks = own_tasks(orders, above, unit.offices, home_of(bare.plan, bare.pack.start))
    text = profile_text(unit, file.name, above, task_part(tasks))
    return Made(text, orders, tasks, plan_of_text(text, file))


def still_open(plan: Plan) -> tuple[Covered, ...]:
    """Return the orders of the plan above that the plan says nothing of."""
    return tuple(each for each in plan.coverage if each.state == "open")
