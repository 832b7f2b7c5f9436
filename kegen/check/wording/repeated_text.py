"""Một đoạn không ghi hai lần.

Quy định: một nội dung ghi một lần; nội dung ở chỗ khác thì dẫn đến.
Vì sao: đoạn ghi hai lần là dán thừa; sửa một chỗ mà quên chỗ kia thì hai chỗ thành khác nhau.
Sai: gạch đầu dòng thứ ba và thứ tư của mục II.4 giống hệt nhau.
Đúng: giữ một đoạn. Cùng một việc giao cho từng cơ quan dưới tên của cơ quan ấy thì không nhắc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.headings import under_headings
from kegen.check.offices import is_group, is_office
from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.words import opening, spelled, words
from kegen.docx.model import Paragraph, Row, Table
from kegen.docx.parts import Item

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_FEWEST = 8
"""Shorter paragraphs may well be alike."""
_WORDS = 12
_MOST = 6
"""How many more places are listed."""
_FORM = re.compile(r"^\(|^(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b|…|\.{3}|_{3}")
"""What stands in brackets, or has blanks to fill in, belongs to a form."""
_FILLED = 2
"""A row with fewer cells that say something is alike by chance, or heads a group."""
_LONGEST_NUMBER = 3
_Above = tuple[Item, ...]


def check(paper: Paper) -> Outcome:
    """Look for paragraphs of the content, and for rows of one table, that say the same word by word."""
    if not paper.parts.body:
        yield Absent("văn bản không có nội dung")
        return
    quotes = Quotes(paper)
    yield from _paragraphs(paper, quotes)
    for table in paper.parts.all_tables:
        yield from _rows(table, quotes)


def _paragraphs(paper: Paper, quotes: Quotes) -> Iterator[Fault]:
    """Yield each text that stands in several paragraphs, once, at the first that repeats it."""
    groups: dict[tuple[str, ...], list[tuple[Item, _Above]]] = {}
    for item, above in under_headings(paper.parts.body):
        own = tuple(spelled(item.text).split())
        if len(own) >= _FEWEST and not _FORM.search(item.text) and not item.is_heading:
            groups.setdefault(own, []).append((item, above))
    for (first, first_above), *others in groups.values():
        found = [(item, severity) for item, above in others if (severity := _severity(above, first_above))]
        if found:
            orders = ", ".join(str(quotes.order(each.paragraph)) for each, _ in found[1:_MOST])
            message = f"đoạn này ghi lại nguyên văn {quotes.place(first.paragraph)}"
            message += f"; còn ghi ở đoạn {orders}{' …' if len(found) > _MOST else ''}" if orders else ""
            yield Fault(found[0][0], message, opening(first.text, _WORDS), "giữ một đoạn", found[0][1])


def _severity(above: _Above, first_above: _Above) -> Severity | None:
    """Return how surely a paragraph is pasted twice; what each office is given under its own name is not."""
    if [id(each) for each in above] == [id(each) for each in first_above]:
        return "warning"
    return None if _has_office(above) or _has_office(first_above) else "info"


def _has_office(above: _Above) -> bool:
    """Whether a heading names an office; the heading of an article, a step or a case does the same for its own."""
    return any(is_office(each.text) or is_group(each.text) or each.text.endswith(":") for each in above)


def _rows(table: Table, quotes: Quotes) -> Iterator[Fault]:
    """Yield the rows of a table that are as one before them but for their number; the repeated head is none."""
    if not table.bordered or not table.rows:
        return
    heads = {_key(row) for row in table.rows[:2] if not row.cells[:1] and row.cells[0].text.isdigit()}
    seen: dict[tuple[str, ...], Row] = {}
    for row in table.rows:
        key = _key(row)
        if sum(map(bool, key)) < _FILLED:
            seen = {}
            continue
        if key in heads or sum(len(each.split()) for each in key) < _FEWEST:
            continue
        first = seen.setdefault(key, row)
        at, model = _at(row), _at(first)
        if first is not row and at is not None and model is not None:
            message = f"dòng này của bảng ghi lại nguyên văn dòng ở {quotes.place(model)}"
            yield Fault(at, message, opening(" | ".join(each for each in key if each), _WORDS), "giữ một dòng")


def _key(row: Row) -> tuple[str, ...]:
    """Return what the row says beside its number."""
    texts = [" ".join(words(each.text)) for each in row.cells]
    return tuple(texts[1:] if texts and texts[0].isalnum() and len(texts[0]) <= _LONGEST_NUMBER else texts)


def _at(row: Row) -> Paragraph | None:
    """Return the longest paragraph of a row."""
    return max((each for cell in row.cells for each in cell.paragraphs), key=lambda each: len(each.shown), default=None)
