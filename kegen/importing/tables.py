"""A table of a received plan as a Plan has it: columns with their titles, the rows of its head, its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.docx.lines import lines_in
from kegen.docx.model import Block, Cell, Paragraph, Row
from kegen.docx.model import Table as ReadTable
from kegen.importing.broken_lines import all_lines
from kegen.importing.columns import fields_of
from kegen.importing.words import text_of
from kegen.plan.model import Column, Table, TableRow

_MOST_HEADS = 4


def table_of(table: ReadTable) -> Table:
    """Return a table, each of its cells with all that is to be read in it."""
    count = max(table.columns, 1)
    filled = list(_filled(table.rows, count))
    heads = _head_rows(table)
    titles = _titles(filled[:heads], count)
    widths = _widths(table, count)
    columns = tuple(map(Column, titles, widths, fields_of(titles)))
    upper = filled[: heads - 1] if heads else []
    return Table(columns, tuple(filled[heads:]), tuple(upper))


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


def _widths(table: ReadTable, count: int) -> list[int]:
    """Return the width of each column in twips, 0 for all where the file does not tell."""
    widths = [round(each.twips) for each in table.grid[:count]]
    return widths if len(widths) == count and all(each > 0 for each in widths) else [0] * count
