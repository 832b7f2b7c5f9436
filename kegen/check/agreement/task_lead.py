"""Mỗi nhiệm vụ có đúng một cơ quan chủ trì.

Quy định: mỗi việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính; các cơ quan khác phối hợp.
Vì sao: hai cơ quan cùng chủ trì thì không cơ quan nào chịu trách nhiệm đến cùng; không ghi ai thì không ai làm.
Sai: “Giao Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì …”; ô “Cơ quan chủ trì” trong phụ lục để trống.
Đúng: “Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.assignments import lead_cells
from kegen.check.headings import under_headings
from kegen.check.offices import any_says_office, is_group, is_office, named_in
from kegen.check.options import CheckContext
from kegen.check.paper import Paper
from kegen.check.rule import Absent, At, Fault, Outcome, Weight
from kegen.check.words import spelled
from kegen.plan.model import Plan

CITE = "Nguyên tắc một việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính"
WEIGHT: Weight = "N"
_NO_MEETING = r"chủ trì(?!\s+(?:các |buổi |phiên |một )*(?:cuộc họp|hội nghị|họp|hội thảo|họp báo|làm việc|tọa đàm))"
_LEADS = re.compile(rf"\s(?:đồng |cùng |đều )*{_NO_MEETING}", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:“”\"]")
_BETWEEN = "; "
_LONGEST = 1_000
"""No clause that names who leads is longer, in letters."""
_LABEL = re.compile(r"chủ trì\s*:\s*(?P<names>[^.:]+?)(?=[.]|;?\s*(?:cơ quan |đơn vị )?phối hợp|$)", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:giao(?: cho)?|do|gồm|là|yêu cầu|đề nghị|và việc)\s+", re.IGNORECASE)
_NOT_LEADING = re.compile(r"\b(?:phối hợp|với|theo|tham mưu|báo cáo|trình|gửi|chủ trì|cùng|của các)\b", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for two leads in the text and in the tables, for rows without any, and for leads that the plan names."""
    if not paper.is_plan:
        yield Absent("không phải kế hoạch")
        return
    together = _led_together(paper.facts)
    for fault in (*_in_text(paper), *_in_headings(paper), *_in_tables(paper)):
        is_meant = frozenset(map(spelled, fault.found.split(_BETWEEN))) in together
        yield fault._replace(severity="info") if is_meant else fault
    yield from _edited_out(paper)


def _led_together(facts: CheckContext | None) -> set[frozenset[str]]:
    """Return the offices, spelled alike, that the profile itself makes leads of one task."""
    tasks = facts.plan.tasks if facts is not None else ()
    return {frozenset(map(spelled, task.leads)) for task in tasks if task.also_lead}


def _in_text(paper: Paper) -> Iterator[Fault]:
    """An item that makes several offices leads together."""
    for item in paper.parts.body:
        if "chủ trì" in item.text.casefold():
            yield from (_several(item.paragraph, names) for names in _leading(item.text))


def _leading(text: str) -> Iterator[tuple[str, ...]]:
    for found in _LEADS.finditer(text):
        head = _subject(text[max(found.start() - _LONGEST, 0) : found.start()])
        names = _several_offices(head)
        if names and not _NOT_LEADING.search(head):
            yield names
    for found in _LABEL.finditer(text):
        if names := _several_offices(found["names"]):
            yield names


def _subject(before: str) -> str:
    """Return what of the words before `chủ trì` names who does it: the clause, after the last `giao` in it."""
    clause = _CLAUSE.split(before)[-1]
    given = [found.end() for found in _BEFORE.finditer(clause)]
    return clause[given[-1] :] if given else clause


def _in_headings(paper: Paper) -> Iterator[Fault]:
    """A heading that names two offices over an item that begins `Chủ trì`."""
    begun = (above[-1] for item, above in under_headings(paper.parts.body) if item.text.startswith("Chủ trì") and above)
    for heading in {id(each): each for each in begun}.values():
        if names := _several_offices(heading.text):
            yield _several(heading.paragraph, names)


def _several_offices(text: str) -> tuple[str, ...]:
    names = named_in(text)
    return names if len(names) > 1 and all(map(is_office, names)) else ()


def _in_tables(paper: Paper) -> Iterator[Fault]:
    """A row of a table without a lead, or with several."""
    for cell in lead_cells(paper):
        if not any(map(str.isalpha, cell.text)):
            message = "dòng này của bảng chưa có cơ quan chủ trì"
            yield Fault(cell.at, message, cell.row.replace("\n", " ")[:120], "tên một cơ quan")
        elif names := _several_offices(cell.text):
            yield _several(cell.at, names)


def _several(at: At, names: tuple[str, ...]) -> Fault:
    found = _BETWEEN.join(names)
    return Fault(at, f"{len(names)} cơ quan cùng chủ trì một việc", found, "một cơ quan chủ trì, cơ quan khác phối hợp")


class _Led(NamedTuple):
    """A task whose lead the plan names by it."""

    wording: str
    """As `spelled` has it."""
    brief: str
    """As the annex has it, spelled alike."""
    lead: str
    short: str | None


def _edited_out(paper: Paper) -> Iterator[Fault]:
    """A task whose lead the plan names by it, and the document neither there nor in its table."""
    tasks = list(_led_tasks(paper.facts)) if paper.facts is not None else []
    if not tasks:
        return
    items = [(spelled(item.line.text), item, above) for item, above in under_headings(paper.parts.body)]
    rows = [spelled(cell.row) for cell in lead_cells(paper)]
    for task in tasks:
        item, above = next(((item, above) for text, item, above in items if task.wording in text), (None, ()))
        if item is None or any_says_office([each.line.text for each in (*above, item)], task.lead, task.short):
            continue
        words = (task.wording, task.brief)
        if not any(any(each in row for each in words) and spelled(task.lead) in row for row in rows):
            yield Fault(item.paragraph, "nhiệm vụ không còn ghi cơ quan chủ trì như hồ sơ", "", task.lead)


def _led_tasks(facts: CheckContext) -> Iterator[_Led]:
    """Yield the tasks whose lead the plan's own content names: in the task's paragraph, or in a heading over it."""
    shorts = {each.name: each.short for each in facts.profile.departments}
    texts = [(spelled(text), near) for text, near in _with_headings(facts.plan)]
    for task in facts.plan.tasks:
        wording = spelled(task.wording)
        near = next((near for text, near in texts if wording in text), ())
        if not is_group(task.lead) and any_says_office(near, task.lead):
            yield _Led(wording, spelled(task.brief) or wording, task.lead, shorts.get(task.lead))


def _with_headings(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the text of each paragraph of a plan, and the headings over it with the text itself."""
    above: dict[int, str] = {}
    for paragraph in plan.body:
        if paragraph.rank:
            above = {
                **{rank: text for rank, text in above.items() if rank < paragraph.rank},
                paragraph.rank: paragraph.text,
            }
        yield paragraph.text, (*above.values(), paragraph.text)
