"""Kiểu chữ của mục (I., II.).

Quy định: số thứ tự của mục dùng chữ số La Mã, cùng tiêu đề trên một dòng; chữ in hoa, cỡ 13 đến 14, kiểu chữ đứng,
đậm.
Vì sao: tiêu đề mục phải nổi hơn tiêu đề khoản.
Sai: “I. Mục đích, yêu cầu” chữ thường; tiêu đề không đậm.
Đúng: I. MỤC ĐÍCH, YÊU CẦU.
"""

from __future__ import annotations

import re

from kegen.check.body import with_rank
from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_LETTER = re.compile(r"[A-E]\. ")
"""The mark of a part above them, of which the decree knows nothing: its title is the one in capitals."""


def check(paper: Paper) -> Outcome:
    """Look at each heading with a Roman number."""
    items = with_rank(paper, "muc")
    if not items:
        yield Absent("nội dung không có mục đánh số La Mã")
    has_letters = any(_LETTER.match(item.line.text) and item.line.is_bold for item in paper.parts.body)
    for item in items:
        yield from size_fault(item.line, "tiêu đề mục", 13, 14)
        capital = None if has_letters else True
        yield from style_faults(item.line, "tiêu đề mục", bold=True, italic=False, capital=capital)
