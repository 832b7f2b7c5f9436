"""Ký thừa lệnh: TL.

Quy định: ký thừa lệnh thì ghi “TL.” trước chức vụ của người đứng đầu cơ quan, chức vụ của người ký ghi ở dòng dưới;
việc giao ký thừa lệnh phải được quy định trong quy chế làm việc hoặc quy chế công tác văn thư.
Vì sao: lệnh là của người đứng đầu, không phải của tập thể hay của cấp phó.
Sai: TL. ỦY BAN NHÂN DÂN; TL. PHÓ CHỦ TỊCH.
Đúng: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG; TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, own_title_follows, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.4; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_BODY = ("uy-ban-nhan-dan", "ubnd", "hoi-dong-nhan-dan")


def check(paper: Paper) -> Outcome:
    """Look at what stands after TL. and under it."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    elif not any(each.short == "TL" for each in signed):
        yield Absent("văn bản không ký thừa lệnh")
    for index, each in enumerate(signed):
        if each.short != "TL":
            continue
        text = each.line.text
        if fold(each.title).startswith(_BODY):
            yield Fault(each.line, "“TL.” đặt trước tên tập thể", text, "TL. CHỦ TỊCH")
        elif each.is_deputy:
            message = "“TL.” đặt trước chức vụ của cấp phó"
            yield Fault(each.line, message, text, f"TL. {each.title.removeprefix('PHÓ ')}")
        if not own_title_follows(signed, index, paper.parts):
            yield Fault(each.line, "dưới dòng “TL.” không có chức vụ người ký", text, f"{text} / CHÁNH VĂN PHÒNG")
        if any(before.short in ("TM", "KT") for before in signed[:index]):
            message = "ký thừa lệnh thì dòng “TL.” là dòng đầu, không đi cùng “TM.”, “KT.” ở trên"
            yield Fault(each.line, message, text, text, "warning")
