"""How the paragraphs of a part stand: the tables, rows and cells that hold them, told without reading any of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.document.lengths import ZERO, Length, read_length
from kegen.document.model import Border
from kegen.document.properties import Stated, border
from kegen.document.styles import Style, Styles
from kegen.document.xml import MC, Element, W, shown_branch, switch, value

_INSIDE = frozenset(W + name for name in ("customXml", "sdtContent", "sdt", "smartTag", "ins", "moveTo"))


class TableLook(NamedTuple):
    """What a table style gives the cell being read."""

    characters: Stated
    paragraph: Stated


PLAIN = TableLook({}, {})


class Spot(NamedTuple):
    """Where a paragraph stands, and what a table style gives it there: PLAIN itself for nothing."""

    element: Element
    look: TableLook


class CellFrame(NamedTuple):
    """A cell without its text: what it holds, and all else that is to be said of it."""

    content: tuple[Laid, ...]
    said: tuple[int, int, bool, Border | None, Length, bool]


class RowFrame(NamedTuple):
    """A row without its text."""

    cells: tuple[CellFrame, ...]
    is_header: bool


class TableFrame(NamedTuple):
    """A table without its text."""

    rows: tuple[RowFrame, ...]
    bordered: bool
    style: str


Laid = Spot | TableFrame


def lay_out(styles: Styles, element: Element, look: TableLook = PLAIN) -> tuple[Laid, ...]:
    """Return how the paragraphs of a body, cell, header, note or text box stand."""
    return tuple(_table(styles, each) if each.tag == W + "tbl" else Spot(each, look) for each in _children(element))


def _children(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _INSIDE:
            yield from _children(child)
        elif child.tag == MC + "AlternateContent":
            for shown in shown_branch(child):
                if shown.tag in (W + "p", W + "tbl"):
                    yield shown


def _table(styles: Styles, element: Element) -> TableFrame:
    properties = element.find(W + "tblPr")
    named = None if properties is None else value(properties, "tblStyle")
    style = styles.style(named or styles.default_table)
    elements = [row for row in _held(element, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
    edges, wanted = _edges(properties, style), _wanted(properties)
    rows = tuple(
        _row(styles, row, _Grid(style, edges, index, len(elements), wanted)) for index, row in enumerate(elements)
    )
    return TableFrame(rows, any(edges.values()), style.name)


def _held(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, in whatever wraps them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _INSIDE:
            yield from _held(child, tag)


class _Grid(NamedTuple):
    style: Style
    edges: dict[str, Border | None]
    row: int
    rows: int
    wanted: frozenset[str]
    """Which special parts of the table style the table asks for (`w:tblLook`, 17.4.55)."""


_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_STYLED = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


def _wanted(properties: Element | None) -> frozenset[str]:
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(W + "val", "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(
        name for name, bit in _LOOKS.items() if look.get(W + name, "1" if bits & bit else "0") in ("1", "true")
    )


def _edges(properties: Element | None, style: Style) -> dict[str, Border | None]:
    """Return the borders of a table: its own over those of its style and ancestors."""
    names = ("top", "left", "bottom", "right", "insideH", "insideV")
    styled = None if style.element is None else style.element.find(f"{W}tblPr/{W}tblBorders")
    own = None if properties is None else properties.find(W + "tblBorders")
    found: dict[str, Border | None] = dict.fromkeys(names)
    for borders in (styled, own):
        for name in names:
            edge = None if borders is None else borders.find(W + name)
            if edge is not None:
                found[name] = border(edge)
    return found


def _row(styles: Styles, element: Element, grid: _Grid) -> RowFrame:
    cells: list[CellFrame] = []
    before = element.find(f"{W}trPr/{W}gridBefore")
    column = _count(None if before is None else before.get(W + "val"), 0)
    inside = list(_held(element, W + "tc"))
    for index, cell in enumerate(inside):
        properties = cell.find(W + "tcPr")
        span = _count(None if properties is None else value(properties, "gridSpan"), 1)
        look = _look(grid, (index == 0, index == len(inside) - 1))
        cells.append(CellFrame(lay_out(styles, cell, look), (column, span, *_drawn(properties, grid))))
        column += span
    return RowFrame(tuple(cells), switch(element.find(W + "trPr"), "tblHeader"))


def _drawn(properties: Element | None, grid: _Grid) -> tuple[bool, Border | None, Length, bool]:
    """Return whether a cell has an edge, its lower one, its width, and whether it goes on with the cell above."""
    width = None if properties is None else properties.find(W + "tcW")
    own = None if properties is None else properties.find(W + "tcBorders")
    bottom = _edge(own, "bottom", grid.edges["bottom" if grid.row == grid.rows - 1 else "insideH"])
    edges = [_edge(own, name, grid.edges[name]) for name in ("top", "left", "right")]
    is_dxa = width is not None and width.get(W + "type", "dxa") == "dxa"
    length = read_length(width.get(W + "w")) if width is not None and is_dxa else None
    return bottom is not None or any(edges), bottom, length or ZERO, _continues(properties)


def _continues(properties: Element | None) -> bool:
    merge = None if properties is None else properties.find(W + "vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


_LOGICAL = {"left": "start", "right": "end"}
"""Edges go by these names too (ECMA-376 Part 1, 17.4.12 of later editions)."""


def _edge(own: Element | None, name: str, otherwise: Border | None) -> Border | None:
    stated = None if own is None else own.find(W + name)
    if stated is None and own is not None and name in _LOGICAL:
        stated = own.find(W + _LOGICAL[name])
    return otherwise if stated is None else border(stated)


def _look(grid: _Grid, ends: tuple[bool, bool]) -> TableLook:
    """Return what the table style gives a cell: the whole table's, then that of its first row and the like."""
    style = grid.style
    characters, paragraph = dict(style.characters), dict(style.paragraph)
    met = {
        "firstColumn": ends[0],
        "lastColumn": ends[1],
        "firstRow": grid.row == 0,
        "lastRow": grid.row == grid.rows - 1,
    }
    for name, is_met in met.items():
        if is_met and name in grid.wanted and _STYLED[name] in style.conditions:
            more = style.conditions[_STYLED[name]]
            characters |= more[0]
            paragraph |= more[1]
    return TableLook(characters, paragraph) if characters or paragraph else PLAIN


def _count(text: str | None, otherwise: int) -> int:
    return min(int(text), 63) if text and text.isascii() and text.isdigit() and len(text) < 4 else otherwise  # noqa: PLR2004 - Word has 63 columns
