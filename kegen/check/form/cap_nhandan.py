"""Nhân dân, Nhà nước.

Quy định: danh từ Nhân dân, Nhà nước luôn viết hoa; trong tên cơ quan thì theo tên cơ quan (Ủy ban nhân dân, Tòa án
nhân dân).
Vì sao: đây là trường hợp viết hoa đặc biệt; nhiều văn bản chưa theo nên kegen chỉ nhắc những chỗ rõ.
Sai: phục vụ nhân dân; Đảng và nhà nước.
Đúng: phục vụ Nhân dân; Đảng và Nhà nước.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.1"
WEIGHT: Weight = "M"
_SURE = re.compile(
    r"(?:(?:phục vụ|tầng lớp|quần chúng|toàn thể|ý kiến|nguyện vọng|đời sống) (?:của )?(nhân dân)"
    r"|Đảng(?: và|,) (nhà nước))\b"
)


def check(paper: Paper) -> Outcome:
    """Look where the word can only be the noun."""
    for passage, found in words_in(paper, _SURE):
        word = found[1] or found[2]
        message = f"“{word}” không viết hoa"
        yield Fault(passage.line, message, around(found), word.capitalize(), severity="warning")
