"""Chữ viết tắt tên loại đúng với loại văn bản.

Quy định: chữ viết tắt tên loại theo bảng ở Phụ lục III: kế hoạch là KH, quyết định là QĐ, báo cáo là BC, tờ trình là
TTr…; công văn không có chữ viết tắt tên loại.
Vì sao: chép tệp cũ rồi đổi loại văn bản mà quên đổi ký hiệu.
Sai: KẾ HOẠCH mang ký hiệu /QĐ-UBND; công văn mang ký hiệu /CV-UBND.
Đúng: KẾ HOẠCH: Số: 114/KH-UBND.
"""

from __future__ import annotations

from kegen.check.head import NumberLine, code_of, number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.find_header import KINDS

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I; Điều 9"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Hold the first group of the symbol against the kind."""
    line = number_line(paper)
    if line is None or not line.groups:
        yield Absent("không thấy số, ký hiệu")
    elif paper.code:
        yield from _with_kind(paper, line)
    elif paper.parts.kind is None and line.groups[0] == "CV":
        yield Fault(line.line, "công văn không có chữ viết tắt tên loại", "CV", "/<cơ quan>-<đơn vị soạn thảo>")
    else:
        yield Absent("loại văn bản này không có chữ viết tắt trong bảng")


def _with_kind(paper: Paper, line: NumberLine) -> Outcome:
    kind, first = paper.parts.kind_name, line.groups[0].lower()
    is_longer = KINDS.get(kind) is None  # a name that goes on (KẾ HOẠCH PHỐI HỢP) may have a longer code (KHPH)
    rest = first.removeprefix(paper.code.lower())
    if not rest or (rest != first and (is_longer or rest == _initials(paper, len(rest)))):
        return
    name = f"ký hiệu có chữ viết tắt {line.groups[0]}" if code_of(line) else "ký hiệu thiếu chữ viết tắt tên loại"
    yield Fault(line.line, f"{name}, không đúng với {kind}", f"/{line.symbol}", f"/{paper.code}-…")


def _initials(paper: Paper, count: int) -> str:
    """Return the first letters of the title's first words, which go on with the kind: `QUY CHẾ / Phối hợp công tác`."""
    words = " ".join(line.text for line in paper.parts.title).lower().split()
    return "".join(word[0] for word in words[:count])
