"""Mỗi nhiệm vụ có đúng một cơ quan chủ trì.

Quy định: mỗi việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính; các cơ quan khác phối hợp.
Vì sao: hai cơ quan cùng chủ trì thì không cơ quan nào chịu trách nhiệm đến cùng; không ghi ai thì không ai làm.
Sai: “Giao Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì …”; ô “Cơ quan chủ trì” trong phụ lục để trống.
Đúng: “Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.assignments import depth_of, headings_over, lead_cells
from kegen.check.leads import leads_of
from kegen.check.offices import is_office, named_in
from kegen.check.paper import Paper, items
from kegen.check.planned import planned_for
from kegen.check.rule import Absent, At, Fault, Outcome, Weight
from kegen.check.words import spelled
from kegen.document.parts import Item

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
    yield from _edited_out(paper)


def _in_text(paper: Paper) -> Iterator[Fault]:
    for at, listed in enumerate(paper.told(items, _listed)):
        for names in listed:
            yield _several(paper.parts.body[at].paragraph, names)


def _listed(item: Item) -> tuple[tuple[str, ...], ...]:
    """Return the offices that an item makes leads together."""
    return tuple(_leading(item.text)) if "chủ trì" in item.text.casefold() else ()


def _leading(text: str) -> Iterator[tuple[str, ...]]:
    for found in _LEADS.finditer(text):
        head = _BEFORE.sub("", _CLAUSE.split(text[: found.start()])[-1])
        names = _several_offices(head)
        if names and not _NOT_LEADING.search(head):
            yield names
    for found in _LABEL.finditer(text):
        if names := _several_offices(found["names"]):
            yield names


def _in_headings(paper: Paper) -> Iterator[Fault]:
    """A heading that names two offices over an item that begins `Chủ trì`."""
    joint = paper.told(items, _joint_offices)
    begun = zip(headings_over(paper), paper.told(items, _begins_leading), strict=True)
    leading = (above[-1] for above, leads in begun if leads and above)
    for heading in dict.fromkeys(leading):
        if joint[heading]:
            yield _several(paper.parts.body[heading].paragraph, joint[heading])


def _begins_leading(item: Item) -> bool:
    return item.text.startswith("Chủ trì")


def _joint_offices(item: Item) -> tuple[str, ...]:
    """Return the offices that a heading names, () for what names but one or is no heading."""
    return _several_offices(item.text) if depth_of(item) is not None else ()


def _several_offices(text: str) -> tuple[str, ...]:
    names = named_in(text)
    return names if len(names) > 1 and all(map(is_office, names)) else ()


def _in_tables(paper: Paper) -> Iterator[Fault]:
    doubtful = paper.once(_doubtful_cells)
    for cell in [lead_cells(paper)[i] for i in doubtful]:
        if not any(map(str.isalpha, cell.text)):
            message = "dòng này của bảng chưa có cơ quan chủ trì"
            yield Fault(cell.at, message, cell.row.replace("\n", " ")[:120], "tên một cơ quan")
        else:
            yield _several(cell.at, named_in(cell.text))


def _doubtful_cells(paper: Paper) -> tuple[int, ...]:
    """Return which rows of the tables have no lead, or several."""
    texts = (cell.text for cell in lead_cells(paper))
    return tuple(i for i, text in enumerate(texts) if not any(map(str.isalpha, text)) or _several_offices(text))


def _several(at: At, names: tuple[str, ...]) -> Fault:
    found = "; ".join(names)
    return Fault(at, f"{len(names)} cơ quan cùng chủ trì một việc", found, "một cơ quan chủ trì, cơ quan khác phối hợp")


def _edited_out(paper: Paper) -> Iterator[Fault]:
    """A task whose lead the plan names by it, and the document neither there nor in its table."""
    planned = paper.once(planned_for)
    if planned is None:
        return
    leads = leads_of(planned)
    told, over = paper.told(items, leads.told_by), headings_over(paper)
    for task, each in enumerate(leads.tasks):
        at = next((at for at, said in enumerate(told) if said and task in said.worded), None)
        if at is None or any(said and task in said.led for said in (told[near] for near in (*over[at], at))):
            continue
        if task not in paper.once(_led_in_tables):
            at_item = paper.parts.body[at].paragraph
            yield Fault(at_item, "nhiệm vụ không còn ghi cơ quan chủ trì như hồ sơ", "", each.lead)


def _led_in_tables(paper: Paper) -> tuple[int, ...]:
    """Return which tasks a row of a table words and names the lead of."""
    planned, rows = planned_for(paper), [spelled(cell.row) for cell in lead_cells(paper)]
    tasks = enumerate(leads_of(planned).tasks if planned else ())
    return tuple(i for i, each in tasks if any(each.wording in row and spelled(each.lead) in row for row in rows))
