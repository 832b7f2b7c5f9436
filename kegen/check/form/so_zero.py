"""Số nhỏ hơn 10 có số 0 phía trước.

Quy định: với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.
Vì sao: tránh sửa, thêm chữ số vào trước.
Sai: Số: 5/KH-UBND.
Đúng: Số: 05/KH-UBND.
"""

from __future__ import annotations

from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3.c"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at a number of one digit."""
    line = number_line(paper)
    if line is None or line.is_blank:
        yield Absent("văn bản chưa có số")
    elif len(line.number) == 1 and line.number.isdigit():
        expected = line.line.text.replace(line.number, f"0{line.number}", 1)
        yield Fault(line.line, "số nhỏ hơn 10 thiếu số 0 phía trước", line.line.text, expected)
