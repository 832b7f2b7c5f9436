"""Ký thừa ủy quyền: TUQ.

Quy định: ký thừa ủy quyền thì ghi “TUQ.” trước chức vụ của người đứng đầu cơ quan ủy quyền; ủy quyền bằng văn bản,
có thời hạn, và người được ủy quyền không ủy quyền lại cho người khác ký.
Vì sao: “TUQ.” đi cùng “KT.” nghĩa là người được ủy quyền lại để cấp phó ký.
Sai: TUQ. CHỦ TỊCH / KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.
Đúng: TUQ. CHỦ TỊCH / GIÁM ĐỐC.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, own_title_follows, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.3; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_BODY = ("uy-ban-nhan-dan", "ubnd", "hoi-dong-nhan-dan")


def check(paper: Paper) -> Outcome:
    """Look at what stands after TUQ. and under it."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    elif not any(each.short == "TUQ" for each in signed):
        yield Absent("văn bản không ký thừa ủy quyền")
    for index, each in enumerate(signed):
        if each.short != "TUQ":
            continue
        text = each.line.text
        again = next((other for other in signed if other.short in ("KT", "TL")), None)
        if again is not None:
            message = f"“TUQ.” đi cùng “{again.short}.”: người được ủy quyền không giao người khác ký"
            yield Fault(again.line, message, again.line.text, f"{text} / chức vụ của người được ủy quyền")
        if fold(each.title).startswith(_BODY):
            yield Fault(each.line, "“TUQ.” đặt trước tên tập thể", text, "TUQ. CHỦ TỊCH", "warning")
        if not own_title_follows(signed, index, paper.parts):
            yield Fault(each.line, "dưới dòng “TUQ.” không có chức vụ người ký", text, f"{text} / chức vụ người ký")
