"""Ngày của các văn bản viện dẫn chạy đúng chiều.

Quy định: văn bản viện dẫn ban hành trước hoặc cùng ngày với văn bản này; văn bản được thực hiện ban hành trước văn bản
thực hiện nó.
Vì sao: ngày chạy ngược là dấu hiệu gõ nhầm ngày, tháng hoặc năm, hoặc chép nhầm số văn bản.
Sai: kế hoạch ngày 03/6/2026 viện dẫn quyết định ngày 31/8/2026; Quyết định ngày 31/3/2026 “thực hiện Kết luận … ngày
11/12/2026”.
Đúng: kết luận 11/12/2025, quyết định 31/3/2026, kế hoạch của tỉnh 04/5/2026, kế hoạch của xã 03/6/2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_CARRIES_OUT = re.compile(
    r"(?:thực hiện|thi hành|triển khai|theo|hướng dẫn|sửa đổi|bổ sung|một số điều của)\s+(?:các\s+)?$"
)


def check(paper: Paper) -> Outcome:
    """Hold each cited date against the paper's own and against the one in whose title it stands."""
    dated = [each for each in paper.citations if each.date]
    if not dated:
        yield Absent("văn bản không có viện dẫn nào ghi ngày")
    for each in dated:
        yield from _after_paper(paper, each)
        if each.inside is not None:
            yield from _after_holder(each.inside, each)


def _after_paper(paper: Paper, cited: Citation) -> Iterator[Fault]:
    own = paper.date
    if own is not None and cited.date is not None and own.before(cited.date):
        message = f"{cited.name} có ngày sau ngày của văn bản này"
        day = own.written("ngan") if own.whole else str(own.year)
        yield Fault(cited.paragraph, message, cited.date_text, f"không sau {day}; xem lại ngày của hai văn bản")


def _after_holder(holder: Citation, cited: Citation) -> Iterator[Fault]:
    if holder.date is None or cited.date is None or not holder.date.before(cited.date):
        return
    if _CARRIES_OUT.search(cited.before):
        message = f"{cited.name} có ngày sau {holder.name} là văn bản thực hiện nó"
        yield Fault(cited.paragraph, message, cited.date_text, f"không sau {holder.date_text}")
