"""Tên cơ quan cách nhau dòng đơn.

Quy định: tên cơ quan ban hành và tên cơ quan chủ quản cách nhau dòng đơn; tên dài có thể viết thành nhiều dòng.
Vì sao: giãn dòng của phần nội dung lan lên phần đầu, làm các dòng rời rạc.
Sai: giãn dòng 1,5 giữa hai dòng tên; một dòng trống ở giữa.
Đúng: giãn dòng Đơn (Single), cách trước và sau 0 pt.
"""

from __future__ import annotations

from kegen.check.layout import single_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the blank between the lines of both names."""
    lines = (*paper.parts.parent, *paper.parts.issuer)
    if not lines:
        yield Absent("không thấy tên cơ quan ban hành")
    yield from single_faults(paper, lines, "các dòng tên cơ quan")
