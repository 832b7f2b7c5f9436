"""Cỡ chữ và kiểu chữ của nội dung.

Quy định: nội dung chữ in thường, kiểu chữ đứng, cỡ 13 đến 14.
Vì sao: đoạn chép từ nơi khác hay mang theo cỡ chữ riêng.
Sai: đoạn cỡ 12; đoạn cỡ 15.
Đúng: cả nội dung cỡ 14 (hoặc 13), thống nhất từ đầu đến cuối.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.body import content_notes, look_at, size_of
from kegen.check.looks import size_fault, written
from kegen.check.notes import Notes
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e; Mục V, số 6"
WEIGHT: Weight = "M"
_LEAST, _MOST = 13, 14
_HEADINGS = ("phan", "chuong", "muc")
"""They have a size of their own, and a rule of their own."""


def check(paper: Paper) -> Outcome:
    """Look at the sizes in each paragraph, then at 13 beside 14."""
    told = [each for each in paper.told(content_notes, _tell) if each is not None]
    if not told:
        yield Absent("văn bản không có nội dung ngoài bảng")
    elif len(set(told)) > 1 or told[0].is_off or told[0].is_slanted:
        yield from _faults(paper, [each for each in content_notes(paper) if not each[_is_heading]])


class _Told(NamedTuple):
    is_off: bool
    is_slanted: bool
    size: float


def _tell(item: Item) -> _Told | None:
    return None if _is_heading(item) else _Told(_is_off(item), _is_slanted(item), size_of(item))


def _faults(paper: Paper, items: list[Notes]) -> Iterator[Fault]:
    for each in items:
        if each[_is_off]:
            yield from size_fault(each.about.line, "nội dung", _LEAST, _MOST)
        if each[_is_slanted] and each.about not in paper.parts.bases:
            yield Fault(each.about, "cả đoạn nội dung in nghiêng", "chữ nghiêng", "chữ đứng", severity="warning")
    counted = Counter([each[size_of] for each in items])
    usual = max(counted, key=lambda size: counted[size])
    for item, size in ((each.about, each[size_of]) for each in items if len(counted) > 1):
        if _LEAST <= size <= _MOST and size != usual:  # outside, size_fault has told
            found = f"cỡ {written(size)}"
            message = "cỡ chữ khác với các đoạn còn lại"
            yield Fault(item, message, found, f"cỡ {written(usual)} như các đoạn khác", severity="warning")


def _is_heading(item: Item) -> bool:
    return item.rank in _HEADINGS


def _is_off(item: Item) -> bool:
    return any(not _LEAST <= size <= _MOST for size in look_at(item).sizes)


def _is_slanted(item: Item) -> bool:
    return look_at(item).is_italic and not item.text.startswith("(")
