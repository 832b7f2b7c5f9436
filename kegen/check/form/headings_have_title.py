"""Phần, chương, mục, điều phải có tiêu đề.

Quy định: các phần, chương, mục, tiểu mục, điều phải có tiêu đề.
Vì sao: mục không tên thì người đọc không biết mục nói gì.
Sai: “II.” đứng một mình; “Phần I” rồi vào nội dung ngay.
Đúng: II. NHIỆM VỤ, GIẢI PHÁP.
"""

from __future__ import annotations

from kegen.check.body import is_centred
from kegen.check.paper import Paper, items
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.d"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look for a heading of only a number; a Phần or Chương has its title on the next line."""
    told = paper.told(items, _is_named)
    if all(each is None for each in told):
        yield Absent("nội dung không chia phần, chương, mục")
    for index in (i for i, each in enumerate(told) if each is False):
        body = paper.parts.body
        item = body[index]
        following = body[index + 1] if index + 1 < len(body) else None
        if item.rank == "muc" or not _is_title(following):
            yield Fault(item, f"{item.mark} không có tiêu đề", item.mark, f"{item.mark} kèm tiêu đề")


def _is_named(item: Item) -> bool | None:
    """Whether a heading has a title of its own, None for what is no heading."""
    return bool(item.text) if item.rank in ("phan", "chuong", "muc") else None


def _is_title(item: Item | None) -> bool:
    return item is not None and item.rank == "doan" and (is_centred(item) or item.line.is_capital)
