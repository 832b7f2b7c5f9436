"""Who is to do what, as a document's own headings and rows say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.headings import depth_of, under_headings
from kegen.check.offices import is_office, named_in
from kegen.check.paper import Paper
from kegen.docx.model import Cell, Paragraph, Row, Table
from kegen.docx.parts import Item
from kegen.vietnamese import fold

_ASSIGNING = ("to-chuc-thuc-hien", "phan-cong", "trach-nhiem", "to-chuc-trien-khai")
_LEAD = "chu-tri"
_DOES = re.compile(
    r"\s(?:chủ trì|tham mưu|phối hợp|có trách nhiệm|chịu trách nhiệm|thực hiện|triển khai|theo dõi|hướng dẫn|căn cứ"
    r"|rà soát)\b.*"
)
"""What an office does, after its name in a sentence that ends in a colon."""
_NUMBER_AND_NAME = 2
"""Cells of a row that only heads a group of rows."""


class Assigned(NamedTuple):
    """An office that a heading of the assignments names."""

    office: str
    item: Item


class LeadCell(NamedTuple):
    """The cell of a row that names who leads, and all that the row says."""

    text: str
    at: Paragraph
    row: str


def assigned(paper: Paper) -> Iterator[Assigned]:
    """Yield the offices that the headings of the part on assignments name, groups left out."""
    for item, above in under_headings(paper.parts.body):
        if above and any(word in above[0].line.folded for word in _ASSIGNING):
            yield from (Assigned(name, item) for name in _heading_offices(item))


def _heading_offices(item: Item) -> Iterator[str]:
    """Yield the offices that the item, or what it says before a colon, names as a heading."""
    head, colon, _ = item.text.partition(":")
    head = _DOES.sub("", head) if colon else head
    if is_office(head) and not (depth_of(item) is None and head == item.text):
        yield from (name for name in named_in(head) if is_office(name))


def lead_cells(paper: Paper) -> Iterator[LeadCell]:
    """Yield who leads in each row of the tables that have a column for it."""
    for table in paper.parts.all_tables:
        place = _lead_column(table)
        if place is not None:
            first, column = place
            for row in table.rows[first:]:
                yield from _of_row(row, column)


def _lead_column(table: Table) -> tuple[int, int] | None:
    """Return the first row under the head of a table, and the column whose head says `chủ trì`."""
    for index, row in enumerate(table.rows[:2]):
        for cell in row.cells:
            text = _text(cell)
            if _LEAD in fold(text) and cell.span == 1 and "phối hợp" not in text.casefold() and len(row.cells) > 1:
                return index + 1, cell.column
    return None


def _of_row(row: Row, column: int) -> Iterator[LeadCell]:
    texts = [_text(cell) for cell in row.cells]
    cell = next((each for each in row.cells if each.column == column), None)
    if cell is None or cell.span > 1 or cell.continues or _is_numbering(texts):
        return
    at = next((block for block in cell.blocks if isinstance(block, Paragraph)), None)
    if at is not None:
        yield LeadCell(_text(cell), at, " | ".join(texts))


def _is_numbering(texts: list[str]) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)`, or only says a group's number and name."""
    if not any(map(str.isalpha, "".join(texts))):
        return True
    filled = [each for each in texts if each]
    return len(filled) <= _NUMBER_AND_NAME < len(texts)


def _text(cell: Cell) -> str:
    return "\n".join([each.shown for each in cell.paragraphs])
