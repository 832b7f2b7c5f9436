"""Orders that a plan carries out by being there: to issue a plan under the one above, to report on it."""

from __future__ import annotations

import re
from typing import Literal

from kegen.starting.addressees import without_addressee

_BASIS = r"(?:căn cứ [^.;:]*?(?:,|để|có trách nhiệm|chủ động|này)\s+)?(?:chủ động |khẩn trương |có trách nhiệm )*"
_OWN_PLAN = re.compile(
    rf"\A{_BASIS}(?:xây dựng|ban hành|lập)(?: và ban hành|, ban hành)?\s+(?:[^.;:]{{0,20}}?)kế hoạch[^.;:]*\Z",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\A(?:(?:định kỳ|hằng|hàng|trước ngày|thực hiện|tổng hợp)\b[^.;:]*?)?báo cáo\s[^.;]*\Z", re.IGNORECASE
)
_OF_THIS = re.compile(
    r"\b(?:kế hoạch|chỉ thị|chương trình|quyết định|nghị quyết|đề án|công văn|kết luận|văn bản) này\b", re.IGNORECASE
)
"""What else a plan or a report may be of is a task of its own."""
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[^\W\d_a-z])|;\s+")
_DUE = re.compile(r"\Athời (?:gian|hạn)\b", re.IGNORECASE)

OwnMeans = Literal["", "issuing", "reporting"]


def carried_out_by_the_plan(order: str) -> OwnMeans:
    """Return how the plan itself likely carries out an order, "" where it holds anything else to do.

    `issuing`: it asks for a plan, and a report on it perhaps; `reporting`: for reports alone.
    """
    if not _OF_THIS.search(order):
        return ""
    text = (without_addressee(order) or order).rstrip(" .")
    sentences = [each.strip(" .") for each in _SENTENCE.split(text)]
    plans = [each for each in sentences if _OWN_PLAN.match(each)]
    others = [each for each in sentences if each not in plans and not (_REPORT.match(each) or _DUE.match(each))]
    if others or not sentences:
        return ""
    return "issuing" if plans else "reporting"
