"""Which target each figure of a document belongs to, told by the words around it.

A target is known by its name, and by the clauses that the pack's own wordings put around its figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.directives import Directive, directive
from kegen.check.figures import Figure, Likeness, figures_in, measured_in, most_like
from kegen.check.once import Lasting
from kegen.check.paper import Paper, Zone, lines, zones_of
from kegen.check.way import Facts
from kegen.document.lines import Line
from kegen.document.recent import Recent

if TYPE_CHECKING:
    from kegen.plan.model import Target

SAYING: tuple[Zone, ...] = ("body", "table", "annex", "note", "box")
"""Where a document says what is to be done."""
_SHORT = 3
"""With so few words a measure is told by all of them and no other."""
_SURE, _LIKELY, _HINTED = 0.75, 0.6, 0.5
_MARGIN = 0.1
_MILESTONE = re.compile(
    r"\b(quý|tháng|giai đoạn|đã|mới|hiện|còn|chưa|nếu|trường hợp|khi|không đạt|vượt|tăng(?! cường)|thêm|riêng)\b",
    re.IGNORECASE,
)
"""Words of a figure that is no yearly target: a step on the way, a result, a condition, a change."""


class Goal(NamedTuple):
    """A target, and the words it is told by: one set for each way of saying it."""

    target: Target
    ways: frozenset[frozenset[str]]


class Claim(NamedTuple):
    """A figure of the document and the target it belongs to."""

    at: int
    """The index, among the paper's passages, of the one it stands in."""
    figure: Figure
    goal: Goal
    sure: bool
    """Whether nothing else can be meant."""
    hinted: bool
    """Whether the likeness is too weak for more than not calling the target lost."""


class Told(NamedTuple):
    """A figure of a text and the target it belongs to, as a Claim has them."""

    figure: Figure
    goal: Goal
    sure: bool
    hinted: bool


class Goals(Lasting):
    """The targets of a plan in one year, and what texts were found to say of them."""

    def __init__(self, goals: tuple[Goal, ...], year: str) -> None:
        self.targets = tuple(each.target for each in goals)
        self._year = year
        self._by_unit: dict[str, list[Goal]] = {}
        for each in goals:
            self._by_unit.setdefault(each.target.unit, []).append(each)
        self._known: Recent[str, tuple[Told, ...]] = Recent(4096)
        self.told_by = self._told_by
        """What `told` says of a line, as one object for its notes."""

    def told(self, text: str) -> tuple[Told, ...]:
        """Return the figures of a text that state a target."""
        found = self._known.get(text)
        if found is None:
            found = tuple(self._told(text))
            self._known.put(text, found)
        return found

    def _told_by(self, line: Line) -> tuple[Told, ...]:
        return self.told(line.text)

    def _told(self, text: str) -> Iterator[Told]:
        for unit, goals in self._by_unit.items():
            for figure in figures_in(text, unit):
                if told := _told_by(figure, goals, self._year):
                    yield told


@lru_cache(maxsize=16)
def goals_of(pack: str, targets: tuple[Target, ...], year: str) -> Goals:
    """Return the targets of a plan with the words each is told by."""
    ways = _ways(pack)
    return Goals(tuple(Goal(each, ways.get(each.id, frozenset()) | {measured_in(each.name)}) for each in targets), year)


def directive_value(paper: Paper, name: str) -> str | None:
    """Return what the directive itself sets for a target, None for one that the profile added."""
    pack = _pack(_pack_of(paper.facts)) if paper.facts else None
    return pack.targets[name].value if pack and name in pack.targets else None


def claims_of(paper: Paper) -> tuple[Claim, ...]:
    """Return every figure of the document that states one of the plan's targets."""
    goals = paper.once(goals_for)
    told = enumerate(paper.told(lines, goals.told_by)) if goals else ()
    found = [(at, said) for at, said in told if said]
    zones = paper.once(zones_of).split()
    return tuple(Claim(at, *each) for at, said in found if zones[at] in SAYING for each in said)


def goals_for(paper: Paper) -> Goals | None:
    """Return the targets of the plan of the paper's profile, None without one."""
    if paper.facts is None:
        return None
    return goals_of(_pack_of(paper.facts), tuple(paper.facts.plan.targets), _year_of(paper))


def _year_of(paper: Paper) -> str:
    return str(paper.date.year) if paper.date else ""


def _told_by(figure: Figure, goals: list[Goal], year: str) -> Told | None:
    ranked = sorted(((most_like(figure.measured, goal.ways), goal) for goal in goals), key=lambda each: -each[0].score)
    likeness, goal = ranked[0]
    second = ranked[1][0].score if len(ranked) > 1 else 0.0
    if likeness.score < _HINTED or likeness.recall < _HINTED:
        return None
    hinted = likeness.recall < _SURE or likeness.precision < _LIKELY or is_milestone(figure, year)
    opposed = figure.opposes(goal.target.comparison)
    hinted = hinted or (opposed and figure.is_condition)
    sure = _is_sure(figure.measured, likeness) and likeness.score - second >= _MARGIN and not opposed
    return Told(figure, goal, sure and not hinted, hinted)


def _is_sure(measured: frozenset[str], likeness: Likeness) -> bool:
    return likeness.score == 1.0 or (len(measured) > _SHORT + 1 and min(likeness) >= _SURE)


def is_milestone(figure: Figure, year: str) -> bool:
    """Whether the figure is a step, a result or another year's than the paper's: nothing to hold against a target."""
    return bool(_MILESTONE.search(figure.clause)) or bool(figure.years - {year})


def _pack_of(facts: Facts) -> str:
    return facts.profile.directive or ""


def _pack(name: str) -> Directive:
    return directive(name)


@lru_cache(maxsize=8)
def _ways(name: str) -> dict[str, frozenset[frozenset[str]]]:
    """Return for each target of a pack the words of the clauses that its wordings put around the figure."""
    return {target: frozenset(map(frozenset, each.ways)) for target, each in _pack(name).targets.items()}


def wanted(target: Target) -> str:
    """Return what a target asks, in words: `từ 60% trở lên`."""
    from kegen.plan.targets import written  # noqa: PLC0415

    asked = {">=": "từ {} trở lên", "<=": "không quá {}", "=": "đúng {}"}[target.comparison]
    return f"{asked.format(written(target))} ({target.name})"
