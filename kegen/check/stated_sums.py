"""Sums told in words: a total, and the parts that the sentence or the list under it names in the same unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from kegen.check.rule import Severity
from kegen.docx.parts import Item

_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_MONEY = r"(?:tỷ|triệu|nghìn)?\s*đồng"
_AMOUNT = (
    r"(?<![\d/.,])(?P<{0}>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?)\s*"
    rf"(?P<{{0}}_unit>{_MONEY}|người|đơn vị|hộ|ha|km|xã|thôn|hồ sơ|học sinh|cơ sở|lớp)\b(?!/)"
)
_TOTAL, _PART = (re.compile(_AMOUNT.format(each), re.IGNORECASE) for each in ("total", "part"))
_HOW = re.compile(r"[^.\d]{0,40}?(?P<how>trong đó|bao gồm|gồm|cụ thể|như sau)\b", re.IGNORECASE)
_CALLED = re.compile(r"tổng\s+(?!hợp|kết)[^.;\d]{0,100}$", re.IGNORECASE)
_REACH = 110
"""So many letters before an amount may say that it is a total."""
_END = re.compile(r"\.(?!\d)|(?<!\d)\.")
_NESTED = re.compile(r"\([^()]*\)")
_SOURCE = re.compile(r"ngân sách|vốn|nguồn|đóng góp|xã hội hó?a|xã hội hoá|huy động|tài trợ|đối ứng", re.IGNORECASE)
_REST = re.compile(r"còn lại|phần còn|khác", re.IGNORECASE)
_OVERLAPPING = re.compile(r"nữ|đảng viên|dân tộc|trình độ|tuổi|tôn giáo|đại học|thạc sĩ|kiêm nhiệm", re.IGNORECASE)
"""Words of parts that one and the same person or household may be of."""
_MEASURED = re.compile(rf"{_MONEY}|ha|km")
"""Units of which parts do not overlap, as people counted by age and by sex do."""
_FEWEST = 2
_NEARLY_ALL = 0.9
"""Parts that make up so much of a total rather are all of it."""


class StatedSum(NamedTuple):
    """A total that its parts do not add up to."""

    total: str
    """As written, with its unit."""
    values: tuple[float, ...]
    unit: str
    severity: Severity

    @property
    def added(self) -> float:
        """What the parts add up to."""
        return sum(self.values)


def number(text: str) -> float | None:
    """Return a number as Vietnamese writes it, None for another text."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(".", "").replace(" ", "").replace(",", "."))


def written(value: float) -> str:
    """Return a number as Vietnamese writes it."""
    whole, _, part = f"{round(value, 3):.3f}".rstrip("0").partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def is_near(one: float, other: float, count: int) -> bool:
    """Whether two sums are one but for the rounding of so many numbers with a part after the comma."""
    room = 0.0 if one == int(one) and other == int(other) else 0.05 * (count + 1)
    return abs(one - other) <= room + 1e-6


def sums_in(text: str) -> Iterator[StatedSum]:
    """Yield the totals of a paragraph that the parts after them in the sentence do not add up to."""
    end = 0
    for found, how in _totals(text):
        stop = _END.search(text, how.end())
        if found.start() >= end and not text.endswith(":", how.end()):
            parts = _NESTED.sub(" ", text[how.end() : stop.start() if stop else len(text)])
            own = list(_PART.finditer(parts))
            if len(own) >= _FEWEST:
                end = stop.start() if stop else len(text)
                yield from _compared(text, found, how, own, parts)


def listed_sum(item: Item, after: Iterable[Item]) -> Iterator[StatedSum]:
    """Yield the total of a paragraph that ends with a colon, where the entries of the list under it add up to another.

    Each entry has just one amount.
    """
    text = item.line.text
    totals = list(_totals(text)) if text.endswith((":", "đó", "gồm")) else []
    if len(totals) != 1:
        return
    found, how = totals[0]
    entries = _entries(item, after)
    amounts = [list(_PART.finditer(_NESTED.sub(" ", each.text))) for each in entries]
    if len(entries) >= _FEWEST and all(len(each) == 1 for each in amounts):
        yield from _compared(text, found, how, [each[0] for each in amounts], " ".join(each.text for each in entries))


def _totals(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each amount that words such as `trong đó` follow, and these words."""
    for found in _TOTAL.finditer(text):
        how = _HOW.match(text, found.end())
        if how is not None:
            yield found, how


def _entries(item: Item, after: Iterable[Item]) -> list[Item]:
    """Return the entries of the list right under an item, all of one rank."""
    following = iter(after)
    first = next(following, None)
    if first is None or first.rank in ("doan", "muc", "phan", "chuong", "dieu") or first.rank == item.rank:
        return []
    return [first, *takewhile(lambda each: each.rank == first.rank, following)]


def _compared(
    text: str, found: re.Match[str], how: re.Match[str], parts: Sequence[re.Match[str]], words: str
) -> Iterator[StatedSum]:
    """Hold a total against its parts in the same unit; one of the parts may be told of another."""
    unit = _unit(found["total_unit"])
    if any(_unit(each["part_unit"]) != unit for each in parts):
        return
    total = number(found["total"]) or 0.0
    values = tuple(number(each["part"]) or 0.0 for each in parts)
    added = sum(values)
    if is_near(added, total, len(values)) or any(is_near(added - each, total, len(values)) for each in values):
        return
    is_less, is_whole = added < total, how["how"].lower() != "trong đó"
    if (is_less and _REST.search(words)) or _OVERLAPPING.search(words):
        return
    is_called_total = _CALLED.search(text, max(found.start() - _REACH, 0), found.start()) is not None
    if is_whole or not is_less:
        sure = is_called_total or _MEASURED.fullmatch(unit) is not None
        yield StatedSum(f"{found['total']} {unit}", values, unit, "warning" if sure else "info")
    elif added >= total * _NEARLY_ALL or _SOURCE.search(words):
        yield StatedSum(f"{found['total']} {unit}", values, unit, "info")


def _unit(text: str) -> str:
    return " ".join(text.lower().split())
