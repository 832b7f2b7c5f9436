"""Kiểu chữ của phần căn cứ.

Quy định: căn cứ ban hành chữ in thường, kiểu chữ nghiêng, cỡ 13 đến 14, trình bày dưới tên loại và trích yếu, mỗi căn
cứ một dòng riêng.
Vì sao: chữ nghiêng phân biệt căn cứ với nội dung.
Sai: căn cứ chữ đứng; căn cứ in đậm.
Đúng: *Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;* (nghiêng, không đậm).
"""

from __future__ import annotations

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.a"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each base."""
    if not paper.parts.bases:
        yield Absent("văn bản không có dòng “Căn cứ”")
    for item in paper.parts.bases:
        yield from size_fault(item.line, "căn cứ", 13, 14)
        yield from style_faults(item.line, "căn cứ", bold=False, italic=True, capital=False)
