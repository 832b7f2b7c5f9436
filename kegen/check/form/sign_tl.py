"""Ký thừa lệnh: TL.

Quy định: ký thừa lệnh thì ghi “TL.” trước chức vụ của người đứng đầu cơ quan, chức vụ của người ký ghi ở dòng dưới;
việc giao ký thừa lệnh phải được quy định trong quy chế làm việc hoặc quy chế công tác văn thư.
Vì sao: lệnh là của người đứng đầu, không phải của tập thể hay của cấp phó.
Sai: TL. ỦY BAN NHÂN DÂN; TL. PHÓ CHỦ TỊCH.
Đúng: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG; TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG.
"""

from __future__ import annotations

from kegen.check.authority import delegation_faults, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.4; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at what stands after TL., under it and above it."""
    yield from delegation_faults(paper, "TL", "thừa lệnh", "CHÁNH VĂN PHÒNG")
    signed = signed_lines(paper.parts)
    for index, each in enumerate(signed):
        if each.short != "TL":
            continue
        text = each.line.text
        if each.is_deputy:
            message = "“TL.” đặt trước chức vụ của cấp phó"
            yield Fault(each.line, message, text, f"TL. {each.title.removeprefix('PHÓ ')}")
        if any(before.short in ("TM", "KT") for before in signed[:index]):
            message = "ký thừa lệnh thì dòng “TL.” là dòng đầu, không đi cùng “TM.”, “KT.” ở trên"
            yield Fault(each.line, message, text, text, "warning")
