"""Lề trên.

Quy định: cách mép trên từ 20 đến 25 mm.
Vì sao: lề sai thì văn bản đóng tập, đóng dấu và scan bị lệch, các ô thể thức không đúng chỗ.
Sai: lề trên 25,4 mm của mẫu mặc định trong Word.
Đúng: từ 20 đến 25 mm; trong Word chọn Bố trí (Layout), Lề (Margins).
"""

from __future__ import annotations

from kegen.check.margins import margin_faults
from kegen.check.paper import Paper
from kegen.check.rule import Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.3"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the top margin of each upright section."""
    yield from margin_faults(paper, "top", 20, 25)
