"""The grid of a tagged table: which row and column each cell has, and where the columns begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine
from kegen.pdf.pages import Tag

_ROW_GROUPS = ("THead", "TBody", "TFoot")
_MOST_TAKEN = 200_000
Placed = tuple[int, int, Tag | None]
"""Row, column and cell; None for an empty cell."""


def rows_of(table: Tag) -> Iterator[Tag | None]:
    """Yield the rows of a table in order; None for an empty one."""
    for kid in table.kids:
        if isinstance(kid, Tag) and kid.kind in _ROW_GROUPS:
            yield from rows_of(kid)
        elif kid is None or (isinstance(kid, Tag) and kid.kind == "TR"):
            yield kid


def placed_cells(rows: Sequence[Tag | None]) -> Iterator[Placed]:
    """Yield each cell with its row and column: cells from above that go on take their places."""
    taken: set[tuple[int, int]] = set()
    most = max((sum(cell.columns if cell else 0 for cell in _cells(tag)) for tag in rows), default=1)
    for row, tag in enumerate(rows):
        column = 0
        for own in _cells(tag):
            while (row, column) in taken:
                column += 1
            if own is None and column >= most:
                break  # LibreOffice has more of them than there are columns
            height, width = (own.rows, own.columns) if own else (1, 1)
            height = min(height, len(rows) - row)
            if height * width > 1 and len(taken) < _MOST_TAKEN:
                taken.update((row + down, column + across) for down in range(height) for across in range(width))
            taken.add((row, column))
            yield row, column, None if own is None else own._replace(rows=height)
            column += width


def _cells(row: Tag | None) -> list[Tag | None]:
    return [each if isinstance(each, Tag) else None for each in (row.kids if row else ())]


def edges_of(
    frame: Frame, placed: Sequence[Placed], cells: dict[int, tuple[TextLine, ...]], columns: int
) -> list[float]:
    """Return where the columns begin: in the middle between the words of one and of the next."""
    starts, ends = [float("inf")] * columns, [float("-inf")] * columns
    for _, column, cell in placed:
        if cell is not None and cell.columns == 1 and column < columns:
            for line in cells[id(cell)]:
                starts[column], ends[column] = min(starts[column], line.x0), max(ends[column], line.x1)
    edges = [frame.left]
    for column in range(1, columns):
        before, after = ends[column - 1], starts[column]
        known = [each for each in (before, after) if abs(each) != float("inf")]
        edges.append(max(edges[-1], sum(known) / len(known)) if known else edges[-1])
    return [*edges, max(frame.right, edges[-1])]
