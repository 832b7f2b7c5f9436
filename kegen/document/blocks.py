"""Paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kegen.document.lengths import ZERO, read_length
from kegen.document.model import Block, Border, Cell, Row, Run, Table
from kegen.document.paragraphs import PLAIN, TableLook, read_paragraph
from kegen.document.properties import border
from kegen.document.styles import Style
from kegen.document.xml import MC, Element, W, shown_branch, switch, value

if TYPE_CHECKING:
    from kegen.document.reading import Reading

_INSIDE = frozenset(W + name for name in ("customXml", "sdtContent", "sdt", "smartTag", "ins", "moveTo"))


def read_blocks(reading: Reading, element: Element, look: TableLook = PLAIN) -> tuple[Block, ...]:
    """Read the paragraphs and tables of a body, cell, header, note or text box."""
    blocks: list[Block] = []
    held: list[Run] = []
    for child in _children(element):
        if child.tag == W + "tbl":
            blocks.append(_table(reading, child))
            continue
        paragraph, runs_on = read_paragraph(reading, child, look)
        if held:
            text = "".join(run.text for run in held)
            paragraph = paragraph._replace(runs=(*held, *paragraph.runs), text=text + paragraph.text)
            held = []
        if runs_on:  # its mark was deleted: accepted, it runs on into the next (17.13.5.15)
            held = list(paragraph.runs)
        else:
            blocks.append(paragraph)
    return tuple(blocks)


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


def _table(reading: Reading, element: Element) -> Table:
    properties = element.find(W + "tblPr")
    named = None if properties is None else value(properties, "tblStyle")
    style = reading.styles.style(named or reading.styles.default_table)
    section = reading.section
    elements = [row for row in _rows(element) if row.find(f"{W}trPr/{W}del") is None]
    edges = _edges(properties, style)
    rows = tuple(
        _row(reading, row, _Grid(style, edges, index, len(elements), _wanted(properties)))
        for index, row in enumerate(elements)
    )
    return Table(rows, bordered=any(edges.values()), section=section, style=style.name)


def _rows(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == W + "tr":
            yield child
        elif child.tag in _INSIDE:
            yield from _rows(child)


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


def _row(reading: Reading, element: Element, grid: _Grid) -> Row:
    cells: list[Cell] = []
    before = element.find(f"{W}trPr/{W}gridBefore")
    column = _count(None if before is None else before.get(W + "val"), 0)
    inside = list(_cells(element))
    for index, cell in enumerate(inside):
        read = _cell(reading, cell, grid, column, (index == 0, index == len(inside) - 1))
        cells.append(read)
        column += read.span
    return Row(tuple(cells), is_header=switch(element.find(W + "trPr"), "tblHeader"))


def _cells(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _INSIDE:
            yield from _cells(child)


def _cell(reading: Reading, element: Element, grid: _Grid, column: int, ends: tuple[bool, bool]) -> Cell:
    properties = element.find(W + "tcPr")
    span = _count(None if properties is None else value(properties, "gridSpan"), 1)
    width = None if properties is None else properties.find(W + "tcW")
    own = None if properties is None else properties.find(W + "tcBorders")
    bottom = _edge(own, "bottom", grid.edges["bottom" if grid.row == grid.rows - 1 else "insideH"])
    edges = [_edge(own, name, grid.edges[name]) for name in ("top", "left", "right")]
    return Cell(
        blocks=read_blocks(reading, element, _look(grid, ends)),
        column=column,
        span=span,
        bordered=bottom is not None or any(edges),
        bottom=bottom,
        width=ZERO
        if width is None or width.get(W + "type", "dxa") != "dxa"
        else read_length(width.get(W + "w")) or ZERO,
        continues=_continues(properties),
    )


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
    return TableLook(characters, paragraph)


def _count(text: str | None, otherwise: int) -> int:
    return min(int(text), 63) if text and text.isascii() and text.isdigit() and len(text) < 4 else otherwise  # noqa: PLR2004 - Word has 63 columns
