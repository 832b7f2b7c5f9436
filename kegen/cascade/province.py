"""A province: its plan, which all units under it carry out, and those units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.country import official_name
from kegen.dates import PlanDate, parse_date
from kegen.gazetteer.kinds import kind_on, latest_kind
from kegen.gazetteer.named import keeps_unit_word
from kegen.gazetteer.units import Unit, UnitKind, units_of
from kegen.pack.find import FRAME, FoundPack, find_pack, seen_from, shipped_pack
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.plan.saved import SUFFIX, dump, is_saved_plan, read_plan
from kegen.plan.unit import WORDS
from kegen.problem import KegenError
from kegen.profile.read import load
from kegen.vietnamese import fold

KIND_WORDS: dict[UnitKind, str] = {"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
"""How each kind of unit is called before its name."""


class ProvincePlan(NamedTuple):
    """The plan of the province and the file in which it is handed down to the units."""

    plan: Plan
    text: str
    """The whole text of the file."""
    file: str
    """The name of the file, without a folder."""
    pack: FoundPack
    """The pack of the plan, and so of those under it: the frame's under a plan that was read as it arrived."""

    @property
    def title(self) -> str:
        """The province as running text names it: `tỉnh Tuyên Quang`; another body under the province by its name."""
        word = WORDS.get(self.plan.standing.level)
        return f"{word} {self.province}" if word else self.plan.standing.issuer or self.plan.unit_name

    @property
    def province(self) -> str:
        """The name of the province."""
        return self.plan.standing.province

    @property
    def issued(self) -> PlanDate | None:
        """The date of the plan, None while day or month is blank."""
        return parse_date(self.plan.issued) if self.plan.issued else None

    @property
    def digest(self) -> str:
        """The SHA-256 of the text: it changes whenever the plan does."""
        return sha256(self.text.encode()).hexdigest()

    def for_folder(self, folder: Path) -> ProvincePlan:
        """Return the plan as it stands in that folder: a pack that is not shipped is named as it is seen from there."""
        if shipped_pack(self.pack.name) == self.pack:
            return self
        pack = find_pack(seen_from(folder, self.pack.path), [folder])
        plan = self.plan._replace(standing=self.plan.standing._replace(directive=pack.name))
        return self._replace(plan=plan, text=dump(plan), pack=pack)

    def in_file(self, known: str) -> ProvincePlan:
        """Return the plan under the file name of an earlier run, also where the province has become a city since."""
        return self._replace(file=known) if known.endswith(f"-{fold(self.province)}{SUFFIX}") else self


def read_province_plan(path: Path) -> ProvincePlan:
    """Return the province's plan from its profile, or from a plan that kegen saved.

    Raises Invalid with every problem of it, KegenError where it cannot be read or is no province's.
    """
    plan = read_plan(path).plan if is_saved_plan(path) else resolve(load(path))
    standing = plan.standing
    if standing.level not in {"tinh", "thanh-pho", "so", ""} or official_name(standing.province) is None:
        raise KegenError(
            f"{path}: đây là kế hoạch của {plan.unit_name}; "
            f"kegen cascade cần hồ sơ, hoặc tệp {SUFFIX}, của một tỉnh, thành phố hay một sở"
        )
    pack = find_pack(standing.directive or FRAME, [path.parent])
    return ProvincePlan(plan, dump(plan), slug(standing.level or "cap-tren", standing.province) + SUFFIX, pack)


class ListedOffice(NamedTuple):
    """An office of a unit, as a list of units gives it."""

    name: str
    short: str = ""
    roles: tuple[str, ...] = ()


class ProvinceUnit(NamedTuple):
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
    offices: tuple[ListedOffice, ...] = ()
    row: int = 0
    """Its row in the list of units, 0 where there is no list."""

    @property
    def title(self) -> str:
        """The unit as running text names it: `xã Nhữ Khê`."""
        return f"{KIND_WORDS[self.kind]} {self.name}"


def units_of_province(province: str, on: PlanDate | None) -> tuple[ProvinceUnit, ...]:
    """Return every unit of the province by code, each of the kind it is on the date."""
    return tuple(province_unit(unit, on) for unit in units_of(province))


def province_unit(unit: Unit, on: PlanDate | None, kind: UnitKind | None = None) -> ProvinceUnit:
    """Return what the gazetteer knows of the unit; a kind that is given counts for more than the gazetteer's."""
    kind = kind or (kind_on(unit, on) if on else None) or latest_kind(unit)
    place = f"{KIND_WORDS[kind].capitalize()} {unit.name}" if keeps_unit_word(unit) else ""
    return ProvinceUnit(unit.code, kind, unit.name, unit.province, place)


def slug(kind: str, name: str) -> str:
    """Return kind and name in small letters without marks, signs of other kinds left out: `xa-nhu-khe`."""
    return f"{kind}-{re.sub(r'[^a-z0-9]+', '-', re.sub(r'[^a-z0-9-]', '', fold(name))).strip('-')}"


def file_stems(units: Iterable[ProvinceUnit], known: Mapping[str, str]) -> dict[str, str]:
    """Return the name of each unit's files by its code: the one known from earlier runs, else its slug.

    Two units of one slug have their code in the name; so must all units of the province be given, not only those
    that are wanted, or a name would depend on which other units are drafted with it.
    """
    slugs = {each.code: slug(each.kind, each.name) for each in units}
    count = Counter(slugs.values())
    return {code: known.get(code) or (each if count[each] == 1 else f"{each}-{code}") for code, each in slugs.items()}
