"""Nội dung canh đều hai bên.

Quy định: nội dung văn bản canh đều cả hai lề.
Vì sao: đoạn chép từ nơi khác hay canh trái.
Sai: đoạn dài canh trái, mép phải lởm chởm.
Đúng: chọn nội dung, bấm Ctrl+J.
"""

from __future__ import annotations

from kegen.check.body import content_notes, fills_a_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_NAMES = {"left": "canh trái", "right": "canh phải"}


def check(paper: Paper) -> Outcome:
    """Look at paragraphs of more than one line; on a single line justification does not show."""
    notes = content_notes(paper)
    if not any(fills_a_line(paper, each.about) for each in notes):
        yield Absent("nội dung không có đoạn dài hơn một dòng")
    for each in notes:
        if (name := each[_uneven]) and fills_a_line(paper, each.about):
            yield Fault(each.about, "đoạn không canh đều hai bên", name, "canh đều hai bên (Justify)")


def _uneven(item: Item) -> str:
    """Return how the paragraph is aligned, "" where that is not told against it."""
    return _NAMES.get(item.paragraph.format.alignment, "")
