"""Ký thừa ủy quyền: TUQ.

Quy định: ký thừa ủy quyền thì ghi “TUQ.” trước chức vụ của người đứng đầu cơ quan ủy quyền; ủy quyền bằng văn bản,
có thời hạn, và người được ủy quyền không ủy quyền lại cho người khác ký.
Vì sao: “TUQ.” đi cùng “KT.” nghĩa là người được ủy quyền lại để cấp phó ký.
Sai: TUQ. CHỦ TỊCH / KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.
Đúng: TUQ. CHỦ TỊCH / GIÁM ĐỐC.
"""

from __future__ import annotations

from kegen.check.authority import delegation_faults, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.3; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at what stands after TUQ. and under it, and for a second hand that signs."""
    yield from delegation_faults(paper, "TUQ", "thừa ủy quyền", "chức vụ người ký", "warning")
    signed = signed_lines(paper.parts)
    own = next((each for each in signed if each.short == "TUQ"), None)
    again = next((each for each in signed if each.short in ("KT", "TL")), None)
    if own is not None and again is not None:
        message = f"“TUQ.” đi cùng “{again.short}.”: người được ủy quyền không giao người khác ký"
        yield Fault(again.line, message, again.line.text, f"{own.line.text} / chức vụ của người được ủy quyền")
