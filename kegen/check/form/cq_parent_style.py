"""Kiểu chữ của tên cơ quan chủ quản.

Quy định: chữ in hoa, cỡ 12 đến 13, kiểu chữ đứng, không đậm.
Vì sao: chỉ tên cơ quan ban hành in đậm, để biết ai ban hành.
Sai: cả hai dòng đều đậm.
Đúng: UBND TỈNH LÀO CAI (đứng, không đậm) / SỞ NỘI VỤ (đứng, đậm).
"""

from __future__ import annotations

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.b; Mục V, số 2"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each line of the parent's name."""
    if not paper.parts.parent:
        yield Absent("không có tên cơ quan chủ quản")
    for line in paper.parts.parent:
        yield from size_fault(line, "tên cơ quan chủ quản", 12, 13)
        yield from style_faults(line, "tên cơ quan chủ quản", bold=False, italic=False, capital=True)
