"""Kiểu chữ của tên cơ quan ban hành.

Quy định: chữ in hoa, cỡ 12 đến 13, kiểu chữ đứng, đậm, canh giữa, ở phía trên bên trái.
Vì sao: tên cơ quan ban hành phải nổi rõ hơn tên cơ quan chủ quản.
Sai: không đậm; cỡ 14; canh trái.
Đúng: ỦY BAN NHÂN DÂN / XÃ GIA KIỆM, cỡ 12 hoặc 13, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.b; Mục V, số 2"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each line of the issuer's name."""
    if not paper.parts.issuer:
        yield Absent("không thấy tên cơ quan ban hành")
    for line in paper.parts.issuer:
        yield from size_fault(line, "tên cơ quan ban hành", 12, 13)
        yield from style_faults(line, "tên cơ quan ban hành", bold=True, italic=False, capital=True)
        if line.width:
            yield from centre_fault(line, "tên cơ quan ban hành")
