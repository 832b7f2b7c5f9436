"""Tên phụ lục.

Quy định: tên phụ lục (nếu có) canh giữa, chữ in hoa, cỡ 13 đến 14, đứng, đậm.
Vì sao: tên phụ lục in hoa, còn chữ “Phụ lục” ở trên in thường.
Sai: Bảng phân công nhiệm vụ; cỡ 12.
Đúng: BẢNG PHÂN CÔNG NHIỆM VỤ, cỡ 14, đứng, đậm.
"""

from __future__ import annotations

from kegen.check.annexes import NO_ANNEX, titles
from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.b; Mục V, số 9"
WEIGHT: Weight = "M"
_WHAT = "tên phụ lục"


def check(paper: Paper) -> Outcome:
    """Look at the lines between the label and the reference; a lower-case line under a capital one is a warning."""
    annexes = paper.parts.annexes
    if not annexes:
        yield NO_ANNEX
    elif not any(titles(annex) for annex in annexes):
        yield Absent("phụ lục không có tên")
    for annex in annexes:
        lines = titles(annex)
        for line in lines:
            yield from size_fault(line, _WHAT, 13, 14)
            yield from style_faults(line, _WHAT, bold=True, italic=False)
            if not line.is_capital:
                severity: Severity | None = "warning" if line is not lines[0] else None
                yield Fault(line, f"{_WHAT} chưa viết in hoa", line.text, line.text.upper(), severity)
