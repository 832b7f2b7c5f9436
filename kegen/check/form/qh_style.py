"""Kiểu chữ của Quốc hiệu.

Quy định: chữ in hoa, cỡ 12 đến 13, kiểu chữ đứng, đậm; ở phía trên cùng, bên phải trang đầu.
Vì sao: Quốc hiệu, Tiêu ngữ là phần trang trọng nhất của văn bản.
Sai: cỡ 14; chữ không đậm; chữ thường.
Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, cỡ 12 hoặc 13, đứng, đậm.
"""

from __future__ import annotations

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.a; Mục V, số 1"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at size, weight, slant, case and side."""
    line = paper.parts.national_title
    if line is None:
        yield Absent("không thấy Quốc hiệu")
        return
    yield from size_fault(line, "Quốc hiệu", 12, 13)
    yield from style_faults(line, "Quốc hiệu", bold=True, italic=False, capital=True)
    if line.side == "left":
        yield Fault(line, "Quốc hiệu đặt bên trái trang", "bên trái", "bên phải")
