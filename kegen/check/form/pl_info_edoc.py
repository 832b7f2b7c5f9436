"""Điền thông tin kèm theo ở phụ lục.

Quy định: số, ký hiệu và ngày tháng năm ở dòng “(Kèm theo …)” ghi đầy đủ đối với văn bản giấy; đối với văn bản điện tử
không phải điền.
Vì sao: văn bản điện tử lấy số và ngày sau khi ký, phụ lục cùng tệp đi theo văn bản.
Sai: văn bản giấy đã ban hành mà còn “số      /KH-UBND ngày     tháng     năm 2026”.
Đúng: văn bản giấy ghi đủ số và ngày; văn bản điện tử để trống hoặc ghi đủ đều được.
"""

from __future__ import annotations

import re

from kegen.check.annexes import NO_ANNEX, reference_text, references
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.c; Phụ lục III, Mẫu 2.2"
WEIGHT: Weight = "M"
_DOTS = r"[\s….:_]*"
_BLANK = re.compile(rf"\bsố{_DOTS}/|\bngày{_DOTS}tháng|\btháng{_DOTS}năm|\bnăm{_DOTS}(?:của|\)|$)", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for blanks in the reference of each annex of an issued paper document."""
    annexes = paper.parts.annexes
    if not annexes:
        yield NO_ANNEX
    elif paper.medium == "electronic":
        yield Absent("văn bản điện tử không phải điền số và ngày ở phụ lục")
    elif paper.mode == "draft":
        yield Absent("bản dự thảo chưa có số và ngày")
    else:
        for annex in annexes:
            text = reference_text(annex)
            if _BLANK.search(text):
                first = references(annex)[0]
                yield Fault(
                    first, "dòng “(Kèm theo …)” của văn bản giấy còn để trống", text, "ghi đủ số và ngày tháng năm"
                )
