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

from kegen.check.body import content
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.model import Paragraph
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_LEAST = 6.0
_SLACK = 0.05


def check(paper: Paper) -> Outcome:
    """Look at each pair of paragraphs that stand one under the other."""
    pairs = list(_pairs(paper))
    if not pairs:
        yield Absent("nội dung không có hai đoạn liền nhau")
    for above, below in pairs:
        gap = _gap(above.paragraph, below.paragraph)
        if gap < _LEAST - _SLACK:
            found = f"{gap:g} pt".replace(".", ",")
            sure = not (above.is_heading or below.is_heading)
            message = "đoạn cách đoạn trên chưa đủ 6 pt"
            yield Fault(below, message, found, "từ 6 pt trở lên", "error" if sure else "warning")


def _pairs(paper: Paper) -> Iterator[tuple[Item, Item]]:
    """Yield the paragraphs of the content that stand one under the other, two and two."""
    places = {id(block): place for place, block in enumerate(paper.document.blocks)}
    for above, below in pairwise(content(paper)):
        place = places.get(id(above.paragraph))
        if place is not None and places.get(id(below.paragraph)) == place + 1:
            yield above, below


def _gap(above: Paragraph, below: Paragraph) -> float:
    """Return the blank between two paragraphs in pt: Word takes the larger, none where both styles say so."""
    after, before = above.format.spacing, below.format.spacing
    same = above.style == below.style
    parts = (0 if same and after.contextual else after.after, 0 if same and before.contextual else before.before)
    return max(parts) / 12_700
