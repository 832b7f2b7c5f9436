"""What stands in the head of a document beside names and dates: its number and symbol, marks of urgency and scope."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.docx.find_header import KINDS
from kegen.docx.lines import Line, lines_of

_LINE = re.compile(r"(?P<word>[^\d/:]*):?\s*(?P<number>[^/]*)/(?:(?P<year>\d{4})/)?(?P<symbol>.*)", re.DOTALL)
_BLANKS = " .…_\u00a0\t"
_URGENCY = re.compile(r"khan|thuong-khan|hoa-toc(-hen-gio)?")
_CIRCULATION = re.compile(r"luu-hanh-noi-bo|xem-xong-tra-lai")
_HEAD_BLOCKS = 12
"""The head of a document is over within this many blocks."""


class NumberLine(NamedTuple):
    """The line `Số: 114/KH-UBND` taken apart, as typed (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3)."""

    line: Line
    number: str
    """What stands before the stroke, "" while blank."""
    symbol: str
    """What stands after it."""
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


def urgency_marks(paper: Paper) -> list[Line]:
    """Return the lines of the head that are marks of urgency (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2.b)."""
    return [line for line in lines_of(paper.document.blocks[:_HEAD_BLOCKS]) if is_urgency(line)]


def circulation_marks(paper: Paper) -> list[Line]:
    """Return the lines of the head that are marks of circulation: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI (III.2.c)."""
    return [line for line in lines_of(paper.document.blocks[:_HEAD_BLOCKS]) if _is(line, _CIRCULATION)]


def is_urgency(line: Line) -> bool:
    """Whether it is a mark of urgency: KHẨN, THƯỢNG KHẨN, HỎA TỐC."""
    return _is(line, _URGENCY)


def _is(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.is_capital and pattern.fullmatch(line.folded.strip("-.!*")) is not None
