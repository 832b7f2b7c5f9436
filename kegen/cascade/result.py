"""What became of one unit, and the same as JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from kegen.plan.model import Blank
from kegen.problem import Place, Problem, Severity


class Status(StrEnum):
    """How a unit stands after a run."""

    DONE = "done"
    """Drafted, or drafted anew."""
    UNCHANGED = "unchanged"
    """Nothing that it comes from has changed since the last run."""
    EDITED = "edited"
    """Somebody's edits are in its draft, which was left alone."""
    FAILED = "failed"
    UNDONE = "undone"
    """The run was stopped before its turn came."""


class UnitResult(NamedTuple):
    """One unit: its files, what its draft lacks, and what stood in the way of one."""

    code: str
    unit: str
    profile: str
    draft: str
    status: Status
    blanks: tuple[Blank, ...] = ()
    problems: tuple[Problem, ...] = ()
    obstacle: str = ""
    """Why there is no new draft, where that is no problem of the profile."""
    open: tuple[str, ...] = ()
    """The orders of the plan above that it neither takes up nor leaves out."""
    changes: tuple[str, ...] = ()
    """What the last change of the plan above does to it."""
    own_profile: bool = False
    """Whether somebody has edited its starting profile."""

    def count(self, severity: Severity) -> int:
        """Return how many problems weigh that much."""
        return sum(each.severity is severity for each in self.problems)

    @property
    def errors(self) -> int:
        """How much forbids it: errors of profile and draft, and what stood in the way."""
        return self.count(Severity.ERROR) + (self.status is Status.FAILED and not self.count(Severity.ERROR))


def result_to_json(result: UnitResult) -> dict[str, Any]:
    """Return the result, complete, as `json.dumps` takes it."""
    blanks = [each._asdict() for each in result.blanks]
    problems = [
        {**each.place._asdict(), "id": each.id, "severity": str(each.severity), "message": each.message}
        for each in result.problems
    ]
    return {**result._asdict(), "status": str(result.status), "blanks": blanks, "problems": problems}


def result_from_json(data: dict[str, Any]) -> UnitResult:
    """Return the result that was made JSON of; raises ValueError, KeyError or TypeError where it was none."""
    return UnitResult(
        **{name: text(data[name]) for name in ("code", "unit", "profile", "draft", "obstacle")},
        status=Status(data["status"]),
        blanks=tuple(Blank(**{name: text(value) for name, value in each.items()}) for each in data["blanks"]),
        problems=tuple(map(_problem, data["problems"])),
        open=tuple(map(text, data["open"])),
        changes=tuple(map(text, data["changes"])),
        own_profile=bool(data["own_profile"]),
    )


def _problem(data: dict[str, Any]) -> Problem:
    place = Place(text(data["file"]), int(data["line"]), int(data["column"]))
    return Problem(place, text(data["id"]), text(data["message"]), Severity(data["severity"]))


def text(value: object) -> str:
    """Return the value, which must be text that can be written again; raises ValueError or TypeError else."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value
