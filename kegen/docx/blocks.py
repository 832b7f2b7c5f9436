"""Paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kegen.docx.lengths import ZERO, read_length
from kegen.docx.model import Block, Cell, Paragraph, Row, Table
from kegen.docx.paragraphs import read_paragraph
from kegen.docx.reading import Reading
from kegen.docx.styles import PLAIN, TableFormatting
from kegen.docx.tables import Grid, cells_of, read_grid
from kegen.docx.xml import MC, WRAPPERS, Element, W, shown_branch, switch

_BLOCKS = frozenset({W + "p", W + "tbl"})


def read_blocks(reading: Reading, element: Element, inherited: TableFormatting = PLAIN) -> tuple[Block, ...]:
    """Read the paragraphs and tables of a body, cell, header, note or text box."""
    blocks: list[Block] = []
    leading: list[Paragraph] = []
    for each in _block_elements(element):
        if each.tag == W + "tbl":
            blocks.append(_read_table(reading, each))
            continue
        paragraph, runs_on = read_paragraph(reading, each, inherited, partial(read_blocks, reading))
        if runs_on:  # its mark was deleted: accepted, it runs on into the next (17.13.5.15)
            leading.append(paragraph)
        else:
            blocks.append(_led(paragraph, leading) if leading else paragraph)
            leading = []
    return tuple(blocks)


def _led(paragraph: Paragraph, leading: list[Paragraph]) -> Paragraph:
    """Return a paragraph with the runs and marks of those before it, which run on into it."""
    whole = (*leading, paragraph)
    runs = tuple([run for each in whole for run in each.runs])
    marks = tuple([mark for each in whole for mark in each.marks])
    before = next((each.marks_before for each in whole if each.marks_before), ())
    before = tuple([mark for mark in before if mark not in marks])
    return replace(paragraph, runs=runs, text="".join([r.text for r in runs]), marks=marks, marks_before=before)


def _block_elements(element: Element) -> Iterator[Element]:
    """Yield every `w:p` and `w:tbl` of an element, in whatever wraps them."""
    for child in element:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in WRAPPERS:
            yield from _block_elements(child)
        elif child.tag == MC + "AlternateContent":
            yield from (shown for shown in shown_branch(child) if shown.tag in _BLOCKS)


def _read_table(reading: Reading, element: Element) -> Table:
    section = reading.section
    grid = read_grid(element, reading.styles)
    rows = tuple([_read_row(reading, grid, index) for index in range(len(grid.rows))])
    return Table(rows, any(grid.edges.values()), section, grid.style.name, grid.widths, grid.indent, grid.alignment)


def _read_row(reading: Reading, grid: Grid, index: int) -> Row:
    cells = [Cell(read_blocks(reading, each.element, each.inherited), *each.layout) for each in cells_of(grid, index)]
    properties = grid.rows[index].find(W + "trPr")
    height = None if properties is None else properties.find(W + "trHeight")
    return Row(
        tuple(cells),
        switch(properties, "tblHeader"),
        not switch(properties, "cantSplit"),
        (None if height is None else read_length(height.get(W + "val"))) or ZERO,
        height is not None and height.get(W + "hRule") == "exact",
    )
