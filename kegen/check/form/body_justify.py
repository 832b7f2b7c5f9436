"""Nội dung canh đều hai bên.

Quy định: nội dung văn bản canh đều cả hai lề.
Vì sao: đoạn chép từ nơi khác hay canh trái.
Sai: đoạn dài canh trái, mép phải lởm chởm.
Đúng: chọn nội dung, bấm Ctrl+J.
"""

from __future__ import annotations

from kegen.check.body import content, content_notes, fills_a_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_NAMES = {"left": "canh trái", "right": "canh phải"}


def check(paper: Paper) -> Outcome:
    """Look at paragraphs of more than one line; on a single line justification does not show."""
    if not paper.once(_has_long):
        yield Absent("nội dung không có đoạn dài hơn một dòng")
    for i, name in enumerate(paper.told(content_notes, _uneven)):
        if name and fills_a_line(paper, item := content(paper)[i]):
            yield Fault(item, "đoạn không canh đều hai bên", name, "canh đều hai bên (Justify)")


def _has_long(paper: Paper) -> bool:
    return any(fills_a_line(paper, each.about) for each in content_notes(paper))


def _uneven(item: Item) -> str:
    """Return how the paragraph is aligned, "" where that is not told against it."""
    return _NAMES.get(item.paragraph.format.alignment, "")
