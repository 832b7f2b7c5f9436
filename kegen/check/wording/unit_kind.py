"""Gọi đúng xã, phường hay đặc khu.

Quy định: mỗi đơn vị cấp xã là xã, phường hoặc đặc khu theo danh mục ở ngày của văn bản; một số xã đã thành phường trong
năm 2026.
Vì sao: “UBND xã” và “UBND phường” là hai tên cơ quan khác nhau; gọi sai là sai tên cơ quan ban hành hoặc nơi nhận.
Sai: “xã Long Thành” ở văn bản từ 30/4/2026; “xã Lê Chân”.
Đúng: “phường Long Thành”; “phường Lê Chân”.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.paper import Paper, Passage, lines
from kegen.check.past import days_in, is_of_the_past, names_institution, sentence_at
from kegen.check.places import (
    COMMUNES,
    WORD_OF,
    Mention,
    Sought,
    communes,
    in_two_tiers,
    is_heading_line,
    mentions_in,
    named_in,
    province_after,
    province_of,
    sought,
)
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.country import FIRST_DAY
from kegen.dates import PlanDate
from kegen.document.lines import Line
from kegen.gazetteer.kinds import change_of, kind_on
from kegen.gazetteer.units import Unit, find_units

CITE = "Quyết định số 19/2025/QĐ-TTg (danh mục đơn vị hành chính); các nghị quyết thành lập phường năm 2026"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Hold what each commune-level unit is called against what it is on the day."""
    if not any(paper.told(lines, _names_some)):
        yield Absent("văn bản không nêu tên xã, phường, đặc khu nào")
    elif paper.date is None or not in_two_tiers(paper.date):
        yield Unread("không rõ văn bản có từ ngày 01/7/2025 hay không")
    else:
        for i in paper.once(_doubtful):
            passage = paper.passages[i]
            own = province_of(paper) or ""
            yield from _look_up(passage, own, paper.date, is_heading=is_heading_line(paper, passage))


def _names_some(line: Line) -> bool:
    return any(each.kind in COMMUNES for each in named_in(line.text))


def _doubtful(paper: Paper) -> tuple[int, ...]:
    """Return which lines call a unit what it is not on the day of the paper."""
    own, on = province_of(paper) or "", paper.date
    return sought(paper, lambda unit: _is_miscalled(unit, own, on)) if on else ()


def _is_miscalled(unit: Sought, own: str, on: PlanDate) -> bool:
    found = communes(unit.name, unit.province or own) if unit.kind in COMMUNES else ()
    return bool(found) and all(kind_on(each, on) not in (unit.kind, None) for each in found)


def _look_up(passage: Passage, own: str, on: PlanDate, *, is_heading: bool) -> Iterator[Fault]:
    for each in mentions_in(passage):
        units = communes(each.named.name, province_after(each) or own) if each.named.kind in COMMUNES else ()
        if units and (fault := _fault(each, units, on, is_heading=is_heading)):
            yield fault


def _fault(mention: Mention, units: tuple[Unit, ...], on: PlanDate, *, is_heading: bool) -> Fault | None:
    text, start = mention.text, mention.named.start
    days = [on, *(day for day in days_in(sentence_at(text, start)) if not day.before(FIRST_DAY))]
    kinds = {kind_on(unit, day) for unit in units for day in days}
    if mention.named.kind in kinds or None in kinds or is_of_the_past(text, start) or names_institution(mention.before):
        return None
    unit, right = units[0], " hoặc ".join(WORD_OF[kind] for kind in kinds if kind)
    namesakes = find_units(unit.name)
    settled = all(change_of(each) is None and each.kind != mention.named.kind for each in namesakes)
    sure = is_heading and settled
    message = f"{unit.name} ({unit.province}) là {right}, không phải {WORD_OF[mention.named.kind]}"
    found = f"{WORD_OF[mention.named.kind]} {unit.name}"
    return Fault(mention.passage.line, message, found, f"{right} {unit.name}", "error" if sure else "warning")
