"""Số trang của phụ lục đánh riêng.

Quy định: số trang của phụ lục được đánh số riêng theo từng phụ lục.
Vì sao: phụ lục có thể tách ra dùng riêng.
Sai: văn bản hết ở trang 6, phụ lục đánh tiếp từ trang 7.
Đúng: mỗi phụ lục bắt đầu một phần (section) mới, số trang bắt đầu lại từ 1.
"""

from __future__ import annotations

from kegen.check.pages import page_numbers
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
    numbered = {each.section for each in page_numbers(paper)}
    if not numbered:
        yield Absent("văn bản không có số trang")
        return
    for annex in annexes:
        section = annex.label.paragraph.section
        starts_anew = annex.starts_section and paper.document.sections[section].numbers.start == 1
        if section in numbered and not starts_anew:
            found = "đánh tiếp số trang của phần trước"
            yield Fault(annex.label, f"số trang của {annex.label.text} không đánh riêng", found, "bắt đầu lại từ 1")
