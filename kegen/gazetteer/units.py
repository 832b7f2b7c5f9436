"""The 3,321 units of commune level since 01/7/2025, looked up by name as an officer may type it."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from kegen.country import PROVINCES, official_name
from kegen.look_alikes import settle
from kegen.vietnamese import fold, nearest, normalise

UnitKind = Literal["xa", "phuong", "dac-khu"]

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_GAPS = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ‛′`´＇", "'"))


class Unit(NamedTuple):
    """A unit of commune level: `code` is that of QĐ 19/2025/QĐ-TTg, `kind` what it was on 01/7/2025."""

    code: str
    name: str
    kind: UnitKind
    province: str


@cache
def _by_key() -> dict[str, dict[str, tuple[Unit, ...]]]:
    """Return the units of each province by their keys, in the order of their codes."""
    _, *lines = Path(__file__).with_name("units.jsonl").read_text(encoding="utf-8").splitlines()
    return {province: _keyed(province, json.loads(line)) for province, line in zip(PROVINCES, lines, strict=True)}


def _keyed(province: str, units: list[tuple[str, str, UnitKind, str]]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for code, name, kind, key in units:
        found[key] = (*found.get(key, ()), Unit(code, name, kind, province))
    return found


def units_of(province: str) -> tuple[Unit, ...]:
    """Return the units of the province by code, none for what is no province since 01/7/2025."""
    return tuple(sorted(unit for same in _in(province).values() for unit in same))


def find_units(name: str, province: str | None = None) -> tuple[Unit, ...]:
    """Return the units of that very name, in the province or the whole country.

    Letter case, where a syllable's tone mark stands (`Hoà`, `Hòa`), and kinds of dash, blank and apostrophe do not
    count; the tone marks do: `Thiên Tân` is not `Thiện Tân`.
    """
    key, provinces = key_of(name), _by_key().values() if province is None else [_in(province)]
    return tuple(unit for by_key in provinces for unit in by_key.get(key, ()))


def _in(province: str) -> dict[str, tuple[Unit, ...]]:
    return _by_key().get(official_name(province) or "", {})


def nearest_unit(name: str, province: str) -> Unit | None:
    """Return the unit of the province that the name most likely meant, or None if none is near."""
    if exact := find_units(name, province):
        return exact[0]
    units = units_of(province)
    if same := [unit for unit in units if fold(unit.name) == fold(name)]:
        return max(same, key=lambda unit: _alike(unit.name, name))
    near = nearest(name, (unit.name for unit in units))
    return next((unit for unit in units if unit.name == near), None)


def _alike(one: str, other: str) -> int:
    """How many letters agree, tone marks too, of two names that agree without them."""
    return sum(a == b for a, b in zip(normalise(one.lower()), normalise(other.lower()), strict=False))


def key_of(name: str) -> str:
    """Return the name with each syllable's tone mark after its letters, one kind of blank and apostrophe.

    units.jsonl holds it for each unit.
    """
    plain = unicodedata.normalize("NFD", settle(name).lower().translate(_APOSTROPHES))
    return " ".join(_TONES.sub("", part) + "".join(_TONES.findall(part)) for part in _GAPS.split(plain) if part)
