"""Lines in capitals that are the same in all papers, kinds, titles, headings: a mark left out of one of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kegen.check.compounds import settled
from kegen.docx.find_header import KINDS
from kegen.vietnamese import fold

_PHRASES = (
    *(kind for kind in KINDS if kind not in ("DỰ ÁN", "ĐỀ ÁN", "PHƯƠNG ÁN", "QUY CHẾ")),
    *(
        "QUYẾT NGHỊ",
        "CHỦ TỊCH",
        "GIÁM ĐỐC",
        "TRƯỞNG PHÒNG",
        "CHÁNH VĂN PHÒNG",
        "HIỆU TRƯỞNG",
        "TRƯỞNG BAN",
        "BỘ TRƯỞNG",
    ),
    *("CỤC TRƯỞNG", "CHÁNH THANH TRA", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "MỤC ĐÍCH", "YÊU CẦU", "NHIỆM VỤ"),
    *("GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ", "MỤC TIÊU", "NỘI DUNG", "QUAN ĐIỂM", "KIẾN NGHỊ", "PHÂN CÔNG"),
    *("CHỦ NGHĨA", "VIỆT NAM", "QUY ĐỊNH CHUNG", "ĐIỀU KHOẢN THI HÀNH", "PHÓ CHỦ TỊCH", "PHÓ GIÁM ĐỐC"),
)
_RIGHT = {tuple(fold(each).split("-")): each for each in _PHRASES}
_LENGTHS = tuple(sorted({len(each) for each in _RIGHT}, reverse=True))
_WORD = re.compile(r"[^\W\d_]+")


def capitals_in(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a line in capitals has such a phrase with another mark, and the phrase."""
    if not line.isupper() or line.isascii():
        return
    words = list(_WORD.finditer(line))
    folded = [fold(each[0]) for each in words]
    at = 0
    while at < len(words):
        length = next((each for each in _LENGTHS if tuple(folded[at : at + each]) in _RIGHT), 0)
        if length:
            own, right = words[at : at + length], _RIGHT[tuple(folded[at : at + length])]
            spelled = [settled(each[0]) for each in own]
            if spelled != [settled(each) for each in right.split()] and _are_joined(line, own):
                yield own[0].start(), own[-1].end(), right
        at += length or 1


def _are_joined(line: str, words: list[re.Match[str]]) -> bool:
    """Whether only blanks stand between the words."""
    return all(line[one.end() : other.start()].isspace() for one, other in pairwise(words))
