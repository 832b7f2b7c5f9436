"""Dấu gạch chéo và gạch nối trong số, ký hiệu.

Quy định: giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không cách chữ.
Vì sao: “KH - UBND” và “KH-UBND” là hai chuỗi khác nhau khi tra cứu.
Sai: 114/KH - UBND; 114 / KH-UBND; 114/KH–UBND (gạch dài).
Đúng: 114/KH-UBND. Chưa có số thì để trống trước dấu gạch chéo.
"""

from __future__ import annotations

import re

from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3.c"
WEIGHT: Weight = "M"
_BLANK_IN_SYMBOL = re.compile(r"\s[-–—/]|[-–—/]\s")


def check(paper: Paper) -> Outcome:
    """Look for blanks and long dashes; the blank before the stroke is where an unknown number goes."""
    line = number_line(paper)
    if line is None:
        yield Absent("không thấy số, ký hiệu")
        return
    tidy = f"/{'-'.join(line.groups)}"
    raw = line.line.text.partition(":")[2]
    wrong = raw.partition("/")[2] if line.is_blank else raw
    if _BLANK_IN_SYMBOL.search(wrong) or (line.is_blank and wrong.startswith(" ")):
        yield Fault(line.line, "có cách chữ quanh dấu trong số, ký hiệu", raw.strip(), f"{line.number}{tidy}")
    elif re.search(r"[–—]", line.symbol):
        yield Fault(line.line, "ký hiệu dùng dấu gạch dài", f"/{line.symbol}", f"{tidy} (dấu gạch nối)")
