"""Quyền cấp trưởng: Q.

Quy định: người được giao quyền cấp trưởng ký thì ghi “Q.” trước chức vụ của người đứng đầu.
Vì sao: ghi đủ chữ “QUYỀN” hoặc đặt “Q.” trước chức vụ cấp phó đều không đúng thẩm quyền.
Sai: QUYỀN CHỦ TỊCH; Q. PHÓ CHỦ TỊCH.
Đúng: Q. CHỦ TỊCH.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_IN_FULL = "QUYỀN "


def check(paper: Paper) -> Outcome:
    """Look at the lines of one who acts as the head."""
    signed = signed_lines(paper.parts)
    acting = [each for each in signed if each.short == "Q" or each.title.startswith(_IN_FULL)]
    if not signed:
        yield NO_SIGNATURE
    elif not acting:
        yield Absent("người ký không ký với tư cách quyền cấp trưởng")
    for each in acting:
        text = each.line.text
        if each.title.startswith(_IN_FULL):
            yield Fault(each.line, "chữ “QUYỀN” viết đủ", text, f"Q. {each.title.removeprefix(_IN_FULL)}")
        elif each.is_deputy:
            message = "“Q.” đặt trước chức vụ của cấp phó"
            yield Fault(each.line, message, text, f"Q. {each.title.removeprefix('PHÓ ')}")
