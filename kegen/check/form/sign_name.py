"""Họ và tên người ký.

Quy định: họ, tên đệm và tên người ký viết chữ in thường, cỡ 13 đến 14, đứng, đậm, canh giữa dưới chức vụ.
Vì sao: chỉ chữ cái đầu mỗi âm tiết viết hoa; tên in hoa cả dòng là thói quen cũ.
Sai: NGUYỄN VĂN AN; Nguyễn Văn An cỡ 12 hoặc không đậm.
Đúng: Nguyễn Văn An, cỡ 14, đứng, đậm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.authority import has_title
from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.c và II.7.đ; Mục V, số 7"
WEIGHT: Weight = "M"
_WHAT = "họ tên người ký"
_NO_NAME = ("ho-va-ten", "ho-ten", "[", "(")
_OF_A_TITLE = frozenset(("TRƯỞNG", "PHÓ", "TỔ", "BAN", "CHỦ", "NHIỆM", "THỦ", "VIÊN", "KÝ", "PHÒNG", "ĐẠI", "DIỆN"))
"""Syllables of titles: a line in capitals with one of them is a title whose name is still missing."""
_SYLLABLES = range(2, 7)


def check(paper: Paper) -> Outcome:
    """Look at the case of the name, its size, weight and slant, and the alignment where it stands in a cell."""
    line = paper.parts.name
    if (
        not has_title(paper.parts)
        or line is None
        or line.folded.startswith(_NO_NAME)
        or (line.is_capital and not _is_name(line))
    ):
        yield Absent("không thấy họ tên người ký dưới chức vụ")
        return
    yield from _case_faults(line)
    yield from size_fault(line, _WHAT, 13, 14)
    yield from style_faults(line, _WHAT, bold=True, italic=False)
    if line.width:
        yield from centre_fault(line, _WHAT)


def _is_name(line: Line) -> bool:
    syllables = line.text.split()
    return len(syllables) in _SYLLABLES and not _OF_A_TITLE.intersection(syllables)


def _case_faults(line: Line) -> Iterator[Fault]:
    if line.is_capital:
        yield Fault(line, f"{_WHAT} viết in hoa cả dòng", line.text, line.text.title())
    elif any(syllable[0].islower() for syllable in line.text.split()):
        expected = " ".join(syllable[0].upper() + syllable[1:] for syllable in line.text.split())
        yield Fault(line, f"{_WHAT} có âm tiết chưa viết hoa chữ đầu", line.text, expected, "warning")
