"""Lề của trang nằm ngang.

Quy định: Nghị định không nêu số riêng cho trang nằm ngang; các trang ngang trong phụ lục của chính Nghị định có lề
trái 30, trên 20, phải 15, dưới 15 mm. Đây là thông lệ, khác đi không phải là trái quy định.
Vì sao: trang ngang đóng tập cùng trang đứng, lề quá hẹp thì bảng bị ghim hoặc bị xén.
Sai: lề 5 mm để bảng vừa một trang.
Đúng: mỗi lề không nhỏ hơn 15 mm.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lengths import mm

CITE = "Thông lệ, theo các trang nằm ngang trong phụ lục của NĐ 30/2020/NĐ-CP"
WEIGHT: Weight = "P"
_LEAST = mm(14.5)


def check(paper: Paper) -> Outcome:
    """Look at the narrowest margin of each section that lies."""
    lying = [(number, each.page) for number, each in enumerate(paper.document.sections, 1) if each.page.is_landscape]
    if not lying:
        yield Absent("không có trang nằm ngang")
    for number, page in lying:
        narrowest = min(page.top, page.bottom, page.left, page.right)
        if narrowest < _LEAST:
            found = f"{narrowest.mm:.0f} mm"
            yield Fault(f"lề trang, phần {number}", f"trang nằm ngang có lề chỉ {found}", found, "từ 15 mm trở lên")
