"""Trang đầu không hiện số trang.

Quy định: không hiển thị số trang thứ nhất.
Vì sao: đầu trang thứ nhất là chỗ của Quốc hiệu và tên cơ quan.
Sai: trang đầu có số 1.
Đúng: đánh dấu Trang đầu khác (Different First Page) và để trống đầu trang của trang đầu.
"""

from __future__ import annotations

from kegen.check.pages import page_numbers
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.7"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at what stands on the first page of the first section."""
    numbers = [each for each in page_numbers(paper) if each.section == 0]
    if not paper.is_administrative:
        yield Absent("tệp không có phần đầu của văn bản, trang đầu của tệp có thể là giữa văn bản")
        return
    if not numbers or paper.document.pages == 1:
        yield Absent("văn bản một trang hoặc không có số trang")
        return
    pages = "first" if paper.document.sections[0].has_first_page else "default"
    shown = next((each for each in numbers if each.pages == pages), None)
    if shown is not None:
        yield Fault(shown.paragraph, "trang đầu hiện số trang", "số 1 ở trang đầu", "trang đầu không hiện số")
