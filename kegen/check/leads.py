"""Which tasks of a plan have their lead named near by, and which of them a document's paragraphs word and name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from kegen.check.assignments import depth_of
from kegen.check.offices import is_group, says_office
from kegen.check.planned import Assignment, Planned
from kegen.check.searched import Searched
from kegen.check.words import spelled
from kegen.document.parts import Item


class Led(NamedTuple):
    """A task whose lead the plan names by it."""

    wording: str
    """As `spelled` has it."""
    lead: str
    short: str | None


class Told(NamedTuple):
    """What a paragraph says of such tasks, by their place: which it words, and the leads of which it names."""

    worded: tuple[int, ...]
    led: frozenset[int]


class Leads:
    """The tasks of a plan whose lead its body names near by."""

    def __init__(self, tasks: tuple[Led, ...]) -> None:
        self.tasks = tasks
        self._by_lead: dict[tuple[str, str | None], list[int]] = {}
        """The tasks of each lead, named whole and in short."""
        for at, each in enumerate(tasks):
            self._by_lead.setdefault((each.lead, each.short), []).append(at)
        self.told_by = self._told_by
        """What a paragraph says of them, as one object for its notes."""

    def _told_by(self, item: Item) -> Told | None:
        """Return what a paragraph says, None where it words no task and heads nothing."""
        near = item.line.text
        text = spelled(near)  # its mark words no task, and with it the text is the plan's own, spelled by now
        worded = tuple([i for i, each in enumerate(self.tasks) if each.wording in text])
        if not worded and depth_of(item) is None:
            return None
        led = (tasks for lead, tasks in self._by_lead.items() if says_office(near, *lead))
        return Told(worded, frozenset(chain.from_iterable(led)))


@lru_cache(maxsize=16)
def leads_of(planned: Planned) -> Leads:
    """Return the leads of a plan."""
    return Leads(tuple(_led(planned)))


def _led(planned: Planned) -> Iterator[Led]:
    for task, near in _near(planned):
        if not is_group(task.lead) and any(says_office(each, task.lead) for each in near):
            yield Led(spelled(task.wording), task.lead, planned.shorts.get(task.lead))


def _near(planned: Planned) -> Iterator[tuple[Assignment, tuple[str, ...]]]:
    """Yield each task of the plan with what its body says near the task: the headings over it, and its paragraph."""
    texts: list[tuple[str, ...]] = []
    heads: dict[str, str] = {}
    order = ("muc", "khoan", "nhom")
    for kind, text in planned.body:
        if kind in order:
            heads = {kind: heads[kind] for kind in order[: order.index(kind)] if kind in heads}
            heads[kind] = text
        texts.append((*heads.values(), text))
    known = Searched(spelled(text) for _, text in planned.body)
    for task in planned.tasks:
        found = known.first(spelled(task.wording))
        yield task, () if found is None else texts[found]
