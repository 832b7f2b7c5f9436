"""Tên cơ quan, tổ chức.

Quy định: viết hoa chữ cái đầu của các từ, cụm từ chỉ loại hình, chức năng, lĩnh vực hoạt động của cơ quan: Ủy ban
nhân dân xã, Sở Tài chính.
Vì sao: viết hoa từng chữ là thói quen của tiếng Anh.
Sai: Ủy Ban Nhân Dân; Hội Đồng Nhân Dân; ủy ban nhân dân xã; sở Xây dựng.
Đúng: Ủy ban nhân dân; Hội đồng nhân dân; Sở Xây dựng.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.vietnamese import LOWER, UPPER

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, IV.1"
WEIGHT: Weight = "M"
_EACH_WORD = re.compile(
    r"\b([ỦU][ỷyỶY] (?:Ban Nhân Dân|[Bb]an Nhân [Dd]ân)|Hội (?:Đồng Nhân Dân|[Đđ]ồng Nhân [Dd]ân)|Mặt Trận Tổ Quốc)\b"
)
_SMALL = re.compile(rf"(?<=[{LOWER},;] )(ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)\b")
_FIELDS = (
    "Nội vụ|Tài chính|Xây dựng|Y tế|Tư pháp|Công Thương|Nông nghiệp|Khoa học|Giáo dục|Văn hóa|Ngoại vụ|Dân tộc|Du lịch"
)
_SMALL_OFFICE = re.compile(rf"(?<=[{LOWER},;] )sở ((?:{_FIELDS})\b(?: và [{UPPER}][{LOWER}]+(?: [{LOWER}]+)?)?)")
_RIGHT = {"ban": "ban", "nhân": "nhân", "dân": "dân", "đồng": "đồng", "trận": "trận", "tổ": "Tổ", "quốc": "quốc"}


def check(paper: Paper) -> Outcome:
    """Look for a capital on each word, and for none on the first."""
    for passage, found in words_in(paper, _EACH_WORD):
        first, *rest = found[1].split()
        right = " ".join([first, *(_RIGHT[word.lower()] for word in rest)])
        yield Fault(passage.line, f"“{found[1]}” viết hoa từng chữ", around(found), right)
    for passage, found in words_in(paper, _SMALL):
        right = found[1][:1].upper() + found[1][1:]
        message = f"“{found[1]}” không viết hoa chữ đầu"
        yield Fault(passage.line, message, around(found), right, severity="warning")
    for passage, found in words_in(paper, _SMALL_OFFICE):
        message = "tên sở không viết hoa chữ “Sở”"
        yield Fault(passage.line, message, around(found), f"Sở {found[1]}", severity="warning")
