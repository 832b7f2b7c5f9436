"""Phần, chương, mục, điều phải có tiêu đề.

Quy định: các phần, chương, mục, tiểu mục, điều phải có tiêu đề.
Vì sao: mục không tên thì người đọc không biết mục nói gì.
Sai: “II.” đứng một mình; “Phần I” rồi vào nội dung ngay.
Đúng: II. NHIỆM VỤ, GIẢI PHÁP.
"""

from __future__ import annotations

from itertools import zip_longest

from kegen.check.body import is_centred
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.d"
WEIGHT: Weight = "M"
_HEADINGS = ("phan", "chuong", "muc")


def check(paper: Paper) -> Outcome:
    """Look for a heading of only a number; a Phần or Chương has its title on the next line."""
    body = paper.parts.body
    if not any(item.rank in _HEADINGS for item in body):
        yield Absent("nội dung không chia phần, chương, mục")
    for item, following in zip_longest(body, body[1:]):
        if item.rank in _HEADINGS and not item.text and (item.rank == "muc" or not _is_title(following)):
            yield Fault(item, f"{item.mark} không có tiêu đề", item.mark, f"{item.mark} kèm tiêu đề")


def _is_title(item: Item | None) -> bool:
    return item is not None and item.rank == "doan" and (is_centred(item) or item.line.is_capital)
