"""Which target each figure of a document belongs to, told by the words around it.

A target is known by its name, and by the clauses that the pack's own wordings put around its figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.directives import directive_of
from kegen.check.figures import Figure, Likeness, figures_in, measured_in, most_like
from kegen.check.options import CheckContext
from kegen.check.passages import Passage, Zone
from kegen.dates import PlanDate
from kegen.plan.model import Target
from kegen.plan.targets import years_of

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
_BOUNDS = {">=": "từ {} trở lên", "<=": "không quá {}", "=": "đúng {}"}


class Claim(NamedTuple):
    """A figure of the document and the target it belongs to."""

    passage: Passage
    figure: Figure
    target: Target
    is_sure: bool
    """Whether nothing else can be meant."""
    is_hint: bool
    """Whether the likeness is too weak for more than not calling the target lost."""


class _Goal(NamedTuple):
    """A target, and the words it is told by: one set for each way of saying it."""

    target: Target
    clauses: frozenset[frozenset[str]]


def claims_in(passages: Iterable[Passage], facts: CheckContext, date: PlanDate | None) -> Iterator[Claim]:
    """Yield every figure of a document of that date that states one of the plan's targets."""
    year = year_of(date)
    by_unit: dict[str, list[_Goal]] = {}
    for goal in _goals(facts):
        by_unit.setdefault(goal.target.unit, []).append(goal)
    for passage in passages:
        for unit, goals in by_unit.items() if passage.zone in SAYING else ():
            for figure in figures_in(passage.line.text, unit):
                meant = _of_year(figure, goals)
                by = meant[0].target.year if len(meant) == 1 else ""
                claim = _claim(passage, figure, meant, is_step=is_milestone(figure, by or year))
                if claim is not None:
                    yield claim


def _of_year(figure: Figure, goals: list[_Goal]) -> list[_Goal]:
    """Return the targets for a year that the figure's clause names; all of them where it names none of theirs."""
    return [each for each in goals if figure.years & years_of(each.target.year)] or goals


def ordered_value(facts: CheckContext | None, target: str) -> str | None:
    """Return what the directive itself sets for a target, None for one that the profile added."""
    known = directive_of(facts).targets if facts is not None else {}
    return known[target].value if target in known else None


def year_of(date: PlanDate | None) -> str:
    """Return the year of a paper's date, "" without one."""
    return str(date.year) if date else ""


def is_milestone(figure: Figure, year: str) -> bool:
    """Whether the figure is a step, a result or another year's than the paper's: nothing to hold against a target."""
    return bool(_MILESTONE.search(figure.clause)) or bool(figure.years - {year})


def wanted(target: Target) -> str:
    """Return what a target asks, in words: `từ 60% trở lên`."""
    by = f", năm {target.year}" if target.year else ""
    return f"{_BOUNDS[target.comparison].format(target.written)} ({target.name}{by})"


def _goals(facts: CheckContext) -> list[_Goal]:
    """Return the targets of a plan with the words each is told by."""
    ordered = directive_of(facts).targets
    known = {name: each.clauses for name, each in ordered.items()}
    measured = [each for each in facts.plan.targets if each.value]
    return [_Goal(each, known.get(each.id, frozenset()) | {measured_in(each.name)}) for each in measured]


def _claim(passage: Passage, figure: Figure, goals: list[_Goal], *, is_step: bool) -> Claim | None:
    likenesses = ((most_like(figure.measured, goal.clauses), goal.target) for goal in goals)
    (best, target), *others = sorted(likenesses, key=lambda each: -each[0].score)
    second = others[0][0].score if others else 0.0
    if best.score < _HINTED or best.recall < _HINTED:
        return None
    is_opposed = figure.opposes(target.comparison)
    is_hint = best.recall < _SURE or best.precision < _LIKELY or is_step or (is_opposed and figure.is_condition)
    is_sure = _is_sure(figure.measured, best) and best.score - second >= _MARGIN and not is_opposed
    return Claim(passage, figure, target, is_sure and not is_hint, is_hint)


def _is_sure(measured: frozenset[str], likeness: Likeness) -> bool:
    return likeness.score == 1.0 or (len(measured) > _SHORT + 1 and min(likeness) >= _SURE)
