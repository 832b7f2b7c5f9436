"""Tên đơn vị hành chính đặc biệt: loại đơn vị viết hoa.

Quy định: đơn vị mang tên người, chữ số, sự kiện lịch sử thì viết hoa cả từ chỉ loại đơn vị: Quận 1, Phường Điện Biên
Phủ; luôn viết Thủ đô Hà Nội, Thành phố Hồ Chí Minh, Việt Nam.
Vì sao: đó là trường hợp viết hoa đặc biệt mà Nghị định nêu tên.
Sai: thành phố Hồ Chí Minh; thủ đô Hà Nội; nước Việt nam.
Đúng: Thành phố Hồ Chí Minh; Thủ đô Hà Nội.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, III.1.b, III.1.c"
WEIGHT: Weight = "M"
_NAMED = re.compile(r"(thành phố Hồ Chí Minh|thủ đô Hà Nội)\b")
_COUNTRY = re.compile(r"Việt nam(?!\w)")
_NUMBERED = re.compile(r"(phường|quận) (\d{1,2})\b(?! (?:phường|xã|quận|đơn vị|người|,))")


def check(paper: Paper) -> Outcome:
    """Look for the two that the decree names, and for units named by a number."""
    for passage, found in words_in(paper, _NAMED):
        right = found[1][:1].upper() + found[1][1:]
        yield Fault(passage.line, f"“{found[1]}” viết thường chữ đầu", around(found), right)
    for passage, found in words_in(paper, _COUNTRY):
        yield Fault(passage.line, "“Việt nam” viết thường chữ sau", around(found), "Việt Nam")
    for passage, found in words_in(paper, _NUMBERED):
        right = found[0].capitalize()
        message = f"“{found[0]}” viết thường chữ đầu"
        yield Fault(passage.line, message, around(found), right, severity="warning")
