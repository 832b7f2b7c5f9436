"""Chữ số của số trang.

Quy định: số trang đánh từ số 1, bằng chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng.
Vì sao: mẫu có sẵn của Word đặt số trang cỡ 11, có khi chữ nghiêng hoặc chữ số La Mã.
Sai: số trang cỡ 11; số trang I, II; văn bản bắt đầu từ trang 2.
Đúng: 1, 2, 3… cỡ 13 hoặc 14, chữ đứng.
"""

from __future__ import annotations

from kegen.check.formatting import size_fault
from kegen.check.pages import page_numbers
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lines import line_of
from kegen.docx.model import Run

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.7; Mục V, số 14"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the numbers of each section: their form, and the look of each page number once."""
    numbers = page_numbers(paper)
    if not numbers:
        yield Absent("văn bản không có số trang")
        return
    yield from _counting(paper, {each.section for each in numbers})
    for paragraph in dict.fromkeys(each.paragraph for each in numbers):
        line = line_of(paragraph)
        if not line.faces:  # no number was laid out yet: the mark of the paragraph has the look it will take
            line = line._replace(runs=(Run("1", paragraph.mark),))
        yield from size_fault(line, "số trang", 13, 14)
        if any(face.italic for face in line.faces):
            yield Fault(line, "số trang in nghiêng", "chữ nghiêng", "chữ đứng")
        if any(face.bold for face in line.faces):
            yield Fault(line, "số trang in đậm", "chữ đậm", "chữ đứng, không đậm", severity="warning")


def _counting(paper: Paper, shown: set[int]) -> Outcome:
    """Look at how the sections count that show a number."""
    for index, section in enumerate(paper.document.sections):
        if index in shown and section.numbers.form not in ("decimal", "numberInDash"):
            message = "số trang không phải chữ số Ả Rập"
            yield Fault(f"số trang, phần {index + 1}", message, section.numbers.form, "1, 2, 3…")
    start = paper.document.sections[0].numbers.start
    if 0 in shown and start not in (None, 1):
        yield Fault("số trang, phần 1", f"số trang bắt đầu từ {start}", str(start), "1")
