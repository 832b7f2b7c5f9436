"""Nội dung canh đều hai bên.

Quy định: nội dung văn bản canh đều cả hai lề.
Vì sao: đoạn chép từ nơi khác hay canh trái.
Sai: đoạn dài canh trái, mép phải lởm chởm.
Đúng: chọn nội dung, bấm Ctrl+J.
"""

from __future__ import annotations

from kegen.check.body import content, fills_a_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_NAMES = {"left": "canh trái", "right": "canh phải"}


def check(paper: Paper) -> Outcome:
    """Look at paragraphs of more than one line; on a single line justification does not show."""
    long = [item for item in content(paper) if fills_a_line(paper, item)]
    if not long:
        yield Absent("nội dung không có đoạn dài hơn một dòng")
    for item in long:
        alignment = item.paragraph.format.alignment
        if alignment in _NAMES:
            yield Fault(item, "đoạn không canh đều hai bên", _NAMES[alignment], "canh đều hai bên (Justify)")
