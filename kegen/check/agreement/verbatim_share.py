"""Mức độ chép nguyên văn văn bản của cấp trên.

Quy định: kế hoạch của đơn vị cụ thể hóa việc cấp trên giao, không sao chép lại nội dung văn bản của cấp trên.
Vì sao: chép lại thì không thêm được người làm, thời hạn, sản phẩm; đây là điều các kế hoạch cải tiến lề lối đều nhắc.
Sai: cả mục nhiệm vụ giống từng chữ kế hoạch của tỉnh.
Đúng: ghi việc của xã, cơ quan của xã, thời hạn và sản phẩm của xã. Con số này chỉ để tham khảo, không phải lỗi.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.copying import copied
from kegen.check.paper import Paper
from kegen.check.passages import Zone
from kegen.check.rule import NO_PARENT, Fault, Outcome, Weight
from kegen.check.words import opening

CITE = "Yêu cầu không sao chép lại nội dung văn bản của cấp trên"
WEIGHT: Weight = "N"
_SHOWN, _SHOWN_WORDS = 3, 20
_OWN: tuple[Zone, ...] = ("body", "table")
_THEIRS: tuple[Zone, ...] = (*_OWN, "annex")
"""An annex repeats the tasks of its own document: it counts as a source, not as a copy."""


def check(paper: Paper) -> Outcome:
    """Tell what share of the words stands in runs that the parent has too, and the longest of them."""
    if paper.parent is None:
        yield NO_PARENT
        return
    found = copied(_texts(paper, _OWN), _texts(paper.parent, _THEIRS))
    if found.stretches:
        longest = sorted(dict.fromkeys(found.stretches), key=lambda each: -each.length)[:_SHOWN]
        shown = "; ".join(f"“{opening(each.text, _SHOWN_WORDS)}” ({each.length} chữ)" for each in longest)
        message = f"{found.percent}% nội dung trùng nguyên văn văn bản của cấp trên"
        yield Fault("nội dung", message, shown, "", "info")


def _texts(paper: Paper, zones: tuple[Zone, ...]) -> Iterator[str]:
    return (passage.line.text for passage in paper.passages if passage.zone in zones)
