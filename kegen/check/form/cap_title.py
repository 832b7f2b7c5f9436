"""Chức vụ đi liền tên người.

Quy định: viết hoa chức vụ, học vị khi đi liền với tên người cụ thể.
Vì sao: “chủ tịch Nguyễn Văn An” thiếu trang trọng; đây là gợi ý.
Sai: do chủ tịch Nguyễn Văn An ký.
Đúng: do Chủ tịch Nguyễn Văn An ký.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import LOWER

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.3"
WEIGHT: Weight = "M"
_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý"
_SMALL = re.compile(
    rf"\b(phó chủ tịch|chủ tịch|phó giám đốc|giám đốc|bí thư|trưởng phòng)(?= (?:{_FAMILY}) [A-ZĐÁÂẤÀẢÃẠ][{LOWER}]+ )"
)


def check(paper: Paper) -> Outcome:
    """Look for a title in small letters before a family name."""
    for passage, found in words_in(paper, _SMALL):
        right = found[1][:1].upper() + found[1][1:]
        yield Fault(passage.line, "chức vụ đi liền tên người không viết hoa", around(found), right, severity="info")
