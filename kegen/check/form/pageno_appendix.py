"""Số trang của phụ lục đánh riêng.

Quy định: số trang của phụ lục được đánh số riêng theo từng phụ lục.
Vì sao: phụ lục có thể tách ra dùng riêng.
Sai: văn bản hết ở trang 6, phụ lục đánh tiếp từ trang 7.
Đúng: mỗi phụ lục bắt đầu một phần (section) mới, số trang bắt đầu lại từ 1.
"""

from __future__ import annotations

from kegen.check.page_numbers import page_numbers
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.đ"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the section each annex begins."""
    annexes = paper.parts.annexes
    if not annexes:
        yield Absent("không có phụ lục")
        return
    if not page_numbers(paper):
        yield Absent("văn bản không có số trang")
        return
    for annex in annexes:
        numbers = paper.document.sections[annex.label.paragraph.section].numbers
        if not annex.starts_section or numbers.start != 1:
            found = "đánh tiếp số trang của phần trước"
            yield Fault(annex.label, f"số trang của {annex.label.text} không đánh riêng", found, "bắt đầu lại từ 1")
