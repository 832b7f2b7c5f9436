"""Cơ quan được giao việc có tên trong Nơi nhận.

Quy định: nơi nhận gồm các cơ quan, đơn vị được giao việc; nhiều cơ quan thì ghi gộp, như “Các cơ quan thuộc UBND xã”.
Vì sao: cơ quan không có trong Nơi nhận sẽ không nhận được kế hoạch giao việc cho mình.
Sai: phần tổ chức thực hiện giao việc cho Chi cục Quản lý thị trường, Nơi nhận chỉ có “Các phòng chuyên môn”.
Đúng: thêm dòng “Chi cục Quản lý thị trường”, hoặc ghi gộp “Các phòng, đơn vị thuộc Sở”.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kegen.check.assignments import assigned
from kegen.check.offices import covers, is_group, named_in
from kegen.check.paper import Paper
from kegen.check.planned import Planned, planned_for
from kegen.check.rule import Absent, At, Fault, Outcome, Weight
from kegen.check.words import spelled
from kegen.vietnamese import upper_first

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Look for each office that has work to do in the lines under `Nơi nhận`."""
    if not paper.is_plan or not paper.parts.recipients:
        yield Absent("không phải kế hoạch" if not paper.is_plan else "văn bản không có nơi nhận")
        return
    planned = paper.once(planned_for)
    shorts = planned.shorts if planned else {}
    lines = tuple(line.text for line in paper.parts.recipients)
    working: dict[str, tuple[str, At]] = {}
    for office, at in _working(paper, planned):
        working.setdefault(spelled(office), (office, at))
    for office, at in working.values():
        if not _is_covered(lines, office, shorts.get(office)):
            message = f"“{upper_first(office)}” được giao việc mà không có trong Nơi nhận"
            yield Fault(at, message, "", f"- {upper_first(office)};")


@lru_cache(maxsize=1024)
def _is_covered(lines: tuple[str, ...], office: str, short: str | None) -> bool:
    return any(covers(line, office, short) for line in lines)


def _working(paper: Paper, planned: Planned | None) -> Iterator[tuple[str, At]]:
    """Yield the offices with work to do and where that is said; the profile's tasks are not in one place."""
    for each in assigned(paper):
        yield each.office, each.item
    if planned is not None:
        at = paper.parts.recipients_label or paper.parts.recipients[0]
        yield from ((office, at) for office in _offices(planned))


def _offices(planned: Planned) -> Iterator[str]:
    for name in dict.fromkeys(name for task in planned.tasks for name in (task.lead, *task.helpers)):
        yield from [name] if is_group(name) else named_in(name)
