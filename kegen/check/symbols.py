"""The line with number and symbol, taken apart: `Số: 114/KH-UBND` (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.document.find_header import KINDS
from kegen.document.lines import Line

_LINE = re.compile(r"(?P<word>[^\d/:]*):?\s*(?P<number>[^/]*)/(?:(?P<year>\d{4})/)?(?P<symbol>.*)", re.DOTALL)
_BLANKS = " .…_\u00a0\t"


class NumberLine(NamedTuple):
    """The parts of the line: the number as typed ("" while blank), the symbol after the stroke, as typed."""

    line: Line
    number: str
    symbol: str
    year: str = ""
    """The year that stands between number and symbol, as in normative documents; "" for none."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the symbol, blanks left out: (`KH`, `UBND`)."""
        return tuple(re.sub(r"\s", "", group) for group in re.split(r"[-–—]", self.symbol) if group.strip())

    @property
    def is_blank(self) -> bool:
        """Whether the number is not given yet."""
        return not self.number


def number_line(paper: Paper) -> NumberLine | None:
    """Return the line of number and symbol taken apart, None where there is none."""
    line = paper.parts.number
    found = None if line is None else _LINE.fullmatch(line.text)
    if line is None or found is None:
        return None
    return NumberLine(line, found["number"].strip(_BLANKS), found["symbol"].strip(), found["year"] or "")


def code_of(line: NumberLine) -> str | None:
    """Return the code of a kind that the symbol begins with, in the decree's own spelling, None where it has none."""
    first = line.groups[0] if line.groups else ""
    return next((code for code in KINDS.values() if code.lower() == first.lower()), None)
