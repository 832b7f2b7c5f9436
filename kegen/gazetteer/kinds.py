"""What kind a unit is on a date: `xã` that became `phường` since 01/7/2025, as far as that is known.

changes.json holds every change up to its `complete_to`, each with the resolution that made it and where its date and
its units were read; the 2,599 xã, 709 phường and 13 đặc khu they leave are what the statistics office counted on that
day. The texts of the two resolutions themselves were not at hand. Quảng Ninh became a city without a new phường.

What came after that day is not known, so whether a xã still is one is not known either. A phường or a đặc khu is taken
to stay what it is: since 01/7/2025 no unit has gone that way.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kegen.country import FIRST_DAY
from kegen.dates import PlanDate, parse_date
from kegen.gazetteer.units import Unit, UnitKind


class Change(NamedTuple):
    """The day from which a unit is of another kind, and the resolution that says so."""

    since: PlanDate
    kind: UnitKind
    resolution: str


class _Changes(NamedTuple):
    complete_to: PlanDate
    by_code: dict[str, Change]


@cache
def _changes() -> _Changes:
    data = json.loads(Path(__file__).with_name("changes.json").read_text(encoding="utf-8"))
    by_code = {
        code: Change(parse_date(each["since"]), each["kind"], each["resolution"])
        for each in data["changes"]
        for code in each["units"]
    }
    return _Changes(parse_date(data["complete_to"]), by_code)


def complete_to() -> PlanDate:
    """Return the last day up to which every change of kind is known."""
    return _changes().complete_to


def change_of(unit: Unit) -> Change | None:
    """Return the change of the unit's kind since 01/7/2025, if it had one."""
    return _changes().by_code.get(unit.code)


def latest_kind(unit: Unit) -> UnitKind:
    """Return the kind on the last day up to which the kinds are known."""
    change = change_of(unit)
    return change.kind if change else unit.kind


def kind_on(unit: Unit, on: PlanDate) -> UnitKind | None:
    """Return the kind on the date, None where that is not known: too early, too late, or the date not whole."""
    if on.before(FIRST_DAY):
        return None
    if change := change_of(unit):
        return unit.kind if on.before(change.since) else change.kind if _from(on, change.since) else None
    return None if unit.kind == "xa" and not _until(on, complete_to()) else unit.kind


def _from(on: PlanDate, day: PlanDate) -> bool:
    return on == day or day.before(on)


def _until(on: PlanDate, day: PlanDate) -> bool:
    return on == day or on.before(day)
