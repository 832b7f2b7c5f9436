"""What is set on pages: lines, paragraphs, rows and tables with their sizes in twips, before and after breaking."""

from __future__ import annotations

from typing import NamedTuple

from kegen.docx.model import Cell, Face, Paragraph, ParagraphFormat, Row, Table
from kegen.pages.tabs import Tab


class Span(NamedTuple):
    """Characters of one look on one line."""

    text: str
    face: Face
    note: int = 0
    """The number of the footnote that it is the sign of, 0 for none."""


class Line(NamedTuple):
    """One line of a paragraph."""

    spans: tuple[Span, ...]
    tabs: tuple[Tab, ...]
    """Each tab in it."""
    left: float
    """From the left edge of the column to where the line may begin."""
    room: float
    """How wide it may be."""
    height: float
    least: float
    """How much of its height has to fit at the foot of a page: wide spacing may hang over (LibreOffice's rule)."""
    size: float
    """The size of its largest characters, in points."""
    ends: bool
    """Whether it is the last of the paragraph, or one that a line break ends: it is not justified."""
    notes: tuple[int, ...] = ()
    """The footnotes referred to on it."""
    foot: float = 0.0
    """The height of those footnotes."""
    ends_page: bool = False
    """Whether a page break follows."""


class ParagraphBox(NamedTuple):
    """A paragraph, or the part of it that stands on one page."""

    paragraph: Paragraph
    lines: tuple[Line, ...]
    starts: bool = True
    """Whether it begins with the first line of the paragraph."""
    ends: bool = True

    @property
    def format(self) -> ParagraphFormat:
        """How it stands on the page."""
        return self.paragraph.format

    @property
    def height(self) -> float:
        """The height of its lines, without the blank above and below."""
        return sum(line.height for line in self.lines)

    @property
    def foot(self) -> float:
        """The height of the footnotes referred to in it."""
        return sum(line.foot for line in self.lines)


class Placed(NamedTuple):
    """A box and how far below the top of its column it stands."""

    top: float
    box: Box


class CellBox(NamedTuple):
    """A cell of a row with what stands in it."""

    cell: Cell
    left: float
    """From the left edge of the table to the cell's."""
    width: float
    inner_left: float
    """From the left edge of the cell to its text."""
    inner_width: float
    above: float
    """From the upper edge of the row to its text: border and margin."""
    below: float
    content: tuple[Placed, ...]
    height: float
    """The height of its content with the blank before and after each paragraph."""
    rows: int = 1
    """Over how many rows it goes."""


class RowBox(NamedTuple):
    """A row, or the part of it that stands on one page."""

    row: Row
    cells: tuple[CellBox, ...]
    height: float
    foot: float
    keep_next: bool

    @property
    def least(self) -> float:
        """How much of its height has to fit at the foot of a page: all."""
        return self.height


class TableBox(NamedTuple):
    """A table, or the part of it that stands on one page."""

    table: Table
    left: float
    width: float
    heads: tuple[RowBox, ...]
    """The rows repeated at the top of each page."""
    rows: tuple[RowBox, ...]
    last_edge: float
    """How thick the border below its last row is."""
    starts: bool = True

    @property
    def height(self) -> float:
        """The height of its rows and borders."""
        return sum(row.height for row in (*self.heads, *self.rows)) + self.last_edge

    @property
    def foot(self) -> float:
        """The height of the footnotes referred to in it."""
        return sum(row.foot for row in self.rows)


Box = ParagraphBox | TableBox
