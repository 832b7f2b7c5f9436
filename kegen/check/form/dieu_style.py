"""Kiểu chữ của điều.

Quy định: từ “Điều”, số thứ tự và tiêu đề thụt vào 1 cm hoặc 1,27 cm; số Ả Rập, sau có dấu chấm; cỡ bằng cỡ chữ nội
dung, kiểu chữ đứng, đậm.
Vì sao: kế hoạch ít khi dùng điều; quyết định thì luôn có.
Sai: “Điều 1:” dùng dấu hai chấm; “Điều 1.” không đậm; “**Điều 2.** Đối tượng áp dụng” mà tiêu đề không đậm.
Đúng: **Điều 1.** Thành lập …; **Điều 2. Đối tượng áp dụng** khi điều có tiêu đề.
"""

from __future__ import annotations

from itertools import pairwise

from kegen.check.body import with_rank
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.đ; Mục V, số 6a"
WEIGHT: Weight = "M"
_LONGEST_TITLE = 150


def check(paper: Paper) -> Outcome:
    """Look at the sign after the number, and at the weight of the first characters."""
    items = with_rank(paper, "dieu")
    if not items:
        yield Absent("nội dung không có điều")
    for item in items:
        if item.mark.endswith(":"):
            yield Fault(item, "sau số của điều là dấu hai chấm", item.mark, item.mark[:-1] + ".")
        if item.line.faces and not item.line.faces[0].bold:
            yield Fault(item, "từ “Điều” và số thứ tự không đậm", "không đậm", "chữ đậm")
    for item, following in pairwise(paper.parts.body):
        if item.rank == "dieu" and following.rank != "dieu" and _is_title(item) and not item.line.is_bold:
            yield Fault(item, f"tiêu đề của {item.mark.rstrip('.:')} không đậm", "không đậm", "chữ đậm")


def _is_title(item: Item) -> bool:
    """Whether the words after the number only name the article: short, without a stop."""
    return 0 < len(item.text) < _LONGEST_TITLE and item.text[-1].isalnum()
