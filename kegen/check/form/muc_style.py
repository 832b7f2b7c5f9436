"""Kiểu chữ của mục (I., II.).

Quy định: số thứ tự của mục dùng chữ số La Mã, cùng tiêu đề trên một dòng; chữ in hoa, cỡ 13 đến 14, kiểu chữ đứng,
đậm.
Vì sao: tiêu đề mục phải nổi hơn tiêu đề khoản.
Sai: “I. Mục đích, yêu cầu” chữ thường; tiêu đề không đậm.
Đúng: I. MỤC ĐÍCH, YÊU CẦU.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.body import with_mark
from kegen.check.looks import size_fault, style_faults
from kegen.check.paper import Paper, items
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each heading with a Roman number."""
    told = paper.told(items, _is_sound) if paper.is_administrative else ()
    if all(each is None for each in told):
        yield Absent("nội dung không có mục đánh số La Mã")
    elif False in told:
        for item in with_mark(paper, "muc"):
            yield from _look_at(item)


def _is_sound(item: Item) -> bool | None:
    """Whether the heading is right, None for what is none."""
    return None if item.rank != "muc" else not any(True for _ in _look_at(item))


def _look_at(item: Item) -> Iterator[Fault]:
    yield from size_fault(item.line, "tiêu đề mục", 13, 14)
    yield from style_faults(item.line, "tiêu đề mục", bold=True, italic=False, capital=True)
