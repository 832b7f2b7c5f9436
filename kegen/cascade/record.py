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

from kegen.cascade.result import UnitResult, result_from_json, result_to_json, text
from kegen.output.older import bytes_there
from kegen.output.whole import write_whole

_FORM = 1
"""Raised when the record is laid out anew: older ones are then ignored."""


class RecordedUnit(NamedTuple):
    """One unit: the name of its files, every starting profile kegen may have left there, and its last result."""

    stem: str
    written: tuple[str, ...] = ()
    """Digests; noted before they are written, so that a run that was killed leaves none unknown."""
    source: str = ""
    """The digest of all that the last draft came from, "" for none."""
    draft: str = ""
    above: str = ""
    """The digest of the plan above that the last draft carries out."""
    result: UnitResult | None = None


class CascadeRecord(NamedTuple):
    """A folder: the file of the plan above, the digests of its states that kegen wrote, and the units by code."""

    plan: str = ""
    plans: tuple[str, ...] = ()
    units: Mapping[str, RecordedUnit] = {}
    tables: tuple[str, ...] = ()
    """The digests of the tables of results that kegen may have left."""


def read_record(file: Path) -> CascadeRecord:
    """Return what is remembered, nothing where the file is missing, broken or of another form.

    Raises KegenError where there is one that cannot be read.
    """
    try:
        data = json.loads(bytes_there(file) or b"", parse_constant=_no_number)
        if data["form"] != _FORM:
            return CascadeRecord()
        units = {text(code): _recorded_unit(each) for code, each in data["units"].items()}
        return CascadeRecord(_file_name(data["plan"]), _digests(data["plans"]), units, _digests(data.get("tables", [])))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return CascadeRecord()


def _no_number(name: str) -> None:
    """Refuse NaN and Infinity, which JSON does not know and Python does."""
    raise ValueError(name)


def write_record(file: Path, record: CascadeRecord) -> None:
    """Write the record, whole or not at all; raises KegenError where that cannot be."""
    units = {
        code: {**each._asdict(), "result": each.result and result_to_json(each.result)}
        for code, each in record.units.items()
    }
    data = {"form": _FORM, "plan": record.plan, "plans": record.plans, "units": units}
    if record.tables:
        data["tables"] = record.tables
    write_whole(file, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _recorded_unit(data: dict[str, Any]) -> RecordedUnit:
    digests = {name: _digest(data[name]) for name in ("source", "draft", "above")}
    result = None if data["result"] is None else result_from_json(data["result"])
    return RecordedUnit(_file_name(data["stem"]), _digests(data["written"]), result=result, **digests)


def _file_name(name: str) -> str:
    """Return the name, which may come from elsewhere; raises ValueError for one that leaves the folder."""
    if not re.fullmatch(r"[a-z0-9-]{0,200}(\.plan\.yaml)?", name):
        raise ValueError(name)
    return name


def _digests(values: list[str]) -> tuple[str, ...]:
    return tuple(map(_digest, values))


def _digest(value: str) -> str:
    if not re.fullmatch(r"([0-9a-f]{64})?", value):
        raise ValueError(value)
    return value
