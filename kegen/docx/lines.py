"""The lines a reader sees, whatever carries them: cells side by side, tabs, text boxes, line breaks."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.docx.lengths import ZERO, Length
from kegen.docx.model import Block, Cell, Face, Paragraph, Row, Run, Table, TextBox, shown_of, tidy
from kegen.vietnamese import fold

Side = Literal["left", "right", "whole"]

_GAP = re.compile(r"\t+|[ \u00a0]{5,}")
_MARK = re.compile(
    r"\s*(?:[-–—−‒+•*▪●■□○◦➢✓§→·>o\ue000-\uf8ff]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]{1,2}|[ivxIVX]{1,6})\s?[.)/:]?"
    r"|(?:Điều|Chương|Phần|Mục)\s+[\dIVX]+[.:]?)\s*"
)
"""What leads a line of a list: the gap after it sets nothing side by side."""
_NUMBER_AND_DATE = re.compile(r"\s*(Số\s*:.{0,80}?/\s*\S{1,80})[\t \u00a0]+(.{1,80}?,\s*ngày\b.*)", re.DOTALL)
_NUMBER = re.compile(r"\s*Số\s*:")
_DATE = re.compile(r"ngày\s.{0,80}tháng\s")

_LEFT = 0.4
"""A cell whose middle lies within this share of its table is on the left."""
_WHOLE = 0.85
"""The only cell of a row that takes more of its table than this stands in the middle of the page."""
Edges = tuple[float, ...]
"""Where the columns of a table begin, from 0 at its left edge to 1 at its right one."""
ROWS_IN_BLOCK = 1_000_000
LINES_IN_ROW = 1_000


class Line(NamedTuple):
    """One line of text: what it says, how it looks, where it stands."""

    text: str
    """As a reader sees it: precomposed, capitals as shown, blanks made single, note signs (raised digits) left out."""
    raw: str
    """As it stands in the file."""
    runs: tuple[Run, ...]
    paragraph: Paragraph
    side: Side = "whole"
    row: int = 0
    """Grows down the page: by ROWS_IN_BLOCK a block, in a table by LINES_IN_ROW a row and by 1 a line."""
    width: Length = ZERO
    """The width of the cell it stands in, 0 for none."""
    box: TextBox | None = None
    """The text box it stands in."""

    @property
    def block(self) -> int:
        """The index of the block it stands in, among those given to `lines_of`."""
        return self.row // ROWS_IN_BLOCK

    def is_beside(self, other: Line) -> bool:
        """Whether both stand in one row of a table, or in one paragraph."""
        return self.row // LINES_IN_ROW == other.row // LINES_IN_ROW

    @property
    def faces(self) -> tuple[Face, ...]:
        """The looks of its letters and digits, in order, not those of note signs; of its marks where it has no letters.

        A mark beside letters in another look strikes no eye.
        """
        shown = [run for run in self.runs if not run.is_note_sign]
        words = [run.face for run in shown if any(map(str.isalnum, run.text))]
        return tuple(words or [run.face for run in shown if run.text.strip()])

    @property
    def folded(self) -> str:
        """The text for comparing only."""
        return fold(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_italic(self) -> bool:
        """Whether all its characters are italic."""
        return bool(self.faces) and all(face.italic for face in self.faces)

    @property
    def is_bold(self) -> bool:
        """Whether all its characters are bold."""
        return bool(self.faces) and all(face.bold for face in self.faces)


def line_of(paragraph: Paragraph) -> Line:
    """Return a paragraph as one line, which its automatic label leads."""
    return Line(paragraph.shown, paragraph.text, paragraph.runs, paragraph)


def _line(paragraph: Paragraph, runs: tuple[Run, ...]) -> Line:
    if runs == paragraph.runs and not paragraph.label:
        return line_of(paragraph)
    return Line(tidy(shown_of(runs)), "".join([run.text for run in runs]), runs, paragraph)


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield the non-empty lines of the blocks, left before right."""
    for index, block in enumerate(blocks):
        yield from _lines(block, index * ROWS_IN_BLOCK)


def lines_in(block: Block) -> tuple[Line, ...]:
    """Return the non-empty lines of one block."""
    return tuple(_lines(block, 0))


def boxed_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield those of the lines that stand in text boxes."""
    for index, block in enumerate(blocks):
        if _has_box(block):
            yield from (line for line in _lines(block, index * ROWS_IN_BLOCK) if line.box is not None)


def _has_box(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return any(isinstance(each, TextBox) for each in block.shapes)
    return any(_has_box(each) for row in block.rows for cell in row.cells for each in cell.blocks)


def _lines(block: Block, row: int) -> Iterator[Line]:
    """Yield the lines of a block that stands in that row, those of its text boxes last."""
    if isinstance(block, Table):
        yield from _table_lines(block, row)
        return
    for line in _pieces(block):
        if line.text:
            yield line._replace(row=row)
    for box in block.shapes:
        if isinstance(box, TextBox):
            for line in lines_of(box.blocks):
                yield line._replace(row=row, box=box)


def _table_lines(table: Table, row: int) -> Iterator[Line]:
    for index, (each, edges) in enumerate(rows_shown(table)):
        for cell in each.cells:
            side = side_of(cell, each, edges)
            lines = (line for block in cell.blocks for line in _lines(block, 0))
            for depth, line in enumerate(lines):
                yield line._replace(side=side, row=row + LINES_IN_ROW * index + depth, width=cell.width)


def rows_shown(table: Table) -> Iterator[tuple[Row, Edges]]:
    """Yield the rows and where columns begin there; a row that only holds a table gives that table's rows instead."""
    edges = edges_of(table)
    for row in table.rows:
        speaking = [cell for cell in row.cells if any(map(_says, cell.blocks))]
        if len(speaking) != 1 or not any(isinstance(block, Table) for block in speaking[0].blocks):
            yield row, edges
            continue
        for block in speaking[0].blocks:
            if isinstance(block, Table):
                yield from rows_shown(block)
            else:
                yield Row((speaking[0]._replace(blocks=(block,)),)), edges


def split_rows(table: Table, line: Line) -> tuple[Table, Table]:
    """Return a table that holds a line as two: the rows above the line's own, and the rest."""
    rows = [row for row, _ in rows_shown(table)]
    at = line.row % ROWS_IN_BLOCK // LINES_IN_ROW
    return table._replace(rows=tuple(rows[:at])), table._replace(rows=tuple(rows[at:]))


def _says(block: Block) -> bool:
    """Whether something is to be read or seen in a block."""
    if isinstance(block, Paragraph):
        return not block.is_empty or bool(block.shapes)
    return any(_says(each) for row in block.rows for cell in row.cells for each in cell.blocks)


def side_of(cell: Cell, row: Row, edges: Edges) -> Side:
    """Return the side of the page that a cell stands on, by where Word draws it."""
    start, end = edges[cell.column], edges[cell.column + cell.span]
    if (cell.column == 0 and end >= 1) or (end - start > _WHOLE and len(row.cells) == 1):
        return "whole"
    return "left" if cell.column == 0 or (start + end) / 2 < _LEFT else "right"


def edges_of(table: Table) -> Edges:
    """Return how far across a table each of its columns begins, and 1 for its end."""
    count = table.columns
    widths = [float(each) for each in table.grid[:count]]
    if len(widths) < count or not sum(widths):
        widths = [1.0] * count
    starts = list(itertools.accumulate(widths, initial=0.0))
    return tuple(start / starts[-1] for start in starts) if starts[-1] else (0.0, 1.0)


def _pieces(paragraph: Paragraph) -> Iterator[Line]:
    """Yield the lines of a paragraph: cut at line breaks, and where tabs or many blanks set texts side by side."""
    text = "".join([run.text for run in paragraph.runs])
    starts = list(itertools.accumulate((len(run.text) for run in paragraph.runs), initial=0))
    start = 0
    for piece in text.splitlines(keepends=True) or [""]:
        first, *beside = [each for each in _sides(piece) if piece[slice(*each)].strip()] or [(0, len(piece))]
        if not beside:
            whole = _line(paragraph, _cut(paragraph.runs, starts, start, start + len(piece)))
            has_label = start == 0 and paragraph.label
            yield whole._replace(text=f"{paragraph.label} {whole.text}") if has_label else whole
        else:
            spans = [first, *beside]
            stacked = "\t" not in piece and len(beside) == 1 and all(piece[slice(*each)].isupper() for each in spans)
            for index, (a, b) in enumerate(spans):
                side: Side = "whole" if stacked else "left" if index == 0 else "right"
                yield _line(paragraph, _cut(paragraph.runs, starts, start + a, start + b))._replace(side=side)
        start += len(piece)


def _sides(text: str) -> list[tuple[int, int]]:
    """Return the spans of the texts side by side: number and date, capitals beside capitals, texts apart by tabs."""
    if match := _NUMBER_AND_DATE.fullmatch(text):
        return [match.span(1), match.span(2)]
    if _NUMBER.match(text) or _DATE.search(text):
        return [(0, len(text))]
    spans, start, all_upper = [], 0, text.isupper()
    for gap in _GAP.finditer(text):
        if _MARK.fullmatch(text, 0, gap.start()):
            continue
        if "\t" in gap[0] or (all_upper and _has_letter(text[: gap.start()]) and _has_letter(text[gap.end() :])):
            spans.append((start, gap.start()))
            start = gap.end()
    return [*spans, (start, len(text))]


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _cut(runs: tuple[Run, ...], starts: list[int], start: int, end: int) -> tuple[Run, ...]:
    """Return what of the runs lies between two places of their joined text; `starts` is where each begins in it."""
    found = []
    for index in range(bisect.bisect_right(starts, start) - 1, len(runs)):
        run, at = runs[index], starts[index]
        if at >= end:
            break
        a, b = max(start - at, 0), min(end - at, len(run.text))
        if a < b:
            found.append(run if b - a == len(run.text) else Run(run.text[a:b], run.face))
    return tuple(found)
