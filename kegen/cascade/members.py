"""The units that are to have a plan: those of a province, as the list of units has them."""

from __future__ import annotations

from typing import NamedTuple

from kegen.dates import PlanDate
from kegen.gazetteer.kinds import kind_on, latest_kind
from kegen.gazetteer.named import keeps_unit_word
from kegen.gazetteer.units import Unit, UnitKind, units_of

WORDS: dict[UnitKind, str] = {"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
"""How each kind is called before a name."""


class Office(NamedTuple):
    """An office of a unit, as a list gives it."""

    name: str
    short: str = ""
    roles: tuple[str, ...] = ()


class Member(NamedTuple):
    """A unit that is to have a plan, and what is known of it; "" for what is not."""

    code: str
    kind: UnitKind
    name: str
    province: str
    place: str = ""
    position: str = ""
    signer: str = ""
    number: str = ""
    date: str = ""
    offices: tuple[Office, ...] = ()

    @property
    def title(self) -> str:
        """The unit as running text names it: `xã Nhữ Khê`."""
        return f"{WORDS[self.kind]} {self.name}"


def members_of(province: str, on: PlanDate | None) -> tuple[Member, ...]:
    """Return every unit of the province by code, each of the kind it is on the date."""
    return tuple(member_of(unit, on) for unit in units_of(province))


def member_of(unit: Unit, on: PlanDate | None, kind: UnitKind | None = None) -> Member:
    """Return what the list of units knows of the unit; a kind that is said counts for more than the list's."""
    kind = kind or (kind_on(unit, on) if on else None) or latest_kind(unit)
    place = f"{WORDS[kind].capitalize()} {unit.name}" if keeps_unit_word(unit) else ""
    return Member(unit.code, kind, unit.name, unit.province, place)
