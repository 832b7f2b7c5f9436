"""Địa chỉ, thư điện tử, điện thoại của cơ quan.

Quy định: nếu ghi thì đặt ở cuối trang thứ nhất, chữ in thường, cỡ 11 đến 12, đứng, dưới một đường kẻ nét liền.
Vì sao: thành phần này không bắt buộc, thường có ở công văn, giấy mời.
Sai: địa chỉ cỡ 14, nghiêng.
Đúng: Điện thoại: …; Thư điện tử: …, cỡ 11, đứng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight
from kegen.docx.lines import Line, lines_of

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.4; Mục V, số 12"
WEIGHT: Weight = "O"
_ADDRESS = re.compile(r"(?:điện thoại|đt|thư điện tử|e-?mail|website|trang thông tin|fax|địa chỉ)\s*:", re.IGNORECASE)
_WHAT = "dòng địa chỉ cơ quan"


def check(paper: Paper) -> Outcome:
    """Look at the lines in the margin at the bottom that tell how to reach the body."""
    lines = tuple(_lines(paper))
    if not lines:
        yield Absent("văn bản không ghi địa chỉ, điện thoại của cơ quan")
    for line in lines:
        for fault in (*size_fault(line, _WHAT, 11, 12), *style_faults(line, _WHAT, italic=False)):
            yield fault._replace(severity="info")


def _lines(paper: Paper) -> Iterator[Line]:
    for section in paper.document.sections[:1]:
        for line in lines_of((*section.footers.first, *section.footers.default)):
            if _ADDRESS.search(line.text):
                yield line
