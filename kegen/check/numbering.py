"""The numbers of Phần, Chương, Mục, Điều, khoản and 1.1 in the order they stand: which of them do not follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.body import is_centred
from kegen.docx.parts import Item, Rank
from kegen.vietnamese import roman_value

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MUC = re.compile(r"(?P<rank>Mục|Tiểu mục|MỤC|TIỂU MỤC) (?P<number>\d{1,2}|[IVX]+)(?=[.:\s]|$)")
_DEEPEST = 6
"""No list stands in more lists of its own kind."""


class Numbered(NamedTuple):
    """An item of the body with its number: (3,) of `III.`, (1, 2) of `1.2.`."""

    rank: str
    """Its rank; `muc-word` and `tieu-muc` for `Mục 1`, `Tiểu mục 1` in a Chương."""
    number: tuple[int, ...]
    item: Item
    opens_list: bool
    """Whether the paragraph before ends with a colon, so that a list may begin here."""


class Leap(NamedTuple):
    """A number that does not follow, and the one that would."""

    numbered: Numbered
    wanted: tuple[int, ...]
    is_again: bool
    """Whether it begins anew where nothing above it does."""


_INSIDE: dict[str, tuple[str, ...]] = {
    "phan": ("chuong", "muc-word", "tieu-muc", "muc", "khoan", "tiet"),
    "chuong": ("muc-word", "tieu-muc", "muc", "khoan", "tiet"),
    "muc-word": ("tieu-muc", "khoan", "tiet"),
    "tieu-muc": ("khoan", "tiet"),
    "dieu": ("muc", "khoan", "tiet"),
    "muc": ("khoan", "tiet"),
    "khoan": ("tiet",),
    "tiet": (),
}
"""What begins anew under each rank; Điều count through the whole document."""


def numbered_items(body: Iterable[Item]) -> Iterator[Numbered]:
    """Yield the numbered items that the paper says itself, not those it quotes."""
    before = ""
    for item in body:
        found = None if item.is_quoted else _numbered(item)
        if found is not None:
            yield Numbered(*found, item, before.endswith(":"))
        before = item.line.text


def _numbered(item: Item) -> tuple[str, tuple[int, ...]] | None:
    if item.rank in ("phan", "chuong") and item.text and not is_centred(item) and not item.line.is_bold:
        return None
    if item.rank in ("phan", "chuong", "dieu", "muc", "khoan", "tiet"):
        number = _number(item.rank, item.mark)
        return (item.rank, number) if number else None
    found = _MUC.match(item.text) if item.rank == "doan" and is_centred(item) else None
    if found is None:
        return None
    rank = "muc-word" if found["rank"].lower() == "mục" else "tieu-muc"
    return rank, _count(found["number"])


def _number(rank: Rank, mark: str) -> tuple[int, ...]:
    sign = re.sub(r"[\s.:)]+$", "", mark)
    if rank == "tiet":
        return tuple(int(each) for each in sign.split("."))
    return _count(sign.split()[-1])


def _count(sign: str) -> tuple[int, ...]:
    if sign.isdigit():
        return (int(sign),)
    if sign.lower() in _ORDINALS:
        return (_ORDINALS.index(sign.lower()) + 1,)
    number = roman_value(sign)
    return (number,) if number else ()


def leaps(numbered: Iterable[Numbered]) -> Iterator[Leap]:
    """Yield the numbers that neither follow the last of their rank nor begin anew where they may."""
    last: dict[str, dict[tuple[int, ...], list[int]]] = {}
    for each in numbered:
        own = last.setdefault(each.rank, {})
        leap = _leap(each, own.setdefault(each.number[:-1], []))
        if leap is not None:
            yield leap
        own.pop(each.number, None)  # 1.1.1 begins anew under each 1.1
        for rank in _INSIDE[each.rank]:
            last.pop(rank, None)


def _leap(each: Numbered, lists: list[int]) -> Leap | None:
    """Return the leap that a number is, and note it as the last of its list; a list may hold another."""
    number = each.number[-1]
    outer = next((depth for depth in range(len(lists) - 1, -1, -1) if number == lists[depth] + 1), None)
    if outer is not None:
        lists[outer:] = [number]
        return None
    if number == 1 and (not lists or each.opens_list):
        lists[:] = [*lists[1 - _DEEPEST :], 1]
        return None
    wanted = (lists[-1] if lists else 0) + 1
    is_double = bool(lists) and number == lists[-1]
    lists[-1:] = [number, wanted] if is_double else [number]  # one slip, however it goes on
    return Leap(each, (*each.number[:-1], wanted), is_again=number == 1)
