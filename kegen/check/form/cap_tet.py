"""Tết, ngày, tháng.

Quy định: viết tết Nguyên đán, tết Trung thu; viết hoa Tết khi thay cho tết Nguyên đán; thứ Hai, tháng Tám viết hoa
chữ chỉ thứ tự.
Vì sao: hay bị viết hoa chữ “Tết” hoặc viết thường “nguyên đán”, hoặc viết hoa từng chữ.
Sai: Tết nguyên đán; tết nguyên đán; tết Nguyên Đán; tết trung thu.
Đúng: tết Nguyên đán; tết Trung thu; dịp Tết.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.8.b, V.8.c"
WEIGHT: Weight = "M"
_WRONG = re.compile(r"[Tt]ết (nguyên đán|Nguyên Đán|trung thu|Trung Thu|đoan ngọ|Đoan Ngọ)\b")
_RIGHT = {"nguyên đán": "tết Nguyên đán", "trung thu": "tết Trung thu", "đoan ngọ": "tết Đoan ngọ"}


def check(paper: Paper) -> Outcome:
    """Look for the name of the feast in small letters."""
    for passage, found in words_in(paper, _WRONG):
        yield Fault(
            passage.line,
            f"“{found[0]}” viết hoa chưa đúng",
            around(found),
            _RIGHT[found[1].lower()],
            severity="warning",
        )
