"""Cách viết tắt quyền hạn.

Quy định: quyền hạn viết tắt đúng là TM., Q., KT., TL., TUQ. (chữ hoa, một dấu chấm, không có gạch chéo).
Vì sao: lối viết cũ T/M, K/T, TM/ còn sót trong nhiều tệp chép lại.
Sai: T/M ỦY BAN NHÂN DÂN; KT/ CHỦ TỊCH; THAY MẶT ỦY BAN NHÂN DÂN.
Đúng: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH.
"""

from __future__ import annotations

import re

from kegen.check.authority import NO_SIGNATURE, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.b và II.7.đ"
WEIGHT: Weight = "M"
_RIGHT = re.compile(r"(TM|Q|KT|TL|TUQ)\.")
_IN_FULL = {
    "THAY MẶT ": "TM. ",
    "KÝ THAY ": "KT. ",
    "THỪA LỆNH ": "TL. ",
    "THỪA ỦY QUYỀN ": "TUQ. ",
    "THỪA UỶ QUYỀN ": "TUQ. ",
}


def check(paper: Paper) -> Outcome:
    """Look at the letters and the full stop of each abbreviation."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    elif not any(each.short or each.title.startswith(tuple(_IN_FULL)) for each in signed):
        yield Absent("người đứng đầu ký trực tiếp, không ghi quyền hạn")
    for each in signed:
        text = each.line.text
        full = next((words for words in _IN_FULL if text.startswith(words)), None)
        if each.short and not _RIGHT.match(text):
            message = f"quyền hạn viết tắt không đúng “{each.short}.”"
            yield Fault(each.line, message, text, f"{each.short}. {each.title}")
        elif each.short and not text.startswith(f"{each.short}. "):
            yield Fault(
                each.line, f"sau “{each.short}.” cần đúng một dấu cách", text, f"{each.short}. {each.title}", "warning"
            )
        elif full is not None and not each.short:
            yield Fault(each.line, "quyền hạn không viết tắt", text, text.replace(full, _IN_FULL[full], 1))
