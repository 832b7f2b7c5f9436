"""Which headings each item of a body stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.check.offices import is_group, is_office
from kegen.docx.parts import Item, Rank

_DEPTH: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem", "gach", "cong", "doan")
_STOP = ".;/"


def under_headings(items: Iterable[Item]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Yield each item of a body and the headings it stands under, the outermost first."""
    above: list[tuple[int, Item]] = []
    for item in items:
        depth = depth_of(item)
        if depth is not None:
            above = [each for each in above if each[0] < depth]
        yield item, tuple(heading for _, heading in above)
        if depth is not None:
            above.append((depth, item))


def depth_of(item: Item) -> int | None:
    """Return how deep a heading stands, None for what is no heading; the bare name of an office is one."""
    if item.is_heading:
        return _DEPTH.index(item.rank)
    if item.text[-1:] not in _STOP and (is_office(item.text) or (is_group(item.text) and item.line.is_bold)):
        return max(_DEPTH.index(item.rank), _DEPTH.index("gach"))
    return None
