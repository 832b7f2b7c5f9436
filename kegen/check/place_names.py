"""The line of place and date taken apart, and the unit that the issuer's name bears."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.document.lines import Line
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
    return paper.once(_date_line)


def _date_line(paper: Paper) -> DateLine | None:
    line = paper.parts.place_and_date
    found = None if line is None else _LINE.fullmatch(line.text)
    if line is None or found is None:
        return None
    day, month, year = (found[name].strip(_BLANKS) for name in ("day", "month", "year"))
    return DateLine(line, found["place"].strip(), bool(found["comma"]), day, month, year)


def own_unit(paper: Paper) -> OwnUnit | None:
    """Return the unit whose name the issuer bears, else the one its parent bears; None where neither has one."""
    return paper.once(_own_unit)


def _own_unit(paper: Paper) -> OwnUnit | None:
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
