"""Who is to do what, as a document's own headings and rows say it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kegen.check.deadlines import tables_of
from kegen.check.offices import is_group, is_office, named_in
from kegen.check.paper import Paper, items
from kegen.check.said import Texts, texts_of
from kegen.document.model import Cell, Paragraph, Row, Table
from kegen.document.parts import Item, Rank
from kegen.vietnamese import fold

_DEPTH: tuple[Rank, ...] = ("phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem", "gach", "cong", "doan")
_ASSIGNING = ("to-chuc-thuc-hien", "phan-cong", "trach-nhiem", "to-chuc-trien-khai")
_LEAD = "chu-tri"
_STOP = ".;/"


class Assigned(NamedTuple):
    """An office that a heading of the assignments names."""

    office: str
    item: Item


class LeadCell(NamedTuple):
    """The cell of a row that names who leads, and all that the row says."""

    text: str
    at: Paragraph
    row: str


def headings_over(paper: Paper) -> tuple[tuple[int, ...], ...]:
    """Return for each item of the body the places of the headings it stands under, the outermost first."""
    return _headings_over(paper.told(items, depth_of))


@lru_cache(maxsize=16)
def _headings_over(depths: tuple[int | None, ...]) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    above: list[tuple[int, int]] = []
    for at, depth in enumerate(depths):
        if depth is not None:
            above = [each for each in above if each[0] < depth]
        found.append(tuple([place for _, place in above]))
        if depth is not None:
            above.append((depth, at))
    return tuple(found)


def depth_of(item: Item) -> int | None:
    """Return how deep a heading stands, None for what is no heading; the bare name of an office is one."""
    if item.is_heading:
        return _DEPTH.index(item.rank)
    if item.text[-1:] not in _STOP and (is_office(item.text) or (is_group(item.text) and item.line.is_bold)):
        return max(_DEPTH.index(item.rank), _DEPTH.index("gach"))
    return None


def assigned(paper: Paper) -> Iterator[Assigned]:
    """Yield the offices that the headings of the part on assignments name, groups left out."""
    assigning, offices = paper.told(items, _is_assigning), paper.told(items, _heading_offices)
    for at, above in enumerate(headings_over(paper)):
        if above and assigning[above[0]]:
            yield from [Assigned(name, paper.parts.body[at]) for name in offices[at]]


def _is_assigning(heading: Item) -> bool:
    return any(word in heading.line.folded for word in _ASSIGNING)


def _heading_offices(item: Item) -> tuple[str, ...]:
    """Return the offices that the item, or what it says before a colon, names as a heading."""
    head = item.text.partition(":")[0]
    if not is_office(head) or (depth_of(item) is None and head == item.text):
        return ()
    return tuple(name for name in named_in(head) if is_office(name))


def lead_cells(paper: Paper) -> tuple[LeadCell, ...]:
    """Return who leads in each row of the tables that have a column for it."""
    return paper.once(_lead_cells)


def _lead_cells(paper: Paper) -> tuple[LeadCell, ...]:
    tables = tuple(tables_of(paper))
    texts = texts_of(paper) if tables else {}
    found = ((table, _lead_column(table, texts)) for table in tables)
    return tuple(
        cell
        for table, place in found
        if place is not None
        for row in table.rows[place[0] :]
        for cell in _of_row(row, place[1], texts)
    )


def _lead_column(table: Table, texts: Texts) -> tuple[int, int] | None:
    """Return the first row under the head of a table, and the column whose head says `chủ trì`."""
    for index, row in enumerate(table.rows[:2]):
        for cell in row.cells:
            text = _text(cell, texts)
            if _LEAD in fold(text) and cell.span == 1 and "phối hợp" not in text.casefold() and len(row.cells) > 1:
                return index + 1, cell.column
    return None


def _of_row(row: Row, column: int, known: Texts) -> Iterator[LeadCell]:
    texts = [_text(cell, known) for cell in row.cells]
    cell = next((each for each in row.cells if each.column == column), None)
    said = [each for each in texts if any(map(str.isalpha, each))]
    if cell is None or cell.span > 1 or cell.continues or not said or _is_numbering(texts):
        return
    at = next((block for block in cell.blocks if isinstance(block, Paragraph)), None)
    if at is not None:
        yield LeadCell(_text(cell, known), at, " | ".join(texts))


def _is_numbering(texts: list[str]) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)`, or only says a group's number and name."""
    filled = [each for each in texts if each]
    return len(filled) <= 2 and len(texts) > 2  # noqa: PLR2004 - a number and a name


def _text(cell: Cell, texts: Texts) -> str:
    lines = (texts.get(id(block), "") for block in cell.blocks if isinstance(block, Paragraph))
    return "\n".join(each for each in lines if each)
