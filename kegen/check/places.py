"""Where a paper is from: its line of place and date, the units that issue it, the province it is of."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.check.passages import Passage, Roles
from kegen.check.unit_mentions import (
    COMMUNES,
    Kind,
    communes,
    named_in,
    province_named,
)
from kegen.country import FIRST_DAY, MERGED_INTO, PROVINCES, official_name
from kegen.dates import PlanDate
from kegen.docx.lines import Line
from kegen.gazetteer.named import is_named_after
from kegen.gazetteer.units import find_units
from kegen.vietnamese import fold

_LINE = re.compile(
    r"(?P<place>.*?)\s*(?P<comma>,?)\s*ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)", re.DOTALL | re.IGNORECASE
)
_KIND = "TỈNH|THÀNH PHỐ|(?<!TÁC )XÃ|PHƯỜNG|ĐẶC KHU"
_UNIT = re.compile(rf"\b({_KIND})\s+(.+?)(?=[,;(]|\s+(?:{_KIND})\s|$)")
WORDS = {"XÃ": "Xã", "PHƯỜNG": "Phường", "ĐẶC KHU": "Đặc khu", "TỈNH": "Tỉnh", "THÀNH PHỐ": "Thành phố"}
"""The word of each kind of unit as a place name begins with it."""
_SOCIETY = re.compile(r"(HỘI|ĐOÀN|ĐỘI|ỦY|UỶ)\b")
"""`XÃ HỘI`, `XÃ ĐOÀN`, `TỈNH ỦY` are no units; `XÃ HỘI AN ĐÔNG` is."""
_BLANKS = " .…_\u00a0\t"
_NEAR = 20
"""More letters than this takes before a name."""
_HEADING: Roles = frozenset({"issuer", "parent"})
_RECEIVING: Roles = frozenset({"recipient", "addressee"})
_OF_PROVINCE = re.compile(r"(?:UBND|HĐND|nhân dân|Sở|Tỉnh ủy|Tỉnh uỷ|Thành ủy|[Đđ]ịa bàn|Công an) $")


class DateLine(NamedTuple):
    """The parts of the line as typed: place, whether a comma follows, day, month and year ("" while blank)."""

    line: Line
    place: str
    has_comma: bool
    day: str
    month: str
    year: str

    @property
    def has_whole_year(self) -> bool:
        """Whether the year is given; `20…` is a blank to fill in."""
        return self.year not in ("", "2", "20", "202")


class OwnUnit(NamedTuple):
    """The unit in the issuer's name: its kind (`XÃ`) and its own name (`GIA KIỆM`), as printed."""

    kind: str
    name: str


def date_line(paper: Paper) -> DateLine | None:
    """Return the line of place and date taken apart, None where there is none or its date is short (`03/6/2026`)."""
    line = paper.parts.place_and_date
    found = None if line is None else _LINE.fullmatch(line.text)
    if line is None or found is None:
        return None
    day, month, year = (found[name].strip(_BLANKS) for name in ("day", "month", "year"))
    return DateLine(line, found["place"].strip(), bool(found["comma"]), day, month, year)


def own_unit(paper: Paper) -> OwnUnit | None:
    """Return the unit whose name the issuer bears, else the one its parent bears; None where neither has one."""
    for lines in (paper.parts.issuer, paper.parts.parent):
        for found in _UNIT.finditer(" ".join(line.text for line in lines).upper()):
            if not _SOCIETY.match(found[2]) or find_units(found[2]):
                return OwnUnit(found[1], found[2])
    return None


def is_called(place: str, unit: OwnUnit) -> bool:
    """Whether the place is the unit's own name, letter for letter but for capitals."""
    return place.lower() == unit.name.lower()


def keeps_word(unit: OwnUnit) -> bool | None:
    """Return whether a place name keeps its unit word, None where the list of names does not tell."""
    if unit.kind in ("TỈNH", "THÀNH PHỐ"):
        return fold(unit.name) == "ho-chi-minh"
    return is_named_after(unit.name) or None


def place_of(unit: OwnUnit) -> str:
    """Return the place as the date line names it: `Gia Kiệm`, `Phường Lê Chân`, `Cư M’gar`."""
    known = () if unit.kind in ("TỈNH", "THÀNH PHỐ") else find_units(unit.name)
    name = known[0].name if known else unit.name.title()
    return f"{WORDS[unit.kind]} {name}" if keeps_word(unit) else name


class Own(NamedTuple):
    """The unit whose body issues a paper: its kind and name as the head writes them."""

    kind: Kind
    name: str
    line: Line


def own_units(paper: Paper) -> tuple[Own, ...]:
    """Return the units that the lines of the issuer and its parent name, the issuer's own first."""
    heads = (*paper.parts.issuer, *paper.parts.parent)
    found = (Own(each.kind, each.name, line) for line in heads for each in named_in(line.text))
    return tuple(sorted(found, key=lambda own: own.kind not in COMMUNES))


def province_of(paper: Paper) -> str | None:
    """Return the province that the paper is of: by its profile, its head, the bodies it names; None where unsure."""
    if paper.facts is not None and (province := paper.facts.profile.unit.province):
        return official_name(province)
    own = own_units(paper)
    for each in own:
        if each.kind in ("tinh", "thanh-pho") and (name := province_named(each.name)):
            return name if name in PROVINCES else MERGED_INTO.get(name)
    return _by_text(paper, own)


def _by_text(paper: Paper, own: tuple[Own, ...]) -> str | None:
    named = Counter(
        name
        for each in paper.mentions
        if each.named.kind in ("tinh", "thanh-pho") and _OF_PROVINCE.search(each.before[-_NEAR:])
        if (name := province_named(each.named.name)) in PROVINCES
    )
    if len(named) <= 1:
        return next(iter(named), None) or _by_unit(own)
    holding = [name for name in named if any(communes(each.name, name or "") for each in own)]
    return holding[0] if len(holding) == 1 else None


def _by_unit(own: tuple[Own, ...]) -> str | None:
    """Return the only province that has a unit of the issuer's name."""
    found = {unit.province for each in own if each.kind in COMMUNES for unit in find_units(each.name)}
    return found.pop() if len(found) == 1 else None


def in_two_tiers(date: PlanDate | None) -> bool | None:
    """Return whether a paper of the date is of 01/7/2025 or later, None where the date does not tell."""
    if date is None:
        return None
    if date.before(FIRST_DAY):
        return False
    months = (date.year, date.month) >= (FIRST_DAY.year, FIRST_DAY.month)
    return True if months else None


def is_heading_line(passage: Passage) -> bool:
    """Whether the passage is a line of the issuer or its parent."""
    return not _HEADING.isdisjoint(passage.roles)


def is_recipient(passage: Passage) -> bool:
    """Whether the passage is a line of `Nơi nhận`, or of `Kính gửi`."""
    return not _RECEIVING.isdisjoint(passage.roles) or may_address(passage)


def may_address(passage: Passage) -> bool:
    """Whether the passage reads as a line of `Kính gửi` above the content."""
    return passage.zone == "head" and passage.line.text.startswith(("- ", "Kính gửi"))
