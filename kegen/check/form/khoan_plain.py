"""Kiểu chữ của khoản không có tiêu đề.

Quy định: khoản không có tiêu đề thì số thứ tự và nội dung chữ in thường, kiểu chữ đứng (không đậm).
Vì sao: cả đoạn in đậm thì không còn chỗ nào nổi.
Sai: **1. Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này, định kỳ báo cáo…** (đậm cả đoạn dài).
Đúng: 1. Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này, định kỳ báo cáo…
"""

from __future__ import annotations

from kegen.check.body import fills_a_line, with_mark
from kegen.check.notes import notes_of
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_LONG = 250


def check(paper: Paper) -> Outcome:
    """Look at numbered sentences."""
    plain = [item for item in with_mark(paper, "khoan") if notes_of(item)[_says]]
    if not plain:
        yield Absent("nội dung không có khoản không tiêu đề")
    for item in plain:
        if notes_of(item)[_is_italic]:
            yield Fault(item, "khoản in nghiêng", "chữ nghiêng", "chữ đứng")
        if notes_of(item)[_is_bold] and fills_a_line(paper, item):
            sure = len(item.text) > _LONG and item.text.rstrip("/").endswith(".")
            message = "khoản không có tiêu đề in đậm cả đoạn"
            yield Fault(item, message, "chữ đậm", "chữ không đậm", "error" if sure else "warning")


def _is_italic(item: Item) -> bool:
    return item.line.is_italic


def _is_bold(item: Item) -> bool:
    return item.line.is_bold


def _says(item: Item) -> bool:
    """Whether it is a sentence: it ends as one, or is too long for a title."""
    return not item.is_heading or (item.text[-1:] in ".;/" and len(item.text) > _LONG)
