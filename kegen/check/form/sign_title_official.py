"""Chức vụ chính thức của người ký.

Quy định: ghi chức vụ lãnh đạo chính thức của người ký; không ghi chức vụ mà Nhà nước không quy định.
Vì sao: “thường trực” là sự phân công trong tập thể lãnh đạo, không phải chức vụ. Chưa thấy hướng dẫn chính thức riêng
cho cách ghi này, nên đây là cảnh báo.
Sai: PHÓ CHỦ TỊCH THƯỜNG TRỰC.
Đúng: PHÓ CHỦ TỊCH.
"""

from __future__ import annotations

import re

from kegen.check.authority import NO_SIGNATURE, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.c"
WEIGHT: Weight = "M"
_STANDING = " THƯỜNG TRỰC"
_ADVISORY = re.compile(r"TM\. (?:HỘI ĐỒNG(?! NHÂN DÂN)|BAN|TỔ)\b")
"""A body for which whoever sets it up may name a standing deputy."""


def check(paper: Paper) -> Outcome:
    """Look for titles that are a division of work, not an office."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    advises = any(_ADVISORY.match(line.text) for line in paper.parts.signature)
    for each in signed:
        if each.is_deputy and each.title.endswith(_STANDING):
            message = "chức vụ người ký ghi thêm “thường trực”"
            right = each.line.text.removesuffix(_STANDING)
            yield Fault(each.line, message, each.line.text, right, "info" if advises else "warning")
