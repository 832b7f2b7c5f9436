"""Viện dẫn phần, chương, mục, điều, khoản, điểm.

Quy định: khi viện dẫn một văn bản cụ thể thì viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm.
Vì sao: viết lẫn lộn là lỗi hay gặp nhất khi viện dẫn luật.
Sai: Khoản 2 điều 5 Nghị định số 30/2020/NĐ-CP; Điểm a Khoản 1.
Đúng: khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP; điểm a khoản 1.
"""

from __future__ import annotations

import re

from kegen.check.capitals import around, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, V.7"
WEIGHT: Weight = "M"
_SMALL = re.compile(
    r"(điều|chương) (\d+|[IVX]+)(?= (?:của )?"
    r"(?:Nghị định|Luật|Bộ luật|Quyết định|Thông tư|Nghị quyết|Quy chế|Quy định|Kế hoạch)\b)"
)
_BIG = re.compile(r"(Khoản|Điểm) (\d+|[a-zđ])(?= (?:[Kk]hoản|[Đđ]iều|Mục|,)\b| Điều)")


def check(paper: Paper) -> Outcome:
    """Look for điều in small letters before a document, and khoản, điểm in capitals inside a sentence."""
    for passage, found in words_in(paper, _SMALL):
        right = f"{found[1].capitalize()} {found[2]}"
        yield Fault(passage.line, f"“{found[0]}” viết thường", around(found), right)
    for passage, found in words_in(paper, _BIG, inside=",;"):
        right = f"{found[1].lower()} {found[2]}"
        yield Fault(passage.line, f"“{found[0]}” giữa câu viết hoa", around(found), right)
