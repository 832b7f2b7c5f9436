"""Giấy khổ A4.

Quy định: văn bản trình bày trên giấy khổ A4 (210 mm x 297 mm).
Vì sao: khổ Letter là mặc định của nhiều bản Word; in ra giấy A4 thì lề và số trang đều lệch.
Sai: khổ Letter 216 x 279 mm.
Đúng: khổ A4; trong Word chọn Bố trí (Layout), Cỡ (Size), A4.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.lengths import mm

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.1"
WEIGHT: Weight = "M"
_A4 = (mm(210), mm(297))
_TOLERANCE = mm(2)


def check(paper: Paper) -> Outcome:
    """Look at the paper of each section, lying or standing."""
    for number, section in enumerate(paper.document.sections, 1):
        sides = sorted(section.page[:2])
        if any(abs(side - wanted) > _TOLERANCE for side, wanted in zip(sides, _A4, strict=True)):
            found = " x ".join(f"{side.mm:.0f}" for side in section.page[:2])
            yield Fault(f"khổ giấy, phần {number}", "giấy không phải khổ A4", f"{found} mm", "210 x 297 mm (A4)")
