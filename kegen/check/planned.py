"""What the plan of a profile says and assigns: the same object for every plan that says and assigns the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kegen.check.once import Lasting
from kegen.check.paper import Paper
from kegen.document.recent import Recent

if TYPE_CHECKING:
    from kegen.check.way import Facts
    from kegen.plan.model import AnnexRow

_APART = "\x1f"
"""A sign that no text has."""
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


_known: Recent[tuple[object, ...], Planned] = Recent(_MOST)


def planned_for(paper: Paper) -> Planned | None:
    """Return what the plan of the paper's profile says, None without a profile."""
    if paper.facts is None:
        return None
    key = _key(paper.facts)
    found = _known.get(key)
    if found is None:
        found = Planned(paper.facts)
        _known.put(key, found)
    return found


def _key(facts: Facts) -> tuple[object, ...]:
    """Return all of it to compare, in a few long texts: those are compared faster than many short ones."""
    body, tasks = facts.plan.body, facts.plan.tasks
    return (
        _APART.join([each.kind for each in body]),
        _APART.join([each.text for each in body]),
        _APART.join([each.wording for each in tasks]),
        _APART.join([each.lead for each in tasks]),
        tuple([each.helpers for each in tasks]),
        _rows(facts),
        tuple([(each.name, each.short) for each in facts.profile.departments]),
    )


def _rows(facts: Facts) -> tuple[AnnexRow, ...]:
    return facts.plan.annex.rows if facts.plan.annex else ()
