"""Kiểu chữ của trích yếu.

Quy định: trích yếu đặt ngay dưới tên loại, chữ in thường, cỡ 13 đến 14, kiểu chữ đứng, đậm, canh giữa.
Vì sao: trích yếu hay bị in hoa cả dòng, in nghiêng, hoặc không đậm.
Sai: TRIỂN KHAI CÔNG TÁC VĂN THƯ; chữ nghiêng; không đậm.
Đúng: Triển khai công tác văn thư năm 2026, cỡ 13 hoặc 14, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.model import Paragraph

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.5.a-b; Mục V, số 5a"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each line under the kind; a letter's subject has a look of its own."""
    parts = paper.parts
    if not parts.title:
        yield Absent("không có trích yếu dưới tên loại")
    seen: list[Paragraph] = []
    for line in parts.title:
        yield from size_fault(line, "trích yếu", 13, 14)
        yield from style_faults(line, "trích yếu", bold=True, italic=False, capital=False)
        if not any(line.paragraph is each for each in seen):
            yield from centre_fault(line, "trích yếu")
            seen.append(line.paragraph)
    if parts.title and parts.title[0].text[:1].islower():
        first = parts.title[0]
        expected = first.text[:1].upper() + first.text[1:]
        yield Fault(first, "trích yếu không viết hoa chữ đầu", first.text, expected, severity="warning")
