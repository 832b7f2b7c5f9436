"""Cách đánh số các phần, mục.

Quy định: văn bản không có điều thì bố cục theo phần, mục, khoản, điểm: “Phần I” (nếu có), “I.”, “1.”, “a)”; số thứ tự
liên tục.
Vì sao: thiếu hoặc lặp số thì không viện dẫn được “điểm a khoản 2 Mục II”.
Sai: I, II, IV; 1, 2, 2; hai mục cùng số III.
Đúng: I, II, III…; trong mỗi mục bắt đầu lại từ 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.paper import Paper, items
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.document.parts import Item, Rank
from kegen.vietnamese import roman

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.c-đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_ROMAN = {roman(number): number for number in range(1, 60)}
_ABOVE: dict[Rank, tuple[Rank, ...]] = {"muc": ("phan", "chuong"), "khoan": ("phan", "chuong", "dieu", "muc")}


def check(paper: Paper) -> Outcome:
    """Follow the numbers of Mục and khoản; each starts anew under what stands above it."""
    body = paper.told(items, _numbered)
    if not paper.is_administrative or not any(each.rank in _ABOVE for each in body):
        yield Absent("nội dung không đánh số mục, khoản")
        return
    yield from _followed(paper, body, "muc", "mục")
    if any(each.rank in ("muc", "dieu") for each in body):
        yield from _followed(paper, body, "khoan", "khoản")


class _Numbered(NamedTuple):
    rank: Rank
    number: int | None


def _followed(paper: Paper, body: tuple[_Numbered, ...], rank: Rank, name: str) -> Iterator[Fault]:
    last = 0
    for index, (own, number) in enumerate(body):
        if own in _ABOVE[rank]:
            last = 0
        if own != rank or number is None:
            continue
        if number not in (last + 1, 1):
            item = paper.parts.body[index]
            wanted = roman(last + 1) if rank == "muc" else str(last + 1)
            severity: Severity = "error" if rank == "muc" else "warning"
            yield Fault(item, f"{name} {item.mark} không theo thứ tự", item.mark, f"{wanted}.", severity)
        last = number


def _numbered(item: Item) -> _Numbered:
    sign = re.sub(r"[\s.)]", "", item.mark) if item.rank in _ABOVE else ""
    return _Numbered(item.rank, int(sign) if sign.isdigit() else _ROMAN.get(sign))
