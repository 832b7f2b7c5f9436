"""Kiểu chữ của Tiêu ngữ.

Quy định: chữ in thường, cỡ 13 đến 14, kiểu chữ đứng, đậm, canh giữa dưới Quốc hiệu.
Vì sao: cỡ Tiêu ngữ đi cùng cỡ Quốc hiệu (12 với 13, 13 với 14).
Sai: chữ nghiêng; cỡ 12; không canh giữa.
Đúng: Độc lập - Tự do - Hạnh phúc, cỡ 13 hoặc 14, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.b; Mục V, số 1"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at size, weight, slant, case, and at the alignment where it stands in a cell."""
    line = paper.parts.motto
    if line is None:
        yield Absent("không thấy Tiêu ngữ")
        return
    yield from size_fault(line, "Tiêu ngữ", 13, 14)
    yield from style_faults(line, "Tiêu ngữ", bold=True, italic=False, capital=False)
    if line.width:
        yield from centre_fault(line, "Tiêu ngữ")
