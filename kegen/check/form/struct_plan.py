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

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.parts import Item, Rank
from kegen.vietnamese import roman

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.c-đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_ROMAN = {roman(number): number for number in range(1, 60)}
_ABOVE: dict[Rank, tuple[Rank, ...]] = {"muc": ("phan", "chuong"), "khoan": ("phan", "chuong", "dieu", "muc")}


def check(paper: Paper) -> Outcome:
    """Follow the numbers of Mục and khoản; each starts anew under what stands above it."""
    body = paper.parts.body
    if not paper.is_administrative or not any(item.rank in _ABOVE for item in body):
        yield Absent("nội dung không đánh số mục, khoản")
        return
    yield from _followed(body, "muc", "mục", "error")
    if any(item.rank in ("muc", "dieu") for item in body):
        yield from _followed(body, "khoan", "khoản", "warning")


def _followed(body: tuple[Item, ...], rank: Rank, name: str, severity: Severity) -> Iterator[Fault]:
    """Yield a fault for each number of the rank that neither follows the one before nor begins anew."""
    last = 0
    for item in body:
        if item.rank in _ABOVE[rank]:
            last = 0
        number = _number(item) if item.rank == rank else None
        if number is None:
            continue
        if number not in (last + 1, 1):
            wanted = roman(last + 1) if rank == "muc" else str(last + 1)
            yield Fault(item, f"{name} {item.mark} không theo thứ tự", item.mark, f"{wanted}.", severity)
        last = number


def _number(item: Item) -> int | None:
    sign = re.sub(r"[\s.)]", "", item.mark)
    return int(sign) if sign.isdigit() else _ROMAN.get(sign)
