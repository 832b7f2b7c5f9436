"""Kiểu chữ của khoản không có tiêu đề.

Quy định: khoản không có tiêu đề thì số thứ tự và nội dung chữ in thường, kiểu chữ đứng (không đậm).
Vì sao: cả đoạn in đậm thì không còn chỗ nào nổi.
Sai: **1. Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này, định kỳ báo cáo…** (đậm cả đoạn dài).
Đúng: 1. Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này, định kỳ báo cáo…
"""

from __future__ import annotations

from kegen.check.body import fills_a_line, with_rank
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_LONG = 250


def check(paper: Paper) -> Outcome:
    """Look at numbered sentences."""
    items = [item for item in with_rank(paper, "khoan") if _is_sentence(item)]
    if not items:
        yield Absent("nội dung không có khoản không tiêu đề")
    for item in items:
        if item.line.is_italic:
            yield Fault(item, "khoản in nghiêng", "chữ nghiêng", "chữ đứng")
        if item.line.is_bold and fills_a_line(paper, item):
            sure = len(item.text) > _LONG and item.text.rstrip("/").endswith(".")
            message = "khoản không có tiêu đề in đậm cả đoạn"
            yield Fault(item, message, "chữ đậm", "chữ không đậm", "error" if sure else "warning")


def _is_sentence(item: Item) -> bool:
    """Whether it ends as a sentence, or is too long for a title."""
    return not item.is_heading or (item.text[-1:] in ".;/" and len(item.text) > _LONG)
