"""Kiểu chữ của phần, chương.

Quy định: từ “Phần”, “Chương” và số La Mã trên một dòng riêng, canh giữa, chữ in thường, cỡ 13 đến 14, đứng, đậm; tiêu
đề ở dòng dưới, canh giữa, chữ in hoa, đậm.
Vì sao: phần, chương là cấp cao nhất nên đứng giữa trang.
Sai: “PHẦN I. MỤC ĐÍCH” trên một dòng, canh trái.
Đúng: Phần I (dòng trên) / MỤC ĐÍCH, YÊU CẦU (dòng dưới), canh giữa, đậm.
"""

from __future__ import annotations

from kegen.check.body import with_rank
from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each line that is a Phần or Chương."""
    items = with_rank(paper, "phan", "chuong")
    if not items:
        yield Absent("nội dung không chia phần, chương")
    for item in items:
        what = "dòng phần, chương"
        yield from size_fault(item.line, what, 13, 14)
        yield from style_faults(item.line, what, bold=True, italic=False)
        yield from centre_fault(item.line, what)
        if item.mark.isupper():
            yield Fault(item, f"{what} viết in hoa", item.mark, item.mark.capitalize(), severity="warning")
        if item.text:
            yield Fault(item, "tiêu đề nằm cùng dòng với số của phần, chương", item.line.text, "hai dòng", "warning")
