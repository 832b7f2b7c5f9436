"""Chỉ dẫn về phạm vi lưu hành.

Quy định: XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ: chữ in hoa, cỡ 13 đến 14, đứng, đậm, trong khung chữ nhật viền đơn, ở trên
Quốc hiệu.
Vì sao: chỉ dùng khi văn bản có phạm vi sử dụng hạn chế; không ghi cũng được.
Sai: lưu hành nội bộ, cỡ 12, nghiêng.
Đúng: LƯU HÀNH NỘI BỘ, cỡ 13, đứng, đậm, có khung.
"""

from __future__ import annotations

from kegen.check.formatting import size_fault, style_faults
from kegen.check.head import circulation_marks
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2.c; Mục V, số 13"
WEIGHT: Weight = "O"
_WHAT = "chỉ dẫn về phạm vi lưu hành"


def check(paper: Paper) -> Outcome:
    """Look at the letters of each mark in the head."""
    marks = circulation_marks(paper)
    if not marks:
        yield Absent("văn bản không có chỉ dẫn về phạm vi lưu hành")
    for line in marks:
        for fault in (*size_fault(line, _WHAT, 13, 14), *style_faults(line, _WHAT, bold=True, italic=False)):
            yield fault._replace(severity="info")
