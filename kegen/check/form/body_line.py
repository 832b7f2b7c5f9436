"""Giãn dòng từ dòng đơn đến 1,5 dòng.

Quy định: khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.
Vì sao: giãn dòng “Chính xác (Exactly)” nhỏ hơn chữ làm mất dấu mũ; giãn 2 dòng làm văn bản dài gấp đôi.
Sai: giãn 2,0; Exactly 14 pt với chữ cỡ 14.
Đúng: từ Đơn (Single) đến 1,5 dòng; Exactly 18 pt với chữ cỡ 14.
"""

from __future__ import annotations

from kegen.check.body import content
from kegen.check.formatting import main_size
from kegen.check.layout import line_spacing
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_LEAST, _MOST = 1.0, 1.5
_SLACK = 0.02
_USUAL_SIZE = 14


def check(paper: Paper) -> Outcome:
    """Look at each paragraph; exact heights are compared with a line of Times New Roman of that size."""
    items = content(paper)
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
    for item in items:
        spacing = line_spacing(item.paragraph, main_size(item.line) or _USUAL_SIZE)
        if not _LEAST - _SLACK <= spacing <= _MOST + _SLACK:
            found = f"{spacing:.2f} dòng".replace(".", ",")
            yield Fault(item, "giãn dòng ngoài khoảng cho phép", found, "từ dòng đơn đến 1,5 dòng")
