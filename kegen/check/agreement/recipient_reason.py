"""Nơi nhận nào cũng có lý do nhận văn bản.

Quy định: nơi nhận gồm nơi để báo cáo, nơi kiểm tra, nơi thực hiện, nơi phối hợp, nơi để biết; ghi theo đúng nhu cầu.
Vì sao: danh sách chép từ văn bản cũ hay còn cơ quan không liên quan, và gửi thừa cũng là gửi sai.
Sai: Nơi nhận có “Hạt Kiểm lâm” mà kế hoạch không giao việc gì và không nhắc đến Hạt.
Đúng: bỏ dòng ấy, hoặc ghi mục đích, như “Hạt Kiểm lâm (để phối hợp)”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.offices import is_group, is_office, named_in, refers, says_office
from kegen.check.options import CheckContext
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9"
WEIGHT: Weight = "N"
_PURPOSE = re.compile(r"\(.*\)|/c\b|b/c|p/h|t/h|để |thay ", re.IGNORECASE)
_ENTITLED = re.compile(
    r"\b(?:đảng|ủy|uỷ|HĐND|hội đồng nhân dân|đại biểu|mặt trận|MTTQ|UBMTTQ|UBMT|đoàn thể|tổ chức|lãnh đạo|chủ tịch|CT"
    r"|PCT|CVP|VP|văn phòng|UBND|ủy ban nhân dân|bộ|chính phủ|thủ tướng|cổng|trang|công báo|báo|đài|phát thanh|lưu|TT"
    r"|thường trực|chuyên viên|thành viên|ban chỉ đạo)\b",
    re.IGNORECASE,
)
"""Those above, beside and inside the unit, and those who publish: they need no task."""
_ABOVE = "Sở"
"""Whom a commune answers to in its field."""
_WORKING = ("body", "table", "annex", "note", "box", "head")


def check(paper: Paper) -> Outcome:
    """Look for each single office under `Nơi nhận` in the text, and in the tasks of the profile."""
    if not paper.is_plan or not paper.parts.recipients:
        yield Absent("không phải kế hoạch" if not paper.is_plan else "văn bản không có nơi nhận")
        return
    severity: Severity = "info" if paper.facts is None else "warning"
    for line in paper.parts.recipients:
        entry = line.text.strip(" -–+;.,")
        if not _is_entitled(paper, entry) and not any(_has_reason(paper, name) for name in named_in(entry)):
            message = "nơi nhận không được giao việc và không được nhắc đến trong văn bản"
            yield Fault(line, message, entry, "bỏ dòng này, hoặc ghi mục đích nhận", severity)


def _is_entitled(paper: Paper, entry: str) -> bool:
    """Whether a line needs no reason in the text; to an office above, the unit reports anyway."""
    if refers(entry) or is_group(entry) or _PURPOSE.search(entry) or _ENTITLED.search(entry) or not is_office(entry):
        return True
    above = [line.text.partition(" ")[0].casefold() for line in paper.parts.parent]
    return entry.partition(" ")[0].casefold() in above or (entry.startswith(_ABOVE) and not _is_of_province(paper))


def _is_of_province(paper: Paper) -> bool:
    own = " ".join(line.text for line in paper.parts.issuer).casefold()
    return any(word in own for word in ("tỉnh", "thành phố", "sở"))


def _has_reason(paper: Paper, office: str) -> bool:
    if paper.facts is not None and any(says_office(name, office) for name in _known(paper.facts)):
        return True
    return any(each.zone in _WORKING and says_office(each.line.text, office) for each in paper.passages)


def _known(facts: CheckContext) -> Iterator[str]:
    """Yield the offices that have a task or a part in the plan, and the unit's own departments."""
    for task in facts.plan.tasks:
        yield from (task.lead, *task.helpers)
    yield from (each.name for each in facts.profile.departments)
