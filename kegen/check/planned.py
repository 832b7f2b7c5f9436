"""What the plan of a profile says and assigns: the same object for every plan that says and assigns the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kegen.check.once import Lasting
from kegen.check.paper import Paper

if TYPE_CHECKING:
    from kegen.check.way import Facts
    from kegen.plan.model import AnnexRow

_MOST = 16


class Assignment(NamedTuple):
    """A task, and who does it."""

    wording: str
    lead: str
    helpers: tuple[str, ...]


class Planned(Lasting):
    """What a plan says in its body and the rows of its annex, its tasks, and the departments of its profile."""

    def __init__(self, facts: Facts) -> None:
        plan = facts.plan
        self.body = tuple((each.kind, each.text) for each in plan.body)
        self.tasks = tuple(Assignment(each.wording, each.lead, each.helpers) for each in plan.tasks)
        self.rows = _rows(facts)
        self.shorts = {each.name: each.short for each in facts.profile.departments}


class _Met:
    """The plans met last, the very last first; plans that follow each other mostly say the same."""

    def __init__(self) -> None:
        self._met: tuple[tuple[tuple[object, ...], Planned], ...] = ()

    def planned(self, facts: Facts) -> Planned:
        """Return the one that says and assigns what the plan of these facts does."""
        own, met = _said(facts), self._met
        at = next((at for at, (said, _) in enumerate(met) if said == own), None)
        if at == 0:
            return met[0][1]
        found = (own, Planned(facts)) if at is None else met[at]
        self._met = (found, *(each for each in met if each is not found))[:_MOST]
        return found[1]


_met = _Met()


def planned_for(paper: Paper) -> Planned | None:
    """Return what the plan of the paper's profile says, None without a profile."""
    return None if paper.facts is None else _met.planned(paper.facts)


def _said(facts: Facts) -> tuple[object, ...]:
    """Return all of it to compare."""
    departments = [(each.name, each.short) for each in facts.profile.departments]
    return facts.plan.body, facts.plan.tasks, _rows(facts), departments


def _rows(facts: Facts) -> tuple[AnnexRow, ...]:
    return facts.plan.annex.rows if facts.plan.annex else ()
