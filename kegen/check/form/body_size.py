"""Cỡ chữ và kiểu chữ của nội dung.

Quy định: nội dung chữ in thường, kiểu chữ đứng, cỡ 13 đến 14.
Vì sao: đoạn chép từ nơi khác hay mang theo cỡ chữ riêng.
Sai: đoạn cỡ 12; đoạn cỡ 15.
Đúng: cả nội dung cỡ 14 (hoặc 13), thống nhất từ đầu đến cuối.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kegen.check.body import content
from kegen.check.formatting import main_size, size_fault, write_size
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e; Mục V, số 6"
WEIGHT: Weight = "M"
_LEAST, _MOST = 13, 14
_LONGEST_HEADING = 90
_HEADINGS = ("phan", "chuong", "muc")
"""They have a size of their own, and a rule of their own."""


def check(paper: Paper) -> Outcome:
    """Look at the sizes in each paragraph, then at 13 beside 14."""
    items = [item for item in content(paper) if item.rank not in _HEADINGS]
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
        return
    for item in items:
        yield from size_fault(item.line, "nội dung", _LEAST, _MOST)
        if item.line.is_italic and not item.text.startswith("(") and item not in paper.parts.bases:
            severity: Severity = "info" if _is_heading(item) else "warning"
            yield Fault(item, "cả đoạn nội dung in nghiêng", "chữ nghiêng", "chữ đứng", severity)
    yield from _unlike_the_others(items)


def _is_heading(item: Item) -> bool:
    """Whether it is a short heading, `1.1. Trồng trọt`, for which the decree has no row of its own."""
    return len(item.text) <= _LONGEST_HEADING and not item.text.endswith((".", ";", ","))


def _unlike_the_others(items: list[Item]) -> Iterator[Fault]:
    """Yield a fault for each paragraph of another size than most; those out of the span have one already."""
    counted = Counter(main_size(item.line) for item in items)
    usual = max(counted, key=lambda size: counted[size])
    for item in items:
        size = main_size(item.line)
        if _LEAST <= size <= _MOST and size != usual:
            found = f"cỡ {write_size(size)}"
            message = "cỡ chữ khác với các đoạn còn lại"
            yield Fault(item, message, found, f"cỡ {write_size(usual)} như các đoạn khác", severity="warning")
