"""Chú thích trong nơi nhận.

Quy định: Nghị định không bắt buộc cũng không cấm ghi “(để b/c)”, “(để thực hiện)” sau tên nơi nhận.
Vì sao: trong cùng một văn bản nên ghi một lối; đây chỉ là gợi ý, không phải lỗi.
Sai: (không có, chỉ là gợi ý) - UBND tỉnh (để b/c); - Sở Nội vụ (báo cáo);
Đúng: - UBND tỉnh (để b/c); - Sở Nội vụ (để b/c);
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS, recipients
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Thông lệ; NĐ 30/2020/NĐ-CP không quy định"
WEIGHT: Weight = "P"
_REPORTED = re.compile(r"\((?:để\s+)?(?:b/c|báo cáo|bc)\)", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for more than one way to say `để báo cáo`."""
    entries = recipients(paper.parts).entries
    if not entries:
        yield NO_RECIPIENTS
        return
    notes = [(each.line, found[0]) for each in entries if (found := _REPORTED.search(each.text)) is not None]
    if not notes:
        yield Absent("nơi nhận không có chú thích để báo cáo")
        return
    usual = notes[0][1]
    other = next(((line, note) for line, note in notes if note.casefold() != usual.casefold()), None)
    if other is not None:
        yield Fault(other[0], f"chú thích ghi “{other[1]}”, ở trên ghi “{usual}”", other[1], usual, "info")
