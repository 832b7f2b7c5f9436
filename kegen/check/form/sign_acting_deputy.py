"""Cấp phó được giao phụ trách hoặc điều hành.

Quy định: cấp phó được giao phụ trách hoặc điều hành ký như cấp phó ký thay cấp trưởng (“KT.”), không ghi “Q.”.
Vì sao: chỉ người được giao quyền cấp trưởng mới ghi “Q.”; việc giao quyền nằm ở quyết định nhân sự, không ở văn bản
này.
Sai: PHÓ GIÁM ĐỐC PHỤ TRÁCH.
Đúng: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.1; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_IN_CHARGE = ("phu-trach", "dieu-hanh")


def check(paper: Paper) -> Outcome:
    """Look for a deputy who signs as the one in charge."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
        return
    acting = [each for each in signed if any(word in each.line.folded for word in _IN_CHARGE)]
    has_kt = any(each.short == "KT" for each in signed)
    for each in acting:
        if each.is_deputy or each.short == "Q":
            expected = "PHÓ …" if has_kt else "KT. … (chức vụ cấp trưởng) / PHÓ …"
            message = "cấp phó được giao phụ trách, điều hành ký như cấp phó ký thay"
            yield Fault(each.line, message, each.line.text, expected, "warning")
    if any(each.short == "Q" for each in signed):
        yield Unread("tệp không cho biết người ký “Q.” có quyết định giao quyền cấp trưởng hay chỉ phụ trách")
    elif not acting:
        yield Absent("văn bản không ghi cấp phó phụ trách, điều hành")
