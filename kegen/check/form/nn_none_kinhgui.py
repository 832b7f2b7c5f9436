"""Kế hoạch không có “Kính gửi” và “Như trên”.

Quy định: chỉ công văn, và tờ trình, báo cáo gửi cấp trên, mới có phần “Kính gửi” và dòng “Như trên”; các văn bản khác
chỉ có phần “Nơi nhận” liệt kê từng nơi.
Vì sao: kế hoạch không có phần “Kính gửi” thì dòng “Như trên” không trỏ tới nơi nào.
Sai: trong kế hoạch có dòng “Kính gửi: …” hoặc “- Như trên;”.
Đúng: liệt kê từng nơi nhận dưới chữ “Nơi nhận:”.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.recipients import recipients
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.b–d"
WEIGHT: Weight = "M"
_AS_ABOVE = re.compile(r"nhu-(tren|kinh-gui)\b.*")
_ALSO = frozenset({"NQ", "QĐ", "CT", "QC", "QyĐ", "CTr", "PA", "ĐA", "DA"})
"""Other kinds that are not sent to anybody by `Kính gửi`."""


def check(paper: Paper) -> Outcome:
    """Look for an addressee, and for a recipient that points to one."""
    if not paper.is_plan and paper.code not in _ALSO:
        yield Absent("loại văn bản này có thể có phần “Kính gửi”")
        return
    severity: Severity | None = None if paper.is_plan else "warning"
    kind = paper.parts.kind_name.lower()
    line = paper.parts.addressee
    if line is not None:
        message = f"{kind} không có phần “Kính gửi”"
        yield Fault(line, message, line.text, "bỏ dòng này, ghi các nơi nhận ở cuối văn bản", severity)
    for entry in recipients(paper.parts).entries:
        if _AS_ABOVE.fullmatch(fold(entry.text)):
            yield Fault(
                entry.line, f"{kind} không có nơi nhận “Như trên”", entry.line.text, "tên từng nơi nhận", severity
            )
