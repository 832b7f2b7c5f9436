"""Nội dung của Quốc hiệu.

Quy định: Quốc hiệu là “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” (HÒA hay HOÀ đều được).
Vì sao: đây là dòng cố định, sai một chữ là sai thể thức của cả văn bản.
Sai: “CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM”; viết tắt “CHXHCN VIỆT NAM”.
Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.a"
WEIGHT: Weight = "M"
_RIGHT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def check(paper: Paper) -> Outcome:
    """Compare the words, letter for letter but for case and the place of the tone mark."""
    line = paper.parts.national_title
    if line is None:
        yield Absent("không thấy Quốc hiệu")
    elif line.text.upper().replace("HOÀ", "HÒA") != _RIGHT:
        yield Fault(line, "Quốc hiệu viết chưa đúng", line.text, _RIGHT)
