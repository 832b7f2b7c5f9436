"""Tables: by the lines that are drawn around their cells, or by the tags of a structure tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kegen.docx.lengths import points
from kegen.docx.model import Block, Cell, Paragraph, Row, Run, Table
from kegen.pdf.assembly import Assembly
from kegen.pdf.frames import Frame
from kegen.pdf.lines import lines_on
from kegen.pdf.pages import Glyph, Page, Rule
from kegen.pdf.paragraphs import cut_cell

_NEAR = 3.0
_MOST_COLUMNS = 63
_MOST_ROWS = 500
_HALF = 0.3
"""The middle of a letter is this share of its size above its baseline."""
_BLANKEST = 12.0
"""More than this between text and border is no margin of a cell."""


class GridCell(NamedTuple):
    """A cell between drawn lines: its place in the grid, its box, its characters."""

    column: int
    row: int
    columns: int
    rows: int
    glyphs: tuple[Glyph, ...]


class Grid(NamedTuple):
    """A table on one page as its lines draw it."""

    page: int
    edges: tuple[float, ...]
    """Where its columns begin, and where the last ends."""
    levels: tuple[float, ...]
    """Where its rows begin, and where the last ends."""
    cells: tuple[GridCell, ...]


def grids_on(page: Page) -> tuple[list[Grid], list[Glyph]]:
    """Return the tables that the lines of a page draw, and the characters outside of them."""
    grids: list[Grid] = []
    rest = list(page.glyphs)
    for band in _bands(page.rules):
        lattice = _lattice(band)
        if lattice is not None:
            grid, rest = lattice.filled(page.number, rest)
            if len(grid.cells) > 1 and any(cell.glyphs for cell in grid.cells):
                grids.append(grid)
            else:
                rest += [glyph for cell in grid.cells for glyph in cell.glyphs]
    return grids, rest


def _bands(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the lines that lie together from top to bottom: those of one table."""
    bands: list[list[Rule]] = []
    lowest = float("-inf")
    for rule in sorted(rules, key=lambda each: each.y0):
        if rule.y0 > lowest + _NEAR:
            bands.append([])
        bands[-1].append(rule)
        lowest = max(lowest, rule.y1)
    return bands


class _Lattice(NamedTuple):
    """The edges of a grid, and where lines are drawn along them."""

    edges: list[float]
    levels: list[float]
    upright: set[tuple[int, int]]
    """(edge, row) where a line parts two columns."""
    across: set[tuple[int, int]]
    """(level, column) where a line parts two rows."""

    def filled(self, page: int, glyphs: Iterable[Glyph]) -> tuple[Grid, list[Glyph]]:
        """Return the grid with the characters in its cells, and those outside of it."""
        owner: dict[tuple[int, int], int] = {}
        boxes: list[tuple[int, int, int, int]] = []
        for row in range(len(self.levels) - 1):
            for column in range(len(self.edges) - 1):
                if (column, row) not in owner:
                    boxes.append(self._box(column, row, owner, len(boxes)))
        inside: list[list[Glyph]] = [[] for _ in boxes]
        outside: list[Glyph] = []
        for glyph in glyphs:
            column = bisect_right(self.edges, (glyph.x0 + glyph.x1) / 2) - 1
            row = bisect_right(self.levels, glyph.y - _HALF * glyph.size) - 1
            at = owner.get((column, row))
            (outside if at is None else inside[at]).append(glyph)
        cells = tuple(GridCell(*box, tuple(own)) for box, own in zip(boxes, inside, strict=True))
        return Grid(page, tuple(self.edges), tuple(self.levels), cells), outside

    def _box(self, column: int, row: int, owner: dict[tuple[int, int], int], number: int) -> tuple[int, int, int, int]:
        """Return the cell that begins at a place: as wide and tall as no line and no other cell parts it."""
        last = column
        while last + 2 < len(self.edges) and (last + 1, row) not in self.upright and (last + 1, row) not in owner:
            last += 1
        columns = range(column, last + 1)
        bottom = row
        while bottom + 2 < len(self.levels) and not any((bottom + 1, each) in self.across for each in columns):
            bottom += 1
        for each in columns:
            for down in range(row, bottom + 1):
                owner.setdefault((each, down), number)
        return column, row, last - column + 1, bottom - row + 1


def _lattice(band: Sequence[Rule]) -> _Lattice | None:
    upright = [rule for rule in band if not rule.is_across]
    across = [rule for rule in band if rule.is_across]
    if not upright or len(across) <= 1:
        return None
    edges = _places([*(_middle(rule) for rule in upright), min(each.x0 for each in across), max(each.x1 for each in across)])
    levels = _places([_middle(rule) for rule in across])
    if not (1 < len(edges) <= _MOST_COLUMNS + 1 and 1 < len(levels) <= _MOST_ROWS + 1):
        return None
    parted = {(_nearest(edges, _middle(each)), at) for each in upright for at in _covered(levels, each.y0, each.y1)}
    ruled = {(_nearest(levels, _middle(each)), at) for each in across for at in _covered(edges, each.x0, each.x1)}
    return _Lattice(edges, levels, parted, ruled)


def _middle(rule: Rule) -> float:
    return (rule.y0 + rule.y1) / 2 if rule.is_across else (rule.x0 + rule.x1) / 2


def _places(values: Iterable[float]) -> list[float]:
    """Return the places that values lie at, those near each other as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(places: Sequence[float], value: float) -> int:
    after = bisect_right(places, value)
    near = [at for at in (after - 1, after) if 0 <= at < len(places)]
    return min(near, key=lambda at: abs(places[at] - value))


def _covered(places: Sequence[float], start: float, end: float) -> range:
    """Return the spaces between places whose middle a line from start to end covers."""
    middles = [(a + b) / 2 for a, b in zip(places, places[1:], strict=False)]
    return range(bisect_right(middles, start), bisect_right(middles, end))


def table_of(grids: Sequence[Grid], assembly: Assembly) -> Table:
    """Return a table that goes over the grids of one or more pages."""
    edges = grids[0].edges
    rows: list[Row] = []
    for index, grid in enumerate(grids):
        own = _rows(grid, assembly)
        if index and rows and _says(own[0]) == _says(rows[0]) and _says(rows[0]).strip():
            rows[0] = rows[0]._replace(is_header=True)
            own = own[1:]
        if index and rows and own and _goes_on(rows[-1], own[0]):
            rows[-1] = _joined(rows[-1], own[0])
            own = own[1:]
        rows += own
    widths = tuple(points(b - a) for a, b in zip(edges, edges[1:], strict=False))
    return Table(tuple(rows), bordered=True, section=assembly.section_of(grids[0].page), grid=widths)


def are_one(above: Grid, below: Grid) -> bool:
    """Whether a table at the top of a page goes on with that at the end of the page before."""
    same = len(above.edges) == len(below.edges)
    near = all(abs(a - b) <= _NEAR for a, b in zip(above.edges, below.edges, strict=False))
    return same and near and below.page == above.page + 1


def _rows(grid: Grid, assembly: Assembly) -> list[Row]:
    pad = _margin(grid)
    rows: list[list[Cell]] = [[] for _ in grid.levels[1:]]
    for each in grid.cells:
        frame = Frame(grid.edges[each.column] + pad, grid.edges[each.column + each.columns] - pad)
        stretches = cut_cell(lines_on(grid.page, each.glyphs), frame)
        blocks: tuple[Block, ...] = tuple(assembly.paragraph(stretch, frame) for stretch in stretches)
        cell = Cell(blocks, each.column, each.columns, bordered=True, width=points(frame.width + 2 * pad))
        rows[each.row].append(cell)
        for below in range(each.row + 1, each.row + each.rows):
            rows[below].append(cell._replace(blocks=(), continues=True))
    return [Row(tuple(sorted(cells, key=lambda cell: cell.column))) for cells in rows]


def _margin(grid: Grid) -> float:
    """Return how far the text of the cells stays off the lines, at the least."""
    gaps = [
        glyph.x0 - grid.edges[cell.column]
        for cell in grid.cells
        for glyph in cell.glyphs
        if not glyph.is_blank and 0 < glyph.x0 - grid.edges[cell.column] < _BLANKEST
    ]
    return min(gaps, default=5.0)


def _says(row: Row) -> str:
    return "\t".join(text_of(cell) for cell in row.cells)


def text_of(cell: Cell) -> str:
    """Return the words of a cell, a line a paragraph."""
    return "\n".join(block.text for block in cell.blocks if isinstance(block, Paragraph))


def _goes_on(above: Row, below: Row) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    if [cell.column for cell in above.cells] != [cell.column for cell in below.cells] or len(below.cells) <= 1:
        return False
    if text_of(below.cells[0]).strip() or not any(text_of(cell).strip() for cell in below.cells):
        return False
    pairs = [(text_of(a).strip(), text_of(b).strip()) for a, b in zip(above.cells, below.cells, strict=True)]
    return all(a for a, b in pairs if b) and any(_is_open(a) or b[:1].islower() for a, b in pairs if b)


def _is_open(text: str) -> bool:
    return text[-1:] not in ".;:"


def _joined(above: Row, below: Row) -> Row:
    return above._replace(
        cells=tuple(_joined_cells(a, b) for a, b in zip(above.cells, below.cells, strict=True))
    )


def _joined_cells(above: Cell, below: Cell) -> Cell:
    """Put the rest of a cell to its first part; a sentence that was cut becomes whole."""
    last, first = above.blocks[-1:], below.blocks[:1]
    if last and first and isinstance(last[0], Paragraph) and isinstance(first[0], Paragraph):
        text = first[0].text
        if _is_open(last[0].text) and not text.startswith(("-", "+", "•")):
            runs = (*last[0].runs, Run(" ", last[0].runs[-1].face), *first[0].runs)
            whole = last[0]._replace(runs=runs, text="".join(run.text for run in runs))
            return above._replace(blocks=(*above.blocks[:-1], whole, *below.blocks[1:]))
    return above._replace(blocks=(*above.blocks, *below.blocks))
