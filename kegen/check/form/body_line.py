"""Giãn dòng từ dòng đơn đến 1,5 dòng.

Quy định: khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.
Vì sao: giãn dòng “Chính xác (Exactly)” nhỏ hơn chữ làm mất dấu mũ; giãn 2 dòng làm văn bản dài gấp đôi.
Sai: giãn 2,0; Exactly 14 pt với chữ cỡ 14.
Đúng: từ Đơn (Single) đến 1,5 dòng; Exactly 18 pt với chữ cỡ 14.
"""

from __future__ import annotations

from kegen.check.body import content, content_notes, size_of
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.spacing import lines_tall
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_LEAST, _MOST = 1.0, 1.5
_SLACK = 0.02


def check(paper: Paper) -> Outcome:
    """Look at each paragraph; exact heights are compared with a line of Times New Roman of that size."""
    told = paper.told(content_notes, _tall)
    if not told:
        yield Absent("văn bản không có nội dung ngoài bảng")
    for i, tall in enumerate(told):
        if not _LEAST - _SLACK <= tall <= _MOST + _SLACK:
            found = f"{tall:.2f} dòng".replace(".", ",")
            yield Fault(content(paper)[i], "giãn dòng ngoài khoảng cho phép", found, "từ dòng đơn đến 1,5 dòng")


def _tall(item: Item) -> float:
    return lines_tall(item.paragraph, size_of(item) or 14)
