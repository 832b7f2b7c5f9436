"""Trích yếu không có dấu chấm cuối.

Quy định: các mẫu của Nghị định đều ghi trích yếu không có dấu chấm; Nghị định không có câu nào quy định riêng, nên
đây là nhắc nhở.
Vì sao: trích yếu là một cụm từ, không phải câu.
Sai: Triển khai công tác văn thư năm 2026.
Đúng: Triển khai công tác văn thư năm 2026
"""

from __future__ import annotations

from kegen.check.letters import subject_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, số 5a (chữ mẫu)"
WEIGHT: Weight = "T"


def check(paper: Paper) -> Outcome:
    """Look at the last sign of the title."""
    lines = paper.parts.title or subject_lines(paper)
    if not lines:
        yield Absent("không có trích yếu")
        return
    last = lines[-1]
    text = last.text.rstrip()
    if text.endswith((".", ";", ",")) and not text.endswith(".."):
        message = f"trích yếu kết thúc bằng dấu “{text[-1]}”"
        yield Fault(last, message, text, text[:-1].rstrip(), severity="warning")
