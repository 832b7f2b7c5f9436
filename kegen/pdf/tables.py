"""Tables: by the lines that are drawn around their cells, or by the tags of a structure tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kegen.docx.lengths import points
from kegen.docx.model import Block, Cell, Row, Table
from kegen.pdf.assembly import Assembly
from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine, in_rows, lines_on
from kegen.pdf.pages import Glyph, Page, Rule
from kegen.pdf.paragraphs import cut_cell

_NEAR = 3.0
_MOST_COLUMNS = 63
_MOST_ROWS = 500
_MOST_RULES = 5_000
"""A page with more lines than this is a drawing."""
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
    for band in _bands(page.rules) if len(page.rules) <= _MOST_RULES else ():
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
    edges = _places(
        [*(_middle(rule) for rule in upright), min(each.x0 for each in across), max(each.x1 for each in across)]
    )
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
    middles = [(a + b) / 2 for a, b in pairwise(places)]
    return range(bisect_right(middles, start), bisect_right(middles, end))


class _Slot(NamedTuple):
    """A cell on its way: where it stands, its lines on all pages, its text area."""

    column: int
    columns: int
    lines: tuple[TextLine, ...]
    frame: Frame
    continues: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(line.text for line in self.lines)


def table_of(grids: Sequence[Grid], assembly: Assembly) -> Table:
    """Return a table that goes over the grids of one or more pages."""
    rows: list[list[_Slot]] = []
    headers = 0
    for index, grid in enumerate(grids):
        own = _slots(grid)
        if index:
            repeated = _repeated(rows, own)
            headers = max(headers, repeated)
            own = own[repeated:]
            if own and rows and _goes_on(rows[-1], own[0]):
                rows[-1] = [a._replace(lines=a.lines + b.lines) for a, b in zip(rows[-1], own[0], strict=True)]
                own = own[1:]
            elif own and rows:
                own[0] = _continued(rows[-1], own[0])
        rows += own
    edges = grids[0].edges
    widths = tuple(points(b - a) for a, b in pairwise(edges))
    made = tuple(
        Row(tuple(_cell(slot, assembly) for slot in row), is_header=at < headers) for at, row in enumerate(rows)
    )
    return Table(made, bordered=True, section=assembly.section_of(grids[0].page), grid=widths)


def _cell(slot: _Slot, assembly: Assembly) -> Cell:
    stretches = cut_cell(slot.lines, slot.frame)
    blocks: tuple[Block, ...] = tuple(assembly.paragraph(stretch, slot.frame) for stretch in stretches)
    width = points(slot.frame.width)
    return Cell(blocks, slot.column, slot.columns, bordered=True, width=width, continues=slot.continues)


def are_one(above: Grid, below: Grid) -> bool:
    """Whether a table at the top of a page goes on with that at the end of the page before."""
    same = len(above.edges) == len(below.edges)
    near = all(abs(a - b) <= _NEAR for a, b in zip(above.edges, below.edges, strict=False))
    return same and near and below.page == above.page + 1


def _slots(grid: Grid) -> list[list[_Slot]]:
    """Return the rows of one page."""
    pad = _margin(grid)
    rows: list[list[_Slot]] = [[] for _ in grid.levels[1:]]
    for each in grid.cells:
        frame = Frame(grid.edges[each.column] + pad, grid.edges[each.column + each.columns] - pad)
        slot = _Slot(each.column, each.columns, tuple(in_rows(lines_on(grid.page, each.glyphs))), frame)
        rows[each.row].append(slot)
        for below in range(each.row + 1, each.row + each.rows):
            rows[below].append(slot._replace(lines=(), continues=True))
    return [sorted(row, key=lambda slot: slot.column) for row in rows]


def _repeated(rows: Sequence[Sequence[_Slot]], own: Sequence[Sequence[_Slot]]) -> int:
    """Return how many rows at the top of a page repeat those at the top of the table."""
    count = 0
    for one, other in zip(rows, own, strict=False):
        texts = [slot.text for slot in one]
        if texts != [slot.text for slot in other] or not any(texts):
            break
        count += 1
    return count


def _margin(grid: Grid) -> float:
    """Return how far the text of the cells stays off the lines, at the least."""
    gaps = [
        glyph.x0 - grid.edges[cell.column]
        for cell in grid.cells
        for glyph in cell.glyphs
        if not glyph.is_blank and 0 < glyph.x0 - grid.edges[cell.column] < _BLANKEST
    ]
    return min(gaps, default=5.0)


def _goes_on(above: Sequence[_Slot], below: Sequence[_Slot]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before: a cell breaks off in a sentence.

    None may have ended where another begins, and one at least must go on in small letters.
    """
    if [(slot.column, slot.columns) for slot in above] != [(slot.column, slot.columns) for slot in below]:
        return False
    if len(below) <= 1 or below[0].lines:
        return False
    pairs = [(a, b) for a, b in zip(above, below, strict=True) if b.lines]
    cut = [bool(a.lines) and len(cut_cell((a.lines[-1], b.lines[0]), a.frame)) == 1 for a, b in pairs]
    return bool(cut) and all(cut) and any(not b.text[:1].isupper() for _, b in pairs)


def _continued(above: Sequence[_Slot], below: list[_Slot]) -> list[_Slot]:
    """Return the first row of a page with its first cells, where they are empty, as going on with those above."""
    if len(above) != len(below) or not any(slot.lines for slot in below):
        return below
    filled = next(index for index, slot in enumerate(below) if slot.lines)
    return [slot._replace(continues=slot.continues or index < filled) for index, slot in enumerate(below)]
