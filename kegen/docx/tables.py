"""How the cells of a table stand and what its style gives them, without what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.docx.lengths import ZERO, Length, read_length
from kegen.docx.model import Border, CellMargins
from kegen.docx.properties import read_border
from kegen.docx.styles import PLAIN, Style, Styles, TableFormatting
from kegen.docx.xml import WRAPPERS, Element, W, value, whole_number

_MOST_COLUMNS = 63
"""Word has no more."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LOGICAL = {"left": "start", "right": "end"}
"""Edges go by these names too (ECMA-376 Part 1, 17.4.12 of later editions)."""
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
"""The bits of `w:tblLook` (17.4.55) and the attributes that stand for them."""
_CONDITIONS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}
"""What a table style calls them (17.18.89)."""


class Grid(NamedTuple):
    """A table: its rows, but for deleted ones, and what all its cells share."""

    rows: list[Element]
    style: Style
    edges: dict[str, Border | None]
    widths: tuple[Length, ...]
    """Those of its columns (17.4.48)."""
    margins: CellMargins
    """Those of each cell that has none of its own."""
    indent: Length
    alignment: str
    special: frozenset[str]
    """The rows and columns for which the table asks its style for a look of their own."""


class CellLayout(NamedTuple):
    """Where a cell stands and how it is drawn: the fields of `Cell` but for its blocks."""

    column: int
    span: int
    bordered: bool
    bottom: Border | None
    width: Length
    continues: bool
    top: Border | None
    left: Border | None
    right: Border | None
    margins: CellMargins
    stands: str


class GridCell(NamedTuple):
    """A cell of a row that is yet to be read."""

    element: Element
    inherited: TableFormatting
    layout: CellLayout


def read_grid(table: Element, styles: Styles) -> Grid:
    """Return the rows of a `w:tbl` and what they share."""
    properties = table.find(W + "tblPr")
    named = None if properties is None else value(properties, "tblStyle")
    style = styles.style(named or styles.default_table)
    rows = [row for row in _wrapped(table, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
    margins = style.margins, styles.style(styles.default_table).margins
    return Grid(
        rows,
        style,
        _edges(properties, style),
        _widths(table),
        _margins(_child(properties, "tblCellMar"), _margins(next((m for m in margins if m is not None), None))),
        _width(_child(properties, "tblInd")),
        (None if properties is None else value(properties, "jc")) or "left",
        _special(properties),
    )


def _child(properties: Element | None, name: str) -> Element | None:
    return None if properties is None else properties.find(W + name)


def _margins(stated: Element | None, otherwise: CellMargins = CellMargins()) -> CellMargins:  # noqa: B008 - frozen
    """Return the margins that a `w:tblCellMar` or `w:tcMar` states, over those of the level above."""
    if stated is None:
        return otherwise
    found = {name: stated.find(W + name) for name in CellMargins._fields}
    for name, logical in _LOGICAL.items():
        found[name] = stated.find(W + logical) if found[name] is None else found[name]
    return otherwise._replace(**{name: _width(each) for name, each in found.items() if each is not None})


def _widths(table: Element) -> tuple[Length, ...]:
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    return tuple([read_length(each.get(W + "w")) or ZERO for each in columns][:_MOST_COLUMNS])


def cells_of(grid: Grid, row: int) -> Iterator[GridCell]:
    """Yield the cells of one row from left to right."""
    elements = list(_wrapped(grid.rows[row], W + "tc"))
    skipped = grid.rows[row].find(f"{W}trPr/{W}gridBefore")
    column = _columns(None if skipped is None else skipped.get(W + "val"), 0)
    for index, element in enumerate(elements):
        properties = element.find(W + "tcPr")
        stated = {} if properties is None else {each.tag: each for each in reversed(properties)}
        span = _columns(_value(stated, "gridSpan"), 1)
        met = {
            "firstColumn": index == 0,
            "lastColumn": index == len(elements) - 1,
            "firstRow": row == 0,
            "lastRow": row == len(grid.rows) - 1,
        }
        edges = {
            "top": grid.edges["top" if met["firstRow"] else "insideH"],
            "left": grid.edges["left" if met["firstColumn"] else "insideV"],
            "bottom": grid.edges["bottom" if met["lastRow"] else "insideH"],
            "right": grid.edges["right" if met["lastColumn"] else "insideV"],
        }
        yield GridCell(element, _inherited(grid, met), _layout(grid, stated, column, span, edges))
        column += span


def _value(stated: dict[str, Element], name: str) -> str | None:
    found = stated.get(W + name)
    return None if found is None else found.get(W + "val", "")


def _wrapped(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, in whatever wraps them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _wrapped(child, tag)


def _edges(properties: Element | None, style: Style) -> dict[str, Border | None]:
    """Return the borders of a table: its own over those of its style."""
    own = None if properties is None else properties.find(W + "tblBorders")
    found: dict[str, Border | None] = dict.fromkeys(_EDGES)
    for borders in (style.borders, own):
        for name in _EDGES:
            edge = None if borders is None else borders.find(W + name)
            if edge is not None:
                found[name] = read_border(edge)
    return found


def _special(properties: Element | None) -> frozenset[str]:
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(W + "val", "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(
        name for name, bit in _BITS.items() if look.get(W + name, "1" if bits & bit else "0") in ("1", "true")
    )


def _inherited(grid: Grid, met: dict[str, bool]) -> TableFormatting:
    """Return what the table style gives a cell: the whole table's, then that of its first row and the like."""
    characters, paragraph = grid.style.characters, grid.style.paragraph
    for name, is_met in met.items():
        if is_met and name in grid.special:
            more = grid.style.conditions.get(_CONDITIONS[name], PLAIN)
            characters, paragraph = characters | more.characters, paragraph | more.paragraph
    return TableFormatting(characters, paragraph)


def _layout(
    grid: Grid, stated: dict[str, Element], column: int, span: int, edges: dict[str, Border | None]
) -> CellLayout:
    """Return how a cell stands, as the children of its `w:tcPr` state; its own borders go before the table's."""
    own, merge = stated.get(W + "tcBorders"), stated.get(W + "vMerge")
    drawn = {name: _edge(own, name, edges[name]) for name in ("top", "left", "bottom", "right")}
    return CellLayout(
        column,
        span,
        any(drawn.values()),
        drawn["bottom"],
        _width(stated.get(W + "tcW")),
        merge is not None and merge.get(W + "val", "continue") == "continue",  # 17.4.84
        drawn["top"],
        drawn["left"],
        drawn["right"],
        _margins(stated.get(W + "tcMar"), grid.margins),
        _value(stated, "vAlign") or "top",
    )


def _width(element: Element | None) -> Length:
    """Return a width in twips (ST_TblWidth, 17.18.90), none where it is told in another way."""
    in_twips = element is not None and element.get(W + "type", "dxa") == "dxa"
    return (read_length(element.get(W + "w")) if element is not None and in_twips else None) or ZERO


def _edge(own: Element | None, name: str, otherwise: Border | None) -> Border | None:
    stated = None if own is None else own.find(W + name)
    if stated is None and own is not None and name in _LOGICAL:
        stated = own.find(W + _LOGICAL[name])
    return otherwise if stated is None else read_border(stated)


def _columns(text: str | None, otherwise: int) -> int:
    number = whole_number(text)
    return otherwise if number is None or not 0 <= number < _BEYOND_MEASURE else min(number, _MOST_COLUMNS)


_BEYOND_MEASURE = 1000
