"""“Hằng năm” và “hàng năm”.

Quy định: trong một văn bản dùng một cách viết; “hằng” (hằng năm, hằng quý, hằng tháng) là cách viết của từ điển và
văn bản pháp luật gần đây.
Vì sao: hai cách viết trong một văn bản cho thấy văn bản ghép từ nhiều nguồn mà chưa đọc lại.
Sai: mục II ghi “hằng năm”, mục IV ghi “hàng năm”.
Đúng: “hằng năm” ở mọi chỗ. Chỉ dùng “hàng năm” trong cả văn bản thì không nhắc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.whole_text import listed
from kegen.check.words import before

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_EACH = re.compile(r"[hH](?:àng|ằng) (?:năm|quý|tháng|tuần|ngày)\b(?! (?:trăm|trời|liền|\d))")
_GOODS = re.compile(
    r"(?:cửa|ngân|mặt|khách|đơn|bán|mua|nhà|xếp|kho|giao|đặt|nhập|xuất|chuyển|nhận|đóng|trả) $", re.IGNORECASE
)
"""What makes `hàng` goods, or a row, with a time after it: `khách hàng năm nay`."""


def check(paper: Paper) -> Outcome:
    """Count both ways of writing it; where both occur, list those of the old one."""
    found = paper.text.find(_times)
    old = [each for each in found if each.text[1] == "à"]
    if not found:
        yield Absent("văn bản không dùng “hằng năm”, “hằng quý”, “hằng tháng”")
    elif 0 < len(old) < len(found):
        message = f"văn bản dùng cả “hằng” ({len(found) - len(old)} chỗ) và “hàng” ({len(old)} chỗ)"
        yield Fault(old[0].passage.line, message, listed(old), old[0].text.replace("àng", "ằng"))


def _times(text: str) -> Iterator[tuple[int, int]]:
    for found in _EACH.finditer(text):
        if not _GOODS.search(before(text, found.start())):
            yield found.span()
