"""Tên 34 tỉnh, thành phố.

Quy định: từ 01/7/2025 cả nước có 34 tỉnh, thành phố; Đồng Nai là thành phố từ 30/4/2026, Quảng Ninh từ 01/9/2026,
Bắc Ninh từ 20/9/2026.
Vì sao: tỉnh đã nhập vào tỉnh khác không còn cơ quan nào; gọi sai tỉnh hay thành phố là sai tên cơ quan.
Sai: “UBND tỉnh Yên Bái” ở văn bản năm 2026; “tỉnh Bắc Ninh” ở văn bản tháng 10/2026.
Đúng: “UBND tỉnh Lào Cai”; “thành phố Bắc Ninh”. Tên cũ chỉ nêu khi nói về thời gian trước và ghi rõ “cũ”.
"""

from __future__ import annotations

from kegen.check.historical_context import names_institution
from kegen.check.paper import Paper
from kegen.check.places import in_two_tiers, is_heading_line, is_recipient
from kegen.check.rule import Absent, Fault, Outcome, Severity, Unread, Weight
from kegen.check.unit_mentions import WORD_OF, Mention, province_named
from kegen.country import FIRST_DAY, MERGED_INTO, known_kind, province_kind
from kegen.dates import PlanDate

CITE = "Nghị quyết số 202/2025/QH15; Nghị quyết số 30, 36, 39/2026/QH16"
WEIGHT: Weight = "N"
_KINDS = ("tinh", "thanh-pho")
_INTO = MERGED_INTO | {"Thừa Thiên Huế": "Huế"}


def check(paper: Paper) -> Outcome:
    """Look at each province that the paper names, the kind it is called included."""
    applies = in_two_tiers(paper.date)
    if applies is None or paper.date is None:
        yield Unread("không đọc được ngày của văn bản")
        return
    if not applies:
        yield Absent("văn bản có trước ngày 01/7/2025")
        return
    for each in paper.mentions:
        name = province_named(each.named.name) if each.named.kind in _KINDS else None
        if name is None or each.is_of_the_past or names_institution(each.before):
            continue
        is_heading = is_heading_line(each.passage)
        if name in _INTO:
            yield _merged(each, name, paper.date, is_own=is_heading or is_recipient(each.passage))
        elif fault := _other_kind(each, name, paper.date, is_heading=is_heading):
            yield fault


def _merged(mention: Mention, name: str, on: PlanDate, *, is_own: bool) -> Fault:
    into = f"{WORD_OF[province_kind(_INTO[name], on)]} {_INTO[name]}"
    word = WORD_OF[mention.named.kind]
    severity: Severity = "error" if is_own and word == "tỉnh" else "warning"
    return Fault(mention.passage.line, f"{word} {name} không còn từ 01/7/2025", f"{word} {name}", into, severity)


def _other_kind(mention: Mention, name: str, on: PlanDate, *, is_heading: bool) -> Fault | None:
    """Return the fault of a kind that is right on no day the sentence tells of."""
    days = [on, *(day for day in mention.days if not day.before(FIRST_DAY))]
    kinds = {known_kind(name, day) for day in days}
    if mention.named.kind in kinds or None in kinds:
        return None
    right = f"{WORD_OF[province_kind(name, on)]} {name}"
    found = f"{WORD_OF[mention.named.kind]} {name}"
    severity: Severity = "error" if is_heading else "warning"
    when = f"ở ngày {on.written('ngan')}" if on.whole else "ở thời điểm ban hành"
    return Fault(
        mention.passage.line, f"{name} {when} không phải là {WORD_OF[mention.named.kind]}", found, right, severity
    )
