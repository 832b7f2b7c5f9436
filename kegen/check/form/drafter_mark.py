"""Ký hiệu người soạn thảo và số lượng bản.

Quy định: nếu ghi thì ghi sau dòng “Lưu”: ký hiệu người soạn thảo chữ in hoa, số bản chữ số Ả Rập, cỡ 11, đứng.
Vì sao: thành phần này không bắt buộc; không ghi cũng được.
Sai: pl.(300) cỡ 14.
Đúng: PL.(300) cỡ 11.
"""

from __future__ import annotations

import re

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.recipients import recipients
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.3; Mục V, số 11"
WEIGHT: Weight = "O"
_MARK = re.compile(r"[^\W\d]{1,8}\.?\s*\(?\d{1,4}\s?b?\)?\.?", re.IGNORECASE)
_WHAT = "ký hiệu người soạn thảo"


def check(paper: Paper) -> Outcome:
    """Look at the mark after `Lưu`, where there is one."""
    mark = next((line for line in recipients(paper.parts).after if _MARK.fullmatch(line.text)), None)
    if mark is None:
        yield Absent("văn bản không ghi ký hiệu người soạn thảo")
        return
    for fault in (*size_fault(mark, _WHAT, 11, 11), *style_faults(mark, _WHAT, italic=False, capital=True)):
        yield fault._replace(severity="info")
