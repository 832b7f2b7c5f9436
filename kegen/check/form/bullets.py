"""Dấu đầu dòng trong nội dung.

Quy định: Nghị định không nói đến dấu đầu dòng trong nội dung; đây là thông lệ, khác đi không phải là trái quy định.
Vì sao: dấu chấm tròn, ô vuông của Word ít dùng trong văn bản hành chính, đổi máy hay bị thành ký tự lạ.
Sai: • Rà soát các cuộc họp định kỳ.
Đúng: - Rà soát các cuộc họp định kỳ.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "Thông lệ soạn thảo văn bản hành chính"
WEIGHT: Weight = "P"
_SIGNS = "•▪●■□○◦➢✓§"


def check(paper: Paper) -> Outcome:
    """Look at the mark of each paragraph; a small o of Word's second level is one too."""
    for item in paper.parts.body:
        mark = item.paragraph.label or item.mark
        if mark and (mark[0] in _SIGNS or mark == "o"):
            yield Fault(item, f"đầu đoạn dùng dấu “{mark}”", mark, "dấu gạch ngang (-), hoặc a), b), c)")
