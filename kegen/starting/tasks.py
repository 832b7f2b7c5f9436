"""The orders of the plan above that a unit is to see to, each with the office that it is likely for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kegen.plan.model import Covered, Plan, Task
from kegen.starting.by_the_plan import OwnMeans, carried_out_by_the_plan
from kegen.starting.headings import HeadingPlace, heading_lines, origins_of
from kegen.starting.offices import Guess, StartingOffice, guess_for
from kegen.starting.orders import OrderPlaces, OrdersAbove


class OwnTask(NamedTuple):
    """An order that stands in the profile, and the office that it is likely for."""

    row: Covered
    guess: Guess | None
    means: OwnMeans = ""
    """How the plan itself carries it out, if it does."""


class OwnTasks(NamedTuple):
    """What the profile of a unit does about the orders of the plan above."""

    above: Plan
    orders: OrdersAbove
    tasks: tuple[OwnTask, ...]
    home: OrderPlaces
    origins: Mapping[str, HeadingPlace]
    """Where each order stands in the plan above, by its id."""

    def headings(self, names: Iterable[str], indent: str) -> Iterator[list[str]]:
        """Yield the comment lines before each of some orders: headings of the plan above that are new there."""
        return heading_lines((self.origins.get(each, HeadingPlace()).headings for each in names), indent)

    def place(self, name: str) -> str:
        """Return where the plan above has an order, in words, "" where that is not known."""
        return self.origins.get(name, HeadingPlace()).place


def own_tasks(orders: OrdersAbove, above: Plan, offices: Sequence[StartingOffice], home: OrderPlaces) -> OwnTasks:
    """Return the tasks, each with a guess of its office where its words tell one."""
    known = {each.id: each for each in above.tasks}
    tasks = []
    for row in orders.leading:
        order = row.order
        means = carried_out_by_the_plan(order.wording)
        means = "" if means == "reporting" and not home.reporter else means
        is_personal = home.head and _HEADED.search(order.lead) and _PERSONAL.search(order.wording)
        guess = guess_for(order.wording, _others(known.get(order.id)), offices)
        tasks.append(OwnTask(row, Guess(StartingOffice(home.head), "") if is_personal else guess, means))
    return OwnTasks(above, orders, tuple(tasks), home, origins_of(above))


def _others(task: Task | None) -> tuple[str, ...]:
    """Return the departments of the level above that have to do with a task: theirs tell its domain."""
    bodies = (*task.leads, *task.helpers, task.watcher) if task else ()
    return tuple(each for each in bodies if each.startswith(_DEPARTMENTS))


_HEADED = re.compile(r"\b(?:chủ tịch|giám đốc|thủ trưởng|người đứng đầu)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\bchịu trách nhiệm\b|\btrực tiếp (?:lãnh đạo|chỉ đạo)\b", re.IGNORECASE)
"""What the head of a unit hands to no office."""
_DEPARTMENTS = ("Sở ", "Công an ", "Bộ Chỉ huy ", "Bộ CHQS ")
