"""Trích yếu dưới tên loại không ghi “V/v”.

Quy định: “V/v” chỉ dùng cho trích yếu của công văn, đặt dưới số, ký hiệu; văn bản có tên loại thì trích yếu ghi ngay
dưới tên loại.
Vì sao: chép từ công văn sang kế hoạch.
Sai: KẾ HOẠCH / V/v triển khai Quyết định số …
Đúng: KẾ HOẠCH / Triển khai Quyết định số … (hoặc “Về việc …”).
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.5.b"
WEIGHT: Weight = "M"
_SHORT = re.compile(r"^V/v\s*[:.]?\s*", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look at how the title begins."""
    if not paper.parts.title:
        yield Absent("không có trích yếu dưới tên loại")
        return
    first = paper.parts.title[0]
    found = _SHORT.match(first.text)
    if found is not None:
        rest = first.text[found.end() :]
        yield Fault(first, "trích yếu dưới tên loại ghi “V/v”", first.text, rest[:1].upper() + rest[1:])
