"""Khoảng cách giữa các đoạn tối thiểu 6 pt.

Quy định: khoảng cách giữa các đoạn văn tối thiểu là 6 pt.
Vì sao: các đoạn dính nhau thì khó đọc.
Sai: cách đoạn 0 pt; cách đoạn 3 pt.
Đúng: Đoạn (Paragraph), Cách trước hoặc Cách sau 6 pt trở lên; bỏ dấu “Không thêm khoảng cách giữa các đoạn cùng
kiểu”.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kegen.check.body import content, content_notes
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.model import Spacing
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_LEAST = 6.0
_SLACK = 0.05


def check(paper: Paper) -> Outcome:
    """Look at each pair of paragraphs that stand one under the other."""
    if not paper.once(_has_pairs):
        yield Absent("nội dung không có hai đoạn liền nhau")
    elif any(_gap(above, below) < _LEAST - _SLACK for above, below in pairwise(paper.told(content_notes, _blanks))):
        yield from _too_near(paper)


def _has_pairs(paper: Paper) -> bool:
    return any(True for _ in _pairs(paper))


def _pairs(paper: Paper) -> Iterator[tuple[Item, Item]]:
    """Yield the paragraphs of the content that stand one under the other, two and two."""
    places = {id(block): place for place, block in enumerate(paper.document.blocks)}
    for above, below in pairwise(content(paper)):
        place = places.get(id(above.paragraph))
        if place is not None and places.get(id(below.paragraph)) == place + 1:
            yield above, below


def _too_near(paper: Paper) -> Iterator[Fault]:
    for above, below in _pairs(paper):
        gap = _gap(_blanks(above), _blanks(below))
        if gap < _LEAST - _SLACK:
            found = f"{gap:g} pt".replace(".", ",")
            sure = not (above.is_heading or below.is_heading)
            message = "đoạn cách đoạn trên chưa đủ 6 pt"
            yield Fault(below, message, found, "từ 6 pt trở lên", "error" if sure else "warning")


class _Blanks(NamedTuple):
    """What decides the blank above and below a paragraph."""

    style: str
    spacing: Spacing


def _blanks(item: Item) -> _Blanks:
    return _Blanks(item.paragraph.style, item.paragraph.format.spacing)


def _gap(above: _Blanks, below: _Blanks) -> float:
    """Return the blank between two paragraphs in pt: Word takes the larger, none where both styles say so."""
    after, before = above.spacing, below.spacing
    same = above.style == below.style
    parts = (0 if same and after.contextual else after.after, 0 if same and before.contextual else before.before)
    return max(parts) / 12_700
