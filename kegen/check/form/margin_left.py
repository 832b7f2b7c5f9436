"""Lề trái.

Quy định: cách mép trái từ 30 đến 35 mm.
Vì sao: lề sai thì khi đóng tập, đóng dấu hoặc quét, văn bản bị lệch, các thành phần thể thức không đúng chỗ.
Sai: lề trái 25,4 mm của mẫu mặc định trong Word.
Đúng: từ 30 đến 35 mm; trong Word chọn Bố trí (Layout), Lề (Margins).
"""

from __future__ import annotations

from kegen.check.pages import margin_faults
from kegen.check.paper import Paper
from kegen.check.rule import Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.3"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the left margin of each upright section."""
    yield from margin_faults(paper, "left", 30, 35)
