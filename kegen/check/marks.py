"""Marks that stand apart from the text: urgency, circulation (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kegen.check.paper import Paper
from kegen.document.lines import Line, lines_of, tidy
from kegen.document.model import Block, Table, TextBox
from kegen.vietnamese import fold

_URGENCY = re.compile(r"khan|thuong-khan|hoa-toc(-hen-gio)?")
_CIRCULATION = re.compile(r"luu-hanh-noi-bo|xem-xong-tra-lai")
_WORDS = ("khan", "hoa-toc", "luu-hanh", "xem-xong")
"""Every mark has one of them, folded."""
_HEAD_BLOCKS = 12
"""The head of a document is over within this many blocks."""


def marked_lines(paper: Paper) -> tuple[Line, ...]:
    """Return the lines of the head that are such marks; where no paragraph has the words of one, no line is cut."""
    return paper.once(_marked_lines)


def _marked_lines(paper: Paper) -> tuple[Line, ...]:
    blocks = paper.document.blocks[:_HEAD_BLOCKS]
    if not any(word in text for text in map(_plain, _texts(blocks)) for word in _WORDS):
        return ()
    return tuple(line for line in lines_of(blocks) if is_urgency(line) or is_circulation(line))


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return fold(tidy(text))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)
        else:
            yield f"{block.label} {''.join(run.text for run in block.runs)}"
            for shape in block.shapes:
                if isinstance(shape, TextBox):
                    yield from _texts(shape.blocks)


def is_urgency(line: Line) -> bool:
    """Whether it is a mark of urgency: KHẨN, THƯỢNG KHẨN, HỎA TỐC."""
    return _is(line, _URGENCY)


def is_circulation(line: Line) -> bool:
    """Whether it is a mark of circulation: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI."""
    return _is(line, _CIRCULATION)


def _is(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.is_capital and pattern.fullmatch(line.folded.strip("-.!*")) is not None
