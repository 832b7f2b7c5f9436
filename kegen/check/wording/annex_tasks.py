"""Phụ lục phân công và nội dung có cùng các nhiệm vụ.

Quy định: phụ lục là một phần của văn bản; khi phụ lục phân công chính các nhiệm vụ của nội dung thì nhiệm vụ nào có ở
phụ lục cũng có trong nội dung, và ngược lại.
Vì sao: xóa một gạch đầu dòng mà quên phụ lục thì có cơ quan vẫn được giao việc không còn; thêm vào nội dung mà quên phụ
lục thì việc không có ai làm. Phụ lục tự viết nhiệm vụ theo lời khác thì không đối chiếu.
Sai: phụ lục giao Văn phòng “Xây dựng lịch họp khoa học”, nội dung đã bỏ nhiệm vụ này.
Đúng: bỏ cả dòng trong phụ lục, hoặc đưa nhiệm vụ trở lại nội dung.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.check.annex_tasks import Match, is_drawn_from_body
from kegen.check.headings import under_headings
from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.words import opening
from kegen.docx.parts import Item

CITE = "Tính nhất quán của văn bản; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1"
WEIGHT: Weight = "N"
_WORDS = 12
_SIBLINGS = 3
"""So many tasks under one heading that all stand in the annex show that the one which does not was forgotten."""
_SURE_SIBLINGS = 4


def check(paper: Paper) -> Outcome:
    """Look for rows without their paragraph, and for paragraphs without a row among others that have one."""
    rows = paper.task_rows
    if not rows:
        yield Absent("văn bản không có bảng phân công nhiệm vụ")
        return
    quotes = Quotes(paper)
    for table in dict.fromkeys(each.table for each in rows):
        found = [each for each in paper.task_matches if each.row.table == table]
        if is_drawn_from_body(found):
            yield from _without_paragraph(found, quotes)
            yield from _without_row(paper, found, quotes)


def _without_paragraph(found: Sequence[Match], quotes: Quotes) -> Iterator[Fault]:
    """Yield the rows that no paragraph of the content has, and where it should stand."""
    last = next((each for each in found if each.is_same), found[0])
    for each in found:
        if each.is_same:
            last = each
        elif last.item is not None:
            message = (
                "nhiệm vụ có trong bảng phân công, không có trong nội dung; "
                f"nhiệm vụ kề bên của bảng nằm ở {quotes.place(last.item.paragraph)}"
            )
            expected = "đưa nhiệm vụ vào nội dung, hoặc bỏ dòng này của bảng"
            severity: Severity = "warning" if each.is_lost else "info"
            yield Fault(each.row.at, message, opening(each.row.task, _WORDS), expected, severity)


def _without_row(paper: Paper, found: Sequence[Match], quotes: Quotes) -> Iterator[Fault]:
    """Yield the only paragraph under a heading that no row repeats, where all others have theirs."""
    if not all(each.is_same for each in found):
        return
    repeated = {id(each.item): each for each in found}
    likely = {id(each.next_item) for each in found if each.may_be_next}
    for group in _groups(paper):
        own = [repeated[id(item)] for item in group if id(item) in repeated]
        missing = [item for item in group if id(item) not in repeated]
        if len(own) >= _SIBLINGS and len(missing) == 1 and _is_task(missing[0], own) and id(missing[0]) not in likely:
            near = own[-1].row.at
            message = f"nhiệm vụ chưa có trong bảng phân công; các nhiệm vụ cùng mục đều có, như {quotes.place(near)}"
            severity: Severity = "warning" if len(own) >= _SURE_SIBLINGS else "info"
            found_text = opening(missing[0].text, _WORDS)
            yield Fault(missing[0], message, found_text, "thêm một dòng vào bảng phân công", severity)


def _groups(paper: Paper) -> Iterator[list[Item]]:
    """Yield the paragraphs that stand under the same headings."""
    groups: dict[tuple[int, ...], list[Item]] = {}
    for item, above in under_headings(paper.parts.body):
        if not item.is_heading:
            groups.setdefault(tuple(id(each) for each in above), []).append(item)
    yield from groups.values()


def _is_task(item: Item, others: Sequence[Match]) -> bool:
    """Whether the paragraph is one more of the same list: it begins with the same kind of mark."""
    ranks = {each.item.rank for each in others if each.item is not None}
    return ranks == {item.rank} and item.rank != "doan" and not item.text.startswith("(")
