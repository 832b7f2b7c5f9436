"""Marks that stand apart from the text: urgency, circulation (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2)."""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.document.lines import Line, lines_of, tidy
from kegen.document.model import Block, Paragraph, Table, TextBox
from kegen.document.recent import remembered
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
    if not any(_may_mark(each) for each in blocks):
        return ()
    return tuple(line for line in lines_of(blocks) if is_urgency(line) or is_circulation(line))


def _may_mark(block: Block) -> bool:
    """Whether a paragraph of the block, or of a text box in it, has the words of a mark."""
    if isinstance(block, Table):
        return any(_may_mark(each) for row in block.rows for cell in row.cells for each in cell.blocks)
    return _says_mark(block)


@remembered(4096)
def _says_mark(paragraph: Paragraph) -> bool:
    said = fold(tidy(f"{paragraph.label} {''.join(run.text for run in paragraph.runs)}"))
    boxes = (shape for shape in paragraph.shapes if isinstance(shape, TextBox))
    return any(word in said for word in _WORDS) or any(_may_mark(each) for box in boxes for each in box.blocks)


def is_urgency(line: Line) -> bool:
    """Whether it is a mark of urgency: KHẨN, THƯỢNG KHẨN, HỎA TỐC."""
    return _is(line, _URGENCY)


def is_circulation(line: Line) -> bool:
    """Whether it is a mark of circulation: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI."""
    return _is(line, _CIRCULATION)


def _is(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.is_capital and pattern.fullmatch(line.folded.strip("-.!*")) is not None
