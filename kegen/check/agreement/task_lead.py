"""Mỗi nhiệm vụ có đúng một cơ quan chủ trì.

Quy định: mỗi việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính; các cơ quan khác phối hợp.
Vì sao: hai cơ quan cùng chủ trì thì không cơ quan nào chịu trách nhiệm đến cùng; không ghi ai thì không ai làm.
Sai: “Giao Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì …”; ô “Cơ quan chủ trì” trong phụ lục để trống.
Đúng: “Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kegen.check.assignments import lead_cells, placed
from kegen.check.offices import is_group, is_office, named_in, says_office
from kegen.check.paper import Paper
from kegen.check.rule import Absent, At, Fault, Outcome, Weight
from kegen.check.searched import Searched
from kegen.check.way import Facts
from kegen.check.words import spelled
from kegen.document.parts import Item

if TYPE_CHECKING:
    from kegen.plan.model import Plan, Task

CITE = "Nguyên tắc một việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính"
WEIGHT: Weight = "N"
_NO_MEETING = r"chủ trì(?!\s+(?:các |buổi |phiên |một )*(?:cuộc họp|hội nghị|họp|hội thảo|họp báo|làm việc|tọa đàm))"
_LEADS = re.compile(rf"\s(?:đồng |cùng |đều )*{_NO_MEETING}", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:“”\"]")
_LABEL = re.compile(r"chủ trì\s*:\s*(?P<names>[^.:]+?)(?=[.]|;?\s*(?:cơ quan |đơn vị )?phối hợp|$)", re.IGNORECASE)
_BEFORE = re.compile(r".*\b(?:giao(?: cho)?|do|gồm|là|yêu cầu|đề nghị|và việc)\s+", re.IGNORECASE)
_NOT_LEADING = re.compile(r"\b(?:phối hợp|với|theo|tham mưu|báo cáo|trình|gửi|chủ trì|cùng|của các)\b", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for two leads in the text and in the tables, for rows without any, and for leads that the plan names."""
    if not paper.is_plan:
        yield Absent("không phải kế hoạch")
        return
    yield from _in_text(paper)
    yield from _in_headings(paper)
    yield from _in_tables(paper)
    if paper.facts is not None:
        yield from _edited_out(paper, paper.facts)


def _in_text(paper: Paper) -> Iterator[Fault]:
    for each in paper.body_notes:
        for names in each[_listed]:
            yield _several(each.about.paragraph, names)


def _listed(item: Item) -> tuple[tuple[str, ...], ...]:
    """Return the offices that an item makes leads together."""
    return tuple(_leading(item.text)) if "chủ trì" in item.text.casefold() else ()


def _leading(text: str) -> Iterator[tuple[str, ...]]:
    for found in _LEADS.finditer(text):
        head = _BEFORE.sub("", _CLAUSE.split(text[: found.start()])[-1])
        names = named_in(head)
        if len(names) > 1 and all(map(is_office, names)) and not _NOT_LEADING.search(head):
            yield names
    for found in _LABEL.finditer(text):
        names = named_in(found["names"])
        if len(names) > 1 and all(map(is_office, names)):
            yield names


def _in_headings(paper: Paper) -> Iterator[Fault]:
    """A heading that names two offices over an item that begins `Chủ trì`."""
    told: set[int] = set()
    for each in placed(paper):
        above = each.headings[-1] if each.headings else None
        if above is None or id(above.paragraph) in told or not each.item.text.startswith("Chủ trì"):
            continue
        names = named_in(above.text)
        if len(names) > 1 and all(map(is_office, names)):
            told.add(id(above.paragraph))
            yield _several(above.paragraph, names)


def _in_tables(paper: Paper) -> Iterator[Fault]:
    for cell in lead_cells(paper):
        names = named_in(cell.text)
        if not any(map(str.isalpha, cell.text)):
            message = "dòng này của bảng chưa có cơ quan chủ trì"
            yield Fault(cell.at, message, cell.row.replace("\n", " ")[:120], "tên một cơ quan")
        elif len(names) > 1 and all(map(is_office, names)):
            yield _several(cell.at, names)


def _several(at: At, names: tuple[str, ...]) -> Fault:
    found = "; ".join(names)
    return Fault(at, f"{len(names)} cơ quan cùng chủ trì một việc", found, "một cơ quan chủ trì, cơ quan khác phối hợp")


def _edited_out(paper: Paper, facts: Facts) -> Iterator[Fault]:
    """A task whose lead the plan names by it, and the document neither there nor in its table."""
    shorts = {each.name: each.short for each in facts.profile.departments}
    near_by = placed(paper)
    known = Searched(spelled(each.item.text) for each in near_by)
    rows = [spelled(cell.row) for cell in lead_cells(paper)]
    for task, near in _near(facts.plan):
        if is_group(task.lead) or not _is_said(near, task.lead, None):
            continue
        text = spelled(task.wording)
        found = known.first(text)
        if found is None or _is_said(near_by[found].near, task.lead, shorts.get(task.lead)):
            continue
        if not any(text in row and spelled(task.lead) in row for row in rows):
            yield Fault(
                near_by[found].item.paragraph, "nhiệm vụ không còn ghi cơ quan chủ trì như hồ sơ", "", task.lead
            )


@lru_cache(maxsize=2048)
def _is_said(texts: tuple[str, ...], office: str, short: str | None) -> bool:
    return any(says_office(each, office, short) for each in texts)


def _near(plan: Plan) -> Iterator[tuple[Task, tuple[str, ...]]]:
    """Yield each task of the plan with what its body says near the task: the headings over it, and its paragraph."""
    texts: list[tuple[str, ...]] = []
    heads: dict[str, str] = {}
    order = ("muc", "khoan", "nhom")
    for paragraph in plan.body:
        if paragraph.kind in order:
            heads = {kind: heads[kind] for kind in order[: order.index(paragraph.kind)] if kind in heads}
            heads[paragraph.kind] = paragraph.text
        texts.append((*heads.values(), paragraph.text))
    known = Searched(spelled(each.text) for each in plan.body)
    for task in plan.tasks:
        found = known.first(spelled(task.wording))
        yield task, () if found is None else texts[found]
