"""Marks that stand apart from the text: urgency, circulation (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2)."""

from __future__ import annotations

import re

from kegen.check.paper import Paper, lines
from kegen.document.lines import Line, lines_of
from kegen.vietnamese import fold

_URGENCY = re.compile(r"khan|thuong-khan|hoa-toc(-hen-gio)?")
_CIRCULATION = re.compile(r"luu-hanh-noi-bo|xem-xong-tra-lai")
_WORDS = ("khan", "hoa-toc", "luu-hanh", "xem-xong")
"""Every mark has one of them, folded."""
_HEAD_BLOCKS = 12
"""The head of a document is over within this many blocks."""


def marked_lines(paper: Paper) -> tuple[Line, ...]:
    """Return the lines of the head that are such marks; where no line has the words of one, none is cut."""
    return paper.once(_marked_lines) if any(paper.told(lines, _may_mark)) else ()


def _marked_lines(paper: Paper) -> tuple[Line, ...]:
    blocks = paper.document.blocks[:_HEAD_BLOCKS]
    return tuple(line for line in lines_of(blocks) if is_urgency(line) or is_circulation(line))


def _may_mark(line: Line) -> bool:
    """Whether the capital words of a line, as shown or as typed, hold those of a mark."""
    said = line.text if line.raw == line.text else f"{line.text} {line.raw}"
    shouted = fold(" ".join(filter(str.isupper, said.split())))
    return any(word in shouted for word in _WORDS)


def is_urgency(line: Line) -> bool:
    """Whether it is a mark of urgency: KHẨN, THƯỢNG KHẨN, HỎA TỐC."""
    return _is(line, _URGENCY)


def is_circulation(line: Line) -> bool:
    """Whether it is a mark of circulation: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI."""
    return _is(line, _CIRCULATION)


def _is(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.is_capital and pattern.fullmatch(line.folded.strip("-.!*")) is not None
