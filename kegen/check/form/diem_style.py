"""Thứ tự và kiểu chữ của điểm (a, b, c…).

Quy định: điểm dùng chữ cái tiếng Việt theo thứ tự bảng chữ cái, sau có dấu đóng ngoặc đơn; chữ in thường, kiểu chữ
đứng (không đậm).
Vì sao: Word tự đánh a, b, c, d, e, f theo tiếng Anh, thiếu đ và thừa f, j, w, z.
Sai: c), d), e), f); a., b.
Đúng: c), d), đ), e), g), h), i), k).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.body import with_rank
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.parts import Item
from kegen.vietnamese import POINT_LETTERS

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ"
WEIGHT: Weight = "M"
_LONG = 250


def check(paper: Paper) -> Outcome:
    """Follow the letters from each a), and look at points that are whole sentences in bold or italics."""
    points = with_rank(paper, "diem")
    others = [[item for item in content if item.rank == "diem"] for content in paper.parts.attached]
    if not points and not any(others):
        yield Absent("nội dung không có điểm a), b)")
        return
    for own in (points, *others):
        yield from _followed(own)
    for item in points:
        if item.line.is_italic:
            yield Fault(item, "điểm in nghiêng", "chữ nghiêng", "chữ đứng")
        if item.line.is_bold and len(item.text) > _LONG:
            yield Fault(item, "điểm in đậm cả đoạn", "chữ đậm", "chữ không đậm", severity="warning")


def _followed(points: list[Item]) -> Iterator[Fault]:
    last = -1
    for item in points:
        letter = re.sub(r"[\s)]", "", item.mark)
        at = POINT_LETTERS.find(letter) if len(letter) == 1 else -1
        if len(letter) == 1 and at < 0:
            message = f"chữ “{letter}” không dùng để đánh điểm"
            yield Fault(item, message, f"{letter})", f"{_next(last)})")
            last += 1
        elif at > 0 and at != last + 1:
            yield Fault(item, f"điểm {letter}) không theo thứ tự", f"{letter})", f"{_next(last)})", _weight(last, at))
            last = at
        else:
            last = at


def _next(last: int) -> str:
    return POINT_LETTERS[min(last + 1, len(POINT_LETTERS) - 1)]


def _weight(last: int, at: int) -> Severity:
    """A letter left out of the Vietnamese order (đ) is a breach; other leaps may be a list cut by another."""
    return "error" if at == last + 2 and _next(last) == "đ" else "warning"
