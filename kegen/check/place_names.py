"""The line of place and date taken apart, and the unit that the issuer's name bears."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.document.lines import Line

_LINE = re.compile(
    r"(?P<place>.*?)\s*(?P<comma>,?)\s*ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)", re.DOTALL | re.IGNORECASE
)
_UNIT = re.compile(r"\b(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s+(.+)$")
_BLANKS = " .…_\u00a0\t"


class DateLine(NamedTuple):
    """The parts of the line as typed: place, whether a comma follows, day, month and year ("" while blank)."""

    line: Line
    place: str
    has_comma: bool
    day: str
    month: str
    year: str


class OwnUnit(NamedTuple):
    """The unit in the issuer's name: its kind (`XÃ`) and its own name (`GIA KIỆM`), as printed."""

    kind: str
    name: str


def date_line(paper: Paper) -> DateLine | None:
    """Return the line of place and date taken apart, None where there is none."""
    line = paper.parts.place_and_date
    found = None if line is None else _LINE.fullmatch(line.text)
    if line is None or found is None:
        return None
    day, month, year = (found[name].strip(_BLANKS) for name in ("day", "month", "year"))
    return DateLine(line, found["place"].strip(), bool(found["comma"]), day, month, year)


def own_unit(paper: Paper) -> OwnUnit | None:
    """Return the unit whose name the issuer bears, else the one its parent bears; None where neither has one."""
    for lines in (paper.parts.issuer, paper.parts.parent):
        found = _UNIT.search(" ".join(line.text for line in lines).upper())
        if found is not None:
            return OwnUnit(found[1], found[2].strip())
    return None
