"""Cỡ chữ và kiểu chữ của nội dung.

Quy định: nội dung chữ in thường, kiểu chữ đứng, cỡ 13 đến 14.
Vì sao: đoạn chép từ nơi khác hay mang theo cỡ chữ riêng.
Sai: đoạn cỡ 12; đoạn cỡ 15.
Đúng: cả nội dung cỡ 14 (hoặc 13), thống nhất từ đầu đến cuối.
"""

from __future__ import annotations

from kegen.check.body import laid
from kegen.check.looks import size_fault, written
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e; Mục V, số 6"
WEIGHT: Weight = "M"
_LEAST, _MOST = 13, 14
_HEADINGS = ("phan", "chuong", "muc")
"""They have a size of their own, and a rule of their own."""


def check(paper: Paper) -> Outcome:
    """Look at the sizes in each paragraph, then at 13 beside 14."""
    items = [each for each in laid(paper) if each[0].rank not in _HEADINGS]
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
        return
    counted: dict[float, int] = {}
    for item, look in items:
        if any(not _LEAST <= size <= _MOST for size in look.sizes):
            yield from size_fault(item.line, "nội dung", _LEAST, _MOST)
        if look.is_italic and not item.text.startswith("(") and item not in paper.parts.bases:
            yield Fault(item, "cả đoạn nội dung in nghiêng", "chữ nghiêng", "chữ đứng", severity="warning")
        counted[look.size] = counted.get(look.size, 0) + 1
    usual = max(counted, key=lambda size: counted[size])
    for item, look in items if len(counted) > 1 else ():
        size = look.size
        if _LEAST <= size <= _MOST and size != usual:  # outside, size_fault has told
            found = f"cỡ {written(size)}"
            message = "cỡ chữ khác với các đoạn còn lại"
            yield Fault(item, message, found, f"cỡ {written(usual)} như các đoạn khác", severity="warning")
