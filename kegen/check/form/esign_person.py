"""Chỗ cho chữ ký của người có thẩm quyền.

Quy định: hình ảnh chữ ký số màu xanh, định dạng .png nền trong suốt, đặt canh giữa chức vụ và họ tên người ký.
Vì sao: giữa chức vụ và họ tên phải chừa chỗ; tệp Word soạn thảo thì chưa có chữ ký số để xem.
Sai: họ tên liền ngay dưới chức vụ; chèn sẵn ảnh chữ ký vào tệp soạn thảo.
Đúng: chừa chừng 4 đến 5 dòng trống giữa chức vụ và họ tên.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kegen.check.layout import LINE_HEIGHT
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.docx.model import Block, Paragraph, Table

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.7; Phụ lục I, Phần I, II.7.d"
WEIGHT: Weight = "M"
_LEAST = 30.0
"""Points: about two lines, less than any signature needs."""


def check(paper: Paper) -> Outcome:
    """Look for room between title and name; the signature itself is not in the file."""
    signature, name = paper.parts.signature, paper.parts.name
    if not signature or name is None:
        yield Absent("chưa có chức vụ hoặc họ tên người ký")
        return
    lines = [line.paragraph for line in (*signature, name)]
    rooms = [_room(paper.document.blocks, *pair) for pair in itertools.pairwise(lines)]
    known = [room for room in rooms if room is not None]
    if len(known) == len(rooms) and (room := max(known)) < _LEAST:
        message = "giữa chức vụ và họ tên không chừa chỗ cho chữ ký"
        yield Fault(name, message, f"trống chừng {room:.0f} pt", "trống 4 đến 5 dòng", "warning")
    elif paper.medium == "electronic":
        yield Unread("tệp Word chưa có chữ ký số; hãy xem trên bản đã ký")


def _room(blocks: Sequence[Block], title: Paragraph, name: Paragraph) -> float | None:
    """Return the blank between the two in points, None where they are not in one column."""
    if title is name:
        return None
    for column in _columns(blocks):
        own = [id(each) for each in column]
        if id(title) in own and id(name) in own:
            between = column[own.index(id(title)) + 1 : own.index(id(name))]
            if any(isinstance(each, Table) or each.shapes for each in (*between, title, name)):
                return None
            gap = max(title.format.spacing.after.pt, name.format.spacing.before.pt)
            breaks = title.text.count("\n") + name.text.count("\n")
            return gap + sum(_height(each) for each in between if isinstance(each, Paragraph)) + 14 * breaks
    return None


def _columns(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    yield blocks
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _columns(cell.blocks)


def _height(paragraph: Paragraph) -> float:
    spacing = paragraph.format.spacing
    size = max((run.face.size for run in paragraph.runs), default=paragraph.mark.size)
    tall = spacing.line / 240 * size * LINE_HEIGHT if spacing.rule == "auto" else spacing.line / 20
    return tall + spacing.before.pt + spacing.after.pt
