"""Cỡ chữ tăng, giảm thống nhất.

Quy định: cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất; ví dụ Quốc hiệu cỡ 13 thì Tiêu ngữ cỡ 14, địa danh
và thời gian cỡ 14; Quốc hiệu cỡ 12 thì Tiêu ngữ, địa danh và thời gian cỡ 13.
Vì sao: từng dòng đúng khoảng cỡ chữ mà đặt cạnh nhau vẫn lệch.
Sai: Quốc hiệu 12, Tiêu ngữ 14, ngày tháng 13.
Đúng: 13 - 14 - 14, hoặc 12 - 13 - 13. Đây là ví dụ của Nghị định nên lệch thì kegen chỉ cảnh báo.
"""

from __future__ import annotations

from kegen.check.looks import sizes, written
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, chú thích 1"
WEIGHT: Weight = "M"
_TOGETHER = ((13.0, 14.0, 14.0), (12.0, 13.0, 13.0))


def check(paper: Paper) -> Outcome:
    """Hold the sizes of the three lines against the two sets."""
    parts = paper.parts
    lines = (parts.national_title, parts.motto, parts.place_and_date)
    found = tuple(sizes(line)[0] for line in lines if line is not None and len(sizes(line)) == 1)
    if parts.motto is None or len(found) < len(lines):
        yield Absent("không đủ Quốc hiệu, Tiêu ngữ, địa danh và thời gian với một cỡ chữ mỗi dòng")
    elif found not in _TOGETHER:
        told = " - ".join(map(written, found))
        message = "cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng không thống nhất"
        yield Fault(parts.motto, message, told, "13 - 14 - 14 hoặc 12 - 13 - 13", severity="warning")
