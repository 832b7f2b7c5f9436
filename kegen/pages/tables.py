"""Tables set into columns and rows: as wide as their grid says, as high as what stands in them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from kegen.docx.model import Block, Border, Cell, Row, Table
from kegen.pages.boxes import Box, CellBox, RowBox, TableBox
from kegen.pages.stacking import stack

SetBlocks = Callable[[Sequence[Block], float], tuple[Box, ...]]


def set_table(table: Table, width: float, set_blocks: SetBlocks) -> TableBox:
    """Return a table set in a column of that width in twips; `set_blocks` sets what stands in a cell."""
    edges = _edges(table, width)
    spans = _rows_of_cells(table)
    rows = [_set_row(table, index, edges, spans, set_blocks) for index in range(len(table.rows))]
    rows = _make_room(rows)
    heads = len(list(itertools.takewhile(lambda row: row.is_header, table.rows)))
    heads = heads if heads < len(rows) else 0
    last = _thickest(cell.bottom for cell in table.rows[-1].cells) if table.rows else 0.0
    left = {"center": (width - edges[-1]) / 2, "right": width - edges[-1]}.get(table.alignment, table.indent.twips)
    return TableBox(table, left, edges[-1], tuple(rows[:heads]), tuple(rows[heads:]), last)


def _edges(table: Table, width: float) -> tuple[float, ...]:
    """Return where each column of the grid begins, and where the last one ends, in twips."""
    widths = [each.twips for each in table.grid[: table.columns]]
    if len(widths) < table.columns or not all(widths):
        widths = [width / max(table.columns, 1)] * table.columns
    return tuple(itertools.accumulate(widths, initial=0.0))


def _rows_of_cells(table: Table) -> dict[tuple[int, int], int]:
    """Return over how many rows each cell goes, by row and column; 0 for one that only continues."""
    found: dict[tuple[int, int], int] = {}
    begun: dict[int, tuple[int, int]] = {}
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.continues and cell.column in begun:
                found[begun[cell.column]] += 1
                found[index, cell.column] = 0
            else:
                begun[cell.column] = (index, cell.column)
                found[index, cell.column] = 1
    return found


def _set_row(
    table: Table,
    index: int,
    edges: tuple[float, ...],
    spans: dict[tuple[int, int], int],
    set_blocks: SetBlocks,
) -> RowBox:
    row = table.rows[index]
    above = [table.rows[index - 1]] if index else []
    line = _thickest([cell.top for cell in row.cells] + [cell.bottom for each in above for cell in each.cells])
    cells = [_set_cell(cell, line, edges, spans[index, cell.column], set_blocks) for cell in row.cells]
    needed = max([each.above + each.height + each.below for each in cells if each.rows == 1], default=line)
    height = row.height.twips if row.is_exact else max(needed, row.height.twips)
    foot = sum(placed.box.foot for cell in cells for placed in cell.content)
    return RowBox(row, tuple(cells), height, foot, _keeps(row))


def _set_cell(cell: Cell, line: float, edges: tuple[float, ...], rows: int, set_blocks: SetBlocks) -> CellBox:
    last = len(edges) - 1
    left, right = edges[min(cell.column, last)], edges[min(cell.column + cell.span, last)]
    inner = cell.margins.left.twips + _thickness(cell.left) / 2
    width = right - left - cell.margins.left.twips - cell.margins.right.twips
    content, height = stack(set_blocks(cell.blocks, max(width, 1.0)) if rows else ())
    above, below = line + cell.margins.top.twips, cell.margins.bottom.twips
    return CellBox(cell, left, right - left, inner, width, above, below, content, height, rows)


def _make_room(rows: list[RowBox]) -> list[RowBox]:
    """Return the rows, the last one of each cell that goes over several made high enough for it."""
    heights = [row.height for row in rows]
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.rows > 1:
                last = index + cell.rows - 1
                needed = cell.above + cell.height + cell.below
                heights[last] += max(0.0, needed - sum(heights[index : last + 1]))
    return [row._replace(height=height) for row, height in zip(rows, heights, strict=True)]


def _keeps(row: Row) -> bool:
    """Whether a row stays on the page of the next: its first paragraph says so (LibreOffice's rule for Word files)."""
    first = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    while isinstance(first, Table):
        first = first.rows[0].cells[0].blocks[0] if first.rows and first.rows[0].cells else None
    return first is not None and first.format.keep_next


def _thickest(borders: Iterable[Border | None]) -> float:
    return max(map(_thickness, borders), default=0.0)


def _thickness(border: Border | None) -> float:
    return 0.0 if border is None else border.width.twips
