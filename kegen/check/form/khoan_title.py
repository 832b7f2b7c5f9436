"""Kiểu chữ của tiêu đề khoản (1., 2.).

Quy định: khoản có tiêu đề thì số thứ tự và tiêu đề trên một dòng riêng, chữ in thường, cỡ bằng cỡ chữ nội dung, kiểu
chữ đứng, đậm.
Vì sao: tiêu đề khoản phải nổi hơn nội dung và nhẹ hơn tiêu đề mục.
Sai: “1. MỤC ĐÍCH” in hoa; “1. Mục đích” nghiêng.
Đúng: **1. Mục đích** (đậm, đứng).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kegen.check.formatting import style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_ENTRIES = ("khoan", "muc", "phan", "chuong")
"""What follows an entry of a list, not a title."""
_SURE = 60
"""A numbered line shorter than this, with no stop at its end, is a title beyond doubt."""


def check(paper: Paper) -> Outcome:
    """Look at numbered lines that name what follows; those that may be either are only warned of."""
    titles = list(_titles(paper)) if paper.is_administrative else []
    if not titles:
        yield Absent("nội dung không có khoản có tiêu đề")
    for item in titles:
        yield from _style(item)


def _titles(paper: Paper) -> Iterator[Item]:
    """Yield the numbered lines that name the content under them."""
    for item, following in pairwise(paper.parts.body):
        is_lead = item.text[-1:] not in ".;,/" or item.line.is_bold
        if item.rank == "khoan" and item.is_heading and is_lead and following.rank not in _ENTRIES:
            yield item


def _style(item: Item) -> Iterator[Fault]:
    yield from style_faults(item.line, "tiêu đề khoản", italic=False, capital=False)
    if not item.line.is_bold:
        partly = any(face.bold for face in item.line.faces)
        sure = len(item.text) < _SURE and not partly
        found = "chỉ đậm một phần" if partly else "không đậm"
        yield Fault(item, "tiêu đề khoản chưa đậm cả dòng", found, "chữ đậm", "error" if sure else "warning")
