"""Dấu cuối mỗi căn cứ.

Quy định: sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).
Vì sao: dòng “Theo đề nghị của …” là dòng cuối của phần căn cứ nên dấu chấm ở đó.
Sai: dòng cuối kết thúc bằng dấu phẩy hoặc dấu chấm phẩy; dòng giữa kết thúc bằng dấu chấm.
Đúng: Căn cứ …; / Căn cứ …; / Theo đề nghị của ….
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.a"
WEIGHT: Weight = "M"
_NEXT = 3
"""The sentence that issues the paper is among this many paragraphs after the bases, and may begin as one of them."""


def check(paper: Paper) -> Outcome:
    """Look at the last sign of each base."""
    bases = paper.parts.bases
    if not bases:
        yield Absent("văn bản không có dòng “Căn cứ”")
    goes_on = any(each.line.folded.startswith("can-cu-") for each in paper.parts.body[:_NEXT])
    for index, item in enumerate(bases):
        wanted = "." if index == len(bases) - 1 else ";"
        found = item.text[-1:]
        if wanted == "." and found == ";" and goes_on:
            continue
        if found != wanted:
            name = "căn cứ cuối cùng" if wanted == "." else "căn cứ"
            sign = found if found and not found.isalnum() else "không có dấu"
            yield Fault(item, f"{name} không kết thúc bằng dấu “{wanted}”", f"…{item.text[-20:]} ({sign})", wanted)
