"""Kiểu chữ của tên loại.

Quy định: tên loại (KẾ HOẠCH) chữ in hoa, cỡ 13 đến 14, kiểu chữ đứng, đậm, canh giữa.
Vì sao: tên loại là dòng người đọc tìm đầu tiên.
Sai: cỡ 16; “Kế hoạch” chữ thường; thụt đầu dòng làm lệch giữa.
Đúng: KẾ HOẠCH, cỡ 13 hoặc 14, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lengths import mm

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.5.b; Mục V, số 5a"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at size, weight, slant, alignment."""
    line = paper.parts.kind
    if line is None:
        yield Absent("văn bản không có tên loại")
        return
    yield from size_fault(line, "tên loại", 13, 14)
    yield from style_faults(line, "tên loại", bold=True, italic=False, capital=True)
    yield from centre_fault(line, "tên loại")
    shape = line.paragraph.format
    if shape.alignment == "center" and abs(shape.first_line) > mm(2):
        found = f"thụt {shape.first_line.mm:.1f} mm".replace(".", ",")
        yield Fault(line, "tên loại thụt đầu dòng nên lệch giữa", found, "không thụt", severity="warning")
