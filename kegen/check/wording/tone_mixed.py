"""Hai cách bỏ dấu: “hóa” và “hoá”.

Quy định: dấu thanh ở vần oa, oe, uy đặt theo một cách trong cả văn bản: “hóa, hòa, ủy” hoặc “hoá, hoà, uỷ”.
Vì sao: máy tìm “Ủy ban” không ra “Uỷ ban”; hai cách lẫn nhau cho thấy văn bản ghép từ nhiều nguồn. Cả hai cách đều được
dùng, Nghị định 30/2020/NĐ-CP cũng in cả “HÒA” và “HOÀ”.
Sai: “Ủy ban nhân dân” ở mục I, “Uỷ ban nhân dân” ở mục II.
Đúng: một cách; đổi những chỗ ít hơn bằng Tìm và Thay thế (Ctrl+H).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.whole_text import listed, word_ending
from kegen.check.words import before, words
from kegen.vietnamese import LOWER, UPPER

CITE = "Tính nhất quán của văn bản; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.4 (bộ mã)"
WEIGHT: Weight = "N"
_FIRST = re.compile(r"[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])\b")
"""The mark on the first vowel: hóa, ủy."""
_SECOND = re.compile(r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ][uU])[ỳýỷỹỵỲÝỶỸỴ])\b")
"""The mark on the second: hoá, uỷ."""
_SURNAME = (
    r"Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Mai|Đào|Đoàn|Hà|Tạ|Cao"
)
_PERSON = re.compile(rf"\b(?:{_SURNAME})(?: [{UPPER}][{LOWER}]*){{0,2}} $")
"""Before a word of a person's name, which that person spells."""
_SHOWN = 12


def check(paper: Paper) -> Outcome:
    """Count both ways; where both occur, list the places of the rarer."""
    first, second = (paper.text.find(partial(_marked, each)) for each in (_FIRST, _SECOND))
    if not first and not second:
        yield Absent("văn bản không có chữ nào có hai cách bỏ dấu")
    elif first and second:
        rare, usual = (first, second) if len(first) < len(second) else (second, first)
        like = _like(rare[0].text, [each.text for each in usual])
        counts = f"kiểu “{like}” {len(usual)} chỗ, kiểu “{rare[0].text}” {len(rare)} chỗ"
        more = " …" if len(rare) > _SHOWN else ""
        message = f"dấu thanh đặt theo hai cách: {counts}"
        yield Fault(rare[0].passage.line, message, listed(rare[:_SHOWN]) + more, f"một kiểu, như “{like}”")


def _marked(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the words, down the line, whose ends the pattern finds, but for those of a person's name."""
    for found in pattern.finditer(text):
        start, end = word_ending(text, found.end())
        if not (text[start:end].istitle() and _PERSON.search(before(text, start))):
            yield start, end


def _like(word: str, others: list[str]) -> str:
    """Return the same word as the others have it, in its case if they can, else any of them."""
    same = [each for each in others if words(each) == words(word)]
    return next((each for each in same if each.islower() == word.islower()), (same or others)[0])
