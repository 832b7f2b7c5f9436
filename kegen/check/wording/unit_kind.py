"""Gọi đúng xã, phường hay đặc khu.

Quy định: mỗi đơn vị cấp xã là xã, phường hoặc đặc khu theo danh mục ở ngày của văn bản; một số xã đã thành phường trong
năm 2026.
Vì sao: “UBND xã” và “UBND phường” là hai tên cơ quan khác nhau; gọi sai là sai tên cơ quan ban hành hoặc nơi nhận.
Sai: “xã Long Thành” ở văn bản từ 30/4/2026; “xã Lê Chân”.
Đúng: “phường Long Thành”; “phường Lê Chân”.
"""

from __future__ import annotations

from kegen.check.historical_context import names_institution
from kegen.check.paper import Paper
from kegen.check.places import in_two_tiers, is_heading_line, province_of
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.check.unit_mentions import COMMUNES, WORD_OF, Mention, communes, province_after
from kegen.country import FIRST_DAY
from kegen.dates import PlanDate
from kegen.gazetteer.kinds import change_of, kind_on
from kegen.gazetteer.units import Unit, find_units

CITE = "Quyết định số 19/2025/QĐ-TTg (danh mục đơn vị hành chính); các nghị quyết thành lập phường năm 2026"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Hold what each commune-level unit is called against what it is on the day."""
    named = [each for each in paper.mentions if each.named.kind in COMMUNES]
    if not named:
        yield Absent("văn bản không nêu tên xã, phường, đặc khu nào")
    elif paper.date is None or not in_two_tiers(paper.date):
        yield Unread("không rõ văn bản có từ ngày 01/7/2025 hay không")
    else:
        own = province_of(paper) or ""
        for each in named:
            units = communes(each.named.name, province_after(each) or own)
            is_heading = is_heading_line(each.passage)
            if units and (fault := _fault(each, units, paper.date, is_heading=is_heading)):
                yield fault


def _fault(mention: Mention, units: tuple[Unit, ...], on: PlanDate, *, is_heading: bool) -> Fault | None:
    days = [on, *(day for day in mention.days if not day.before(FIRST_DAY))]
    kinds = {kind_on(unit, day) for unit in units for day in days}
    if mention.named.kind in kinds or None in kinds or mention.is_of_the_past or names_institution(mention.before):
        return None
    unit, right = units[0], " hoặc ".join(WORD_OF[kind] for kind in kinds if kind)
    namesakes = find_units(unit.name)
    settled = all(change_of(each) is None and each.kind != mention.named.kind for each in namesakes)
    sure = is_heading and settled
    message = f"{unit.name} ({unit.province}) là {right}, không phải {WORD_OF[mention.named.kind]}"
    found = f"{WORD_OF[mention.named.kind]} {unit.name}"
    return Fault(mention.passage.line, message, found, f"{right} {unit.name}", "error" if sure else "warning")
