"""Cơ quan được giao việc có tên trong Nơi nhận.

Quy định: nơi nhận gồm các cơ quan, đơn vị được giao việc; nhiều cơ quan thì ghi gộp, như “Các cơ quan thuộc UBND xã”.
Vì sao: cơ quan không có trong Nơi nhận sẽ không nhận được kế hoạch giao việc cho mình.
Sai: phần tổ chức thực hiện giao việc cho Chi cục Quản lý thị trường, Nơi nhận chỉ có “Các phòng chuyên môn”.
Đúng: thêm dòng “Chi cục Quản lý thị trường”, hoặc ghi gộp “Các phòng, đơn vị thuộc Sở”.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.assignments import assigned
from kegen.check.offices import covers, is_group, named_in
from kegen.check.paper import Paper
from kegen.check.rule import Absent, At, Fault, Outcome, Weight
from kegen.check.words import spelled
from kegen.plan.model import Plan
from kegen.vietnamese import upper_first

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Look for each office that has work to do in the lines under `Nơi nhận`."""
    if not paper.is_plan or not paper.parts.recipients:
        yield Absent("không phải kế hoạch" if not paper.is_plan else "văn bản không có nơi nhận")
        return
    shorts = {each.name: each.short for each in paper.facts.profile.departments} if paper.facts else {}
    working: dict[str, tuple[str, At]] = {}
    for office, at in _working(paper):
        working.setdefault(spelled(office), (office, at))
    for office, at in working.values():
        if not any(covers(line.text, office, shorts.get(office)) for line in paper.parts.recipients):
            message = f"“{upper_first(office)}” được giao việc mà không có trong Nơi nhận"
            yield Fault(at, message, "", f"- {upper_first(office)};")


def _working(paper: Paper) -> Iterator[tuple[str, At]]:
    """Yield the offices with work to do and where that is said; the profile's tasks are not in one place."""
    for each in assigned(paper):
        yield each.office, each.item
    if paper.facts is not None:
        at = paper.parts.recipients_label or paper.parts.recipients[0]
        yield from ((office, at) for office in _offices(paper.facts.plan))


def _offices(plan: Plan) -> Iterator[str]:
    for name in dict.fromkeys(name for task in plan.tasks for name in (task.lead, *task.helpers)):
        yield from [name] if is_group(name) else named_in(name)
