"""Which entries of a received plan order something, and what stands above each, lead-ins among it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, NamedTuple

from kegen.docx.parts import Rank
from kegen.importing.entries import Entry
from kegen.importing.labels import Label, labels_in
from kegen.importing.leads import heading_offices
from kegen.importing.offices import only_offices, opening_offices
from kegen.importing.sections import Topic, topic_of

Role = Literal["heading", "task", "lead-in", "label", "target", "other"]
"""`lead-in`: what opens a list, `label`: a fact of the tasks before it, `other`: purpose, background, closing."""

_DEPTH: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem", "gach", "cong", "doan")
_NUMBERED: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem")
_GREAT: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc")
_CLOSING = re.compile(
    r"(?:Trên đây là|Trong quá trình (?:triển khai|thực hiện|tổ chức)|Quá trình (?:triển khai|thực hiện|tổ chức)"
    r"|Nếu có (?:khó khăn|vướng mắc)|Nơi nhận|Kế hoạch này (?:có hiệu lực|thay thế)|Quyết định này có hiệu lực"
    r"|Chỉ thị này (?:có hiệu lực|thay thế))"
)
_ISSUER_ASKS = re.compile(
    r"(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch|Sở|Ban|Nhận được)[^,;:.]{0,80} )?(?:[Yy]êu cầu|[Đđ]ề nghị) "
    r".*\b(?:Kế hoạch|Chỉ thị|Công văn|Quyết định|Chương trình|văn bản|nội dung) (?:này|trên|nêu trên)",
    re.DOTALL,
)
_ISSUER_URGES = re.compile(
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch|Giám đốc|Sở|Nhận được)[^,;:.]{0,80} (?:yêu cầu|đề nghị) .{0,200}"
    r"(?:nghiêm túc|triển khai thực hiện|tổ chức thực hiện)",
    re.DOTALL,
)
_ENACTS = re.compile(
    r"(?:Ban hành|Phê duyệt|Thông qua)\b.*|(?:Quyết định|Nghị quyết|Chỉ thị) này (?:có hiệu lực|thay thế)\b.*"
    r"|.*\b(?:chịu trách nhiệm )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết) này[./]*$",
    re.DOTALL,
)
"""An article by which a decision comes into force, or says who carries it out as a whole."""
_IN_BRACKETS = re.compile(r"\(.*\)[.;]?$", re.DOTALL)
_MONEY = re.compile(r"(?:Nguồn |Về )?[Kk]inh phí\b")
_ORDER = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Phân công|Kiến nghị)\s")
_ORDERING: tuple[Topic, ...] = ("tasks", "reports", "")
_MOST = 30
"""Facts on lines of their own speak of no more tasks than that."""
_LAST = 3
"""Among so many entries at the end a paragraph without a mark may close the paper."""


class Sorted(NamedTuple):
    """An entry and its part in the plan."""

    entry: Entry
    role: Role
    above: tuple[Entry, ...]
    """The headings and lead-ins it stands under, the outermost first."""
    topic: Topic = ""
    labels: tuple[Label, ...] = ()
    """The facts of it that stand on lines of their own, or those that it gives the tasks before it."""
    labelled_at: str = ""
    """The place of those lines."""


def sort_entries(entries: tuple[Entry, ...]) -> tuple[Sorted, ...]:
    """Return each entry with its part in the plan, in reading order."""
    has_headings = any(each.depth and not heading_offices(each.text) for each in entries)
    nested = {one.id for one, other in pairwise(entries) if _rank(other) > _rank(one)}
    rows: list[Sorted] = []
    opened: list[Entry] = []
    for index, entry in enumerate(entries):
        following = entries[index + 1] if index + 1 < len(entries) else None
        headings = _own_headings(entry, nested)
        opened = [] if entry.depth else [each for each in opened if _is_under(entry, each, nested)]
        above = (*headings, *opened)
        left = len(entries) - index
        opens = _opens_list(entry, following, nested)
        role = "heading" if entry.depth else _role(entry, above, opens=opens, has_headings=has_headings, left=left)
        rows.append(Sorted(entry, role, above, topic_of(above), labels_in(entry.text) if role == "label" else ()))
        if role == "lead-in":
            opened.append(entry)
    return _labelled(_bare_headings(rows))


def _rank(entry: Entry) -> int:
    return _DEPTH.index(entry.item.rank)


def _own_headings(entry: Entry, nested: set[str]) -> tuple[Entry, ...]:
    """Return the headings above an entry, without those of its own rank: `3.3.` is not under `3.2.`.

    A bare `- Sở Y tế:` heads what has its own mark after it, unless a deeper mark follows it.
    """
    for at, heading in enumerate(entry.above):
        same = heading.item.rank == entry.item.rank
        if same and (entry.item.rank in _NUMBERED or (heading.id in nested and entry.item.rank != "doan")):
            return entry.above[:at]
    return entry.above


def _is_under(entry: Entry, lead_in: Entry, nested: set[str]) -> bool:
    """Whether an entry is one of the list that the lead-in opens."""
    if entry.above != lead_in.above:
        return False
    if lead_in.item.rank == "doan":
        return entry.item.rank != "doan"
    if entry.item.rank == lead_in.item.rank and lead_in.id not in nested and only_offices(lead_in.text):
        return entry.item.rank not in _NUMBERED and not only_offices(entry.text)
    return _rank(entry) > _rank(lead_in)


def _opens_list(entry: Entry, following: Entry | None, nested: set[str]) -> bool:
    """Whether an entry only leads to those after it."""
    if following is None or labels_in(following.text):
        return False
    is_open = entry.text.endswith(":") or (entry.text[-1:] not in ".;/!,)" and entry.item.rank != "doan")
    if following.depth:
        return is_open and _rank(following) > _rank(entry) and following.above == entry.above
    return is_open and _is_under(following, entry, nested)


def _role(entry: Entry, above: tuple[Entry, ...], *, opens: bool, has_headings: bool, left: int) -> Role:
    topic = topic_of(above)
    if _closes(entry, left) or _IN_BRACKETS.match(entry.text):
        return "other"
    if labels := labels_in(entry.text):
        return "task" if labels[0].field == "wording" and topic in _ORDERING else "label"
    if opens:
        return "lead-in"
    if not above and not (orders(entry.text) if has_headings else _orders(entry)):
        return "other"
    return _by_topic(entry, topic)


def _by_topic(entry: Entry, topic: Topic) -> Role:
    """Return the part of a sentence by what its headings announce; where money comes from is no order."""
    if topic == "targets":
        return "target"
    return "task" if topic in _ORDERING or (topic == "funds" and _orders(entry)) else "other"


def _orders(entry: Entry) -> bool:
    """Whether an entry orders something by itself: it has a number, or it says who is to do it."""
    if _MONEY.match(entry.text):
        return False
    is_numbered = entry.item.rank in _NUMBERED and not entry.above
    return is_numbered or orders(entry.text)


def orders(text: str) -> bool:
    """Whether a sentence by itself says who is to do it."""
    return bool(_ORDER.match(text) or opening_offices(text) or _head_of(text))


def _head_of(text: str) -> bool:
    head, colon, _ = text[:200].partition(":")
    return bool(colon) and only_offices(head)


def _closes(entry: Entry, left: int) -> bool:
    """Whether an entry closes the paper: it speaks of the plan as a whole, or enacts it."""
    if entry.item.rank == "dieu" and _ENACTS.match(entry.text):
        return True
    if entry.item.rank == "doan" and _CLOSING.match(entry.text):
        return True
    urges = _ISSUER_ASKS.match(entry.text) or _ISSUER_URGES.match(entry.text)
    return entry.item.rank == "doan" and left <= _LAST and urges is not None


def _bare_headings(rows: list[Sorted]) -> list[Sorted]:
    """Return the rows; a heading that nothing but labels stands under is a task itself."""
    under = {above.id for each in rows if each.role != "label" for above in each.above}
    return [each._replace(role="task") if each.role == "heading" and _is_bare(each, under) else each for each in rows]


def _is_bare(row: Sorted, under: set[str]) -> bool:
    entry = row.entry
    orders = row.topic in _ORDERING and bool(row.above)
    return orders and entry.id not in under and entry.item.rank not in _GREAT and not only_offices(entry.text)


def _labelled(rows: list[Sorted]) -> tuple[Sorted, ...]:
    """Return the rows, each task with the labels after it, and with those right under its heading."""
    given: dict[int, list[Sorted]] = {}
    ahead: list[Sorted] = []
    block: list[int] = []
    was_label = False
    for index, row in enumerate(rows):
        if row.role == "label" and row.entry.item.rank not in _GREAT:
            concerned = _concerned(rows, block, row)
            for at in concerned:
                given.setdefault(at, []).append(row)
            ahead += [row] if not concerned and row.entry.item.rank not in _NUMBERED else []
            was_label = True
        elif row.role == "task":
            given.setdefault(index, []).extend(each for each in ahead if each.above == row.above)
            block = [index] if was_label or not block or _parts(rows[block[-1]], row) else [*block, index]
            was_label = False
        elif row.role in ("heading", "other"):
            ahead, block, was_label = [], [], False
    return tuple(_with_labels(row, given.get(at, [])) for at, row in enumerate(rows))


def _with_labels(row: Sorted, given: list[Sorted]) -> Sorted:
    if not given:
        return row
    return row._replace(labels=tuple(each for one in given for each in one.labels), labelled_at=given[0].entry.place)


def _parts(one: Sorted, other: Sorted) -> bool:
    """Whether a heading parts two tasks."""
    return one.above != other.above


def _concerned(rows: list[Sorted], block: list[int], label: Sorted) -> list[int]:
    """Return the tasks that a label speaks of: all before it at its own level, else the last."""
    near = block if len(block) <= _MOST else []
    same = [at for at in near if rows[at].entry.item.rank == label.entry.item.rank]
    return same or block[-1:]
