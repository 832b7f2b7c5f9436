"""Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.

Quy định: hai dòng Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.
Vì sao: giãn dòng của phần nội dung lan lên phần đầu, làm các dòng rời rạc.
Sai: cách dòng 1,5; cách đoạn 6 pt giữa hai dòng; một dòng trống ở giữa.
Đúng: giãn dòng Đơn (Single), cách trước và sau 0 pt.
"""

from __future__ import annotations

from kegen.check.layout import single_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.c"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the blank between the two lines."""
    title, motto = paper.parts.national_title, paper.parts.motto
    if title is None or motto is None:
        yield Absent("không đủ Quốc hiệu và Tiêu ngữ")
        return
    yield from single_faults(paper, (title, motto), "Quốc hiệu và Tiêu ngữ")
