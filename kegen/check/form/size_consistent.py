"""Cỡ chữ tăng, giảm thống nhất.

Quy định: cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất; ví dụ Quốc hiệu cỡ 13 thì Tiêu ngữ cỡ 14, địa danh
và thời gian cỡ 14; Quốc hiệu cỡ 12 thì Tiêu ngữ, địa danh và thời gian cỡ 13.
Vì sao: từng dòng đúng khoảng cỡ chữ mà đặt cạnh nhau vẫn lệch.
Sai: Quốc hiệu 12, Tiêu ngữ 14, ngày tháng 13.
Đúng: 13 - 14 - 14, hoặc 12 - 13 - 13. Đây là ví dụ của Nghị định nên lệch thì kegen chỉ cảnh báo.
"""

from __future__ import annotations

from kegen.check.formatting import sizes, write_size
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, chú thích 1"
WEIGHT: Weight = "M"
_TOGETHER = (("13", "14", "14"), ("12", "13", "13"))
_SPANS = ((12, 13), (13, 14), (13, 14))
"""What the rules on each of the lines allow it: a size outside is told by them."""


def check(paper: Paper) -> Outcome:
    """Hold the sizes of the three lines against the two sets."""
    parts, motto = paper.parts, paper.parts.motto
    lines = (parts.national_title, motto, parts.place_and_date)
    found = [() if line is None else sizes(line) for line in lines]
    if motto is None or any(len(each) != 1 for each in found):
        yield Absent("không đủ Quốc hiệu, Tiêu ngữ, địa danh và thời gian với một cỡ chữ mỗi dòng")
    elif not all(least <= each[0] <= most for each, (least, most) in zip(found, _SPANS, strict=True)):
        yield Absent("cỡ chữ của Quốc hiệu, Tiêu ngữ hoặc địa danh và thời gian đã sai khoảng cho phép")
    elif (together := tuple(write_size(each[0]) for each in found)) not in _TOGETHER:
        message = "cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng không thống nhất"
        yield Fault(motto, message, " - ".join(together), "13 - 14 - 14 hoặc 12 - 13 - 13", severity="warning")
