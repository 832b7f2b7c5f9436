"""A table of a received plan as a Plan has it: columns with their titles, the rows of its head, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.docx.lines import lines_in
from kegen.docx.model import Block, Cell, Paragraph, Row
from kegen.docx.model import Table as ReadTable
from kegen.importing.broken_lines import all_lines
from kegen.importing.words import text_of
from kegen.plan.model import Column, Table, TableRow
from kegen.vietnamese import fold

_FIELDS = (
    ("number", re.compile(r"(?:s?tt|so-tt|so-thu-tu)\.?")),
    ("helpers", re.compile(r".*phoi-hop.*")),
    ("lead", re.compile(r".*(?:chu-tri|dau-moi|(?:co-quan|don-vi)-(?:thuc-hien|chiu-trach-nhiem)).*")),
    ("watcher", re.compile(r".*(?:theo-doi|don-doc).*")),
    ("deadline", re.compile(r".*(?:thoi-han|thoi-gian|tien-do|han-hoan-thanh|thoi-diem).*")),
    ("product", re.compile(r".*(?:san-pham|ket-qua|dau-ra).*")),
    ("wording", re.compile(r"(?!.*(?:kinh-phi|ghi-chu)).*(?:nhiem-vu|noi-dung|cong-viec|hoat-dong|giai-phap).*")),
)
"""What of a task a column has, by its title; the first that fits."""
_MOST_HEADS = 4
_INDEX = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[A-Z]")
"""A cell of a row under the titles that only numbers the columns."""


def table_of(table: ReadTable) -> Table:
    """Return a table, each of its cells with all that is to be read in it."""
    count = max(table.columns, 1)
    filled = list(_filled(table.rows, count))
    heads = _head_rows(table)
    titles = _titles(filled[:heads], count)
    widths = _shares(table, count)
    columns = tuple(Column(title, width, field_of(title)) for title, width in zip(titles, widths, strict=True))
    upper = filled[: heads - 1] if heads else []
    return Table(_distinct(columns), tuple(filled[heads:]), tuple(upper))


def field_of(title: str) -> str:
    """Return which fact of a task a column of that title has, "" for none."""
    folded = fold(title)
    return next((field for field, pattern in _FIELDS if pattern.fullmatch(folded)), "")


def _distinct(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, a field only for the first that has it."""
    found: list[Column] = []
    for each in columns:
        is_taken = any(each.field == other.field for other in found)
        found.append(each._replace(field="") if is_taken else each)
    return tuple(found)


def _head_rows(table: ReadTable) -> int:
    """Return how many rows head the table: those that Word repeats, else the first with those that go on with it."""
    repeated = 0
    while repeated < len(table.rows) - 1 and repeated < _MOST_HEADS and table.rows[repeated].is_header:
        repeated += 1
    if repeated:
        return max(repeated, _joined(table.rows))
    return _joined(table.rows) if _has_titles(table) else 0


def _joined(rows: Sequence[Row]) -> int:
    """Return how many rows the first takes with those that its cells run down into, or whose cells it spans."""
    count = 1
    while count < min(len(rows) - 1, _MOST_HEADS) and (
        any(cell.continues for cell in rows[count].cells) and any(cell.span > 1 for cell in rows[count - 1].cells)
    ):
        count += 1
    return count


def _has_titles(table: ReadTable) -> bool:
    """Whether the first row names the columns: words in each cell, and a row under it."""
    first = table.rows[0] if table.rows else None
    if first is None or len(table.rows) == 1 or len(first.cells) == 1:
        return False
    return all(any(map(str.isalpha, cell_text(each))) for each in first.cells if not each.continues)


def _titles(heads: Sequence[TableRow], count: int) -> list[str]:
    """Return the title of each column: of the last row of the head."""
    if not heads:
        return [""] * count
    last = heads[-1]
    spans = last.spans or (1,) * len(last.cells)
    titles = [text for text, span in zip(last.cells, spans, strict=True) for text in (text, *[""] * (span - 1))]
    return [" ".join(each.split()) for each in (*titles, *[""] * count)][:count]


def _filled(rows: Sequence[Row], count: int) -> Iterator[TableRow]:
    """Yield the rows; a cell that runs down over several rows says in each what it says."""
    above: dict[int, str] = {}
    for row in rows:
        cells, spans, goes_on, at = [], [], list[int](), 0
        for cell in row.cells:
            gap = max(cell.column - at, 0)
            text = above.get(cell.column, "") if cell.continues else cell_text(cell)
            above[cell.column] = text
            cells += [*[""] * gap, text]
            goes_on += [len(cells) - 1] if cell.continues else []
            spans += [*[1] * gap, max(cell.span, 1)]
            at = cell.column + max(cell.span, 1)
        rest = max(count - at, 0)
        yield _row([*cells, *[""] * rest], [*spans, *[1] * rest])._replace(goes_on=tuple(goes_on))


def _row(cells: Sequence[str], spans: Sequence[int]) -> TableRow:
    return TableRow(tuple(cells), spans=() if all(span == 1 for span in spans) else tuple(spans))


def cell_text(cell: Cell) -> str:
    """Return what a cell says, one line a paragraph."""
    texts = (text for block in cell.blocks for text in _texts(block))
    return "\n".join(text for each in texts if (text := each.strip()))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from map(text_of, all_lines(block))
    else:
        yield from (line.text for line in lines_in(block))


def _shares(table: ReadTable, count: int) -> list[int]:
    """Return the share of each column in a hundred, 0 for all where the file does not tell."""
    widths = [float(each) for each in table.grid[:count]]
    total = sum(widths)
    if len(widths) < count or total <= 0:
        return [0] * count
    return [round(100 * each / total) for each in widths]


def is_index_row(row: TableRow) -> bool:
    """Whether a row only numbers the columns: `(1)`, `(2)` …"""
    said = [each for each in row.cells if each]
    return bool(said) and all(_INDEX.fullmatch(each) for each in said)
