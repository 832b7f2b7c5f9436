"""Kiểu chữ của số, ký hiệu.

Quy định: từ “Số” chữ in thường, ký hiệu chữ in hoa, cả dòng cỡ 13, kiểu chữ đứng (không đậm); canh giữa dưới tên cơ
quan ban hành.
Vì sao: dòng số hay bị in đậm, in nghiêng theo dòng trên hoặc theo dòng ngày tháng bên cạnh.
Sai: “SỐ: 114/KH-UBND”; cỡ 14; chữ đậm; chữ nghiêng.
Đúng: Số: 114/KH-UBND, cỡ 13, đứng, không đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.head import code_of, number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3.c; Mục V, số 3"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at size, weight, slant, case and alignment."""
    line = paper.parts.number
    if line is None:
        yield Absent("không thấy số, ký hiệu")
        return
    yield from size_fault(line, "số, ký hiệu", 13, 13)
    yield from style_faults(line, "số, ký hiệu", bold=False, italic=False)
    if line.width:
        yield from centre_fault(line, "số, ký hiệu")
    if line.text.startswith("SỐ"):
        yield Fault(line, "từ “Số” viết in hoa", line.text, line.text.replace("SỐ", "Số", 1))
    taken = number_line(paper)
    code = None if taken is None else code_of(taken)
    if taken is not None and code is not None and taken.groups[0] != code:
        yield Fault(line, "chữ viết tắt tên loại viết sai chữ hoa", taken.groups[0], code)
    small = next((each for each in taken.groups[1:] if each.islower()), None) if taken else None
    if small is not None:
        yield Fault(line, "ký hiệu chưa viết in hoa", small, small.upper())
