"""Bố cục nội dung của kế hoạch.

Quy định: kế hoạch theo Mẫu 1.4; phần nội dung do cơ quan ban hành tự bố cục. “Mục đích, yêu cầu”, “Tổ chức thực hiện”
là thông lệ, không có cũng không trái quy định.
Vì sao: kế hoạch không nói ai làm gì thì khó giao việc; đây là gợi ý.
Sai: không có trường hợp sai.
Đúng: thường có MỤC ĐÍCH, YÊU CẦU; NHIỆM VỤ; TỔ CHỨC THỰC HIỆN.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4, ghi chú 6"
WEIGHT: Weight = "T"
_USUAL = {"muc-dich": "MỤC ĐÍCH, YÊU CẦU", "to-chuc-thuc-hien": "TỔ CHỨC THỰC HIỆN"}


def check(paper: Paper) -> Outcome:
    """Look for the usual sections of a plan."""
    if not paper.is_plan:
        yield Absent("văn bản không phải là kế hoạch")
        return
    headings = " ".join(item.line.folded for item in paper.parts.body if item.is_heading)
    for word, name in _USUAL.items():
        if word not in headings:
            message = f"kế hoạch không có mục {name} như thông lệ"
            yield Fault("nội dung", message, "không có", f"cân nhắc thêm mục {name}", severity="info")
