"""What kegen remembers of a folder: what it wrote there, from what, and what came of it.

A record that is broken or foreign is as good as none: then every profile that is not word for word what would be
written anyway counts as edited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kegen.cascade.result import Result, Status
from kegen.output.whole import write_whole
from kegen.plan.model import Blank
from kegen.problem import Place, Problem, Severity

_FORM = 1
"""Raised when the record is laid out anew: older ones are then ignored."""


class Entry(NamedTuple):
    """One unit: the name of its files, every starting profile kegen may have left there, and its last result."""

    stem: str
    written: tuple[str, ...] = ()
    """Digests; noted before they are written, so that a run that was killed leaves none unknown."""
    source: str = ""
    """The digest of all that the last draft came from, "" for none."""
    draft: str = ""
    above: str = ""
    """The digest of the plan above that the last draft carries out."""
    result: Result | None = None


class Record(NamedTuple):
    """A folder: the file of the plan above, its states that kegen wrote, and the units by code."""

    plan: str = ""
    plans: tuple[str, ...] = ()
    units: Mapping[str, Entry] = {}


def read_record(file: Path) -> Record:
    """Return what is remembered, nothing where the file does not tell."""
    try:
        data = json.loads(file.read_bytes())
        if data["form"] != _FORM:
            return Record()
        units = {str(code): _entry(each) for code, each in data["units"].items()}
        return Record(_name(data["plan"]), _texts(data["plans"]), units)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Record()


def write_record(file: Path, record: Record) -> None:
    """Write it, whole or not at all; raises KegenError where that cannot be."""
    units = {code: {**each._asdict(), "result": plain_result(each.result)} for code, each in record.units.items()}
    data = {"form": _FORM, "plan": record.plan, "plans": record.plans, "units": units}
    write_whole(file, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _entry(data: dict[str, Any]) -> Entry:
    texts = {name: str(data[name]) for name in ("source", "draft", "above")}
    return Entry(_name(data["stem"]), _texts(data["written"]), result=_result(data["result"]), **texts)


def _name(name: str) -> str:
    """Return the name of a file, which may come from elsewhere; raises ValueError for one that leaves the folder."""
    if not re.fullmatch(r"[a-z0-9-]*(\.plan\.yaml)?", name):
        raise ValueError(name)
    return name


def _texts(data: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, data))


def plain_result(result: Result | None) -> dict[str, Any] | None:
    """Return the result as JSON has it, complete."""
    if result is None:
        return None
    blanks = [each._asdict() for each in result.blanks]
    problems = [
        {**each.place._asdict(), "id": each.id, "severity": str(each.severity), "message": each.message}
        for each in result.problems
    ]
    return {**result._asdict(), "status": str(result.status), "blanks": blanks, "problems": problems}


def _result(data: dict[str, Any] | None) -> Result | None:
    if data is None:
        return None
    return Result(
        **{name: str(data[name]) for name in ("code", "unit", "profile", "draft", "obstacle")},
        status=Status(data["status"]),
        blanks=tuple(Blank(**each) for each in data["blanks"]),
        problems=tuple(map(_problem, data["problems"])),
        open=_texts(data["open"]),
        changes=_texts(data["changes"]),
        own_profile=bool(data["own_profile"]),
    )


def _problem(data: dict[str, Any]) -> Problem:
    place = Place(str(data["file"]), int(data["line"]), int(data["column"]))
    return Problem(place, str(data["id"]), str(data["message"]), Severity(data["severity"]))
