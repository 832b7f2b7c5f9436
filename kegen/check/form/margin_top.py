"""Lề trên.

Quy định: cách mép trên từ 20 đến 25 mm.
Vì sao: lề sai thì khi đóng tập, đóng dấu hoặc quét, văn bản bị lệch, các thành phần thể thức không đúng chỗ.
Sai: lề trên 15 mm để dồn cho vừa một trang.
Đúng: từ 20 đến 25 mm; trong Word chọn Bố trí (Layout), Lề (Margins).
"""

from __future__ import annotations

from kegen.check.pages import margin_faults
from kegen.check.paper import Paper
from kegen.check.rule import Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.3"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the top margin of each upright section."""
    yield from margin_faults(paper, "top", 20, 25)
