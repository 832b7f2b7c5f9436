"""Paragraphs and tables in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.layout import Laid, TableFrame, lay_out
from kegen.document.model import Block, Cell, Row, Run, Table
from kegen.document.paragraphs import read_paragraph
from kegen.document.xml import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kegen.document.reading import Reading


def read_blocks(reading: Reading, element: Element) -> tuple[Block, ...]:
    """Read the paragraphs and tables of a header, note or text box."""
    return read_laid(reading, lay_out(reading.styles, element))


def read_laid(reading: Reading, layout: Sequence[Laid]) -> tuple[Block, ...]:
    """Read the paragraphs that stand so, and their tables."""
    blocks: list[Block] = []
    held: list[Run] = []
    for each in layout:
        if isinstance(each, TableFrame):
            blocks.append(_table(reading, each))
            continue
        paragraph, runs_on = read_paragraph(reading, each)
        if held:
            text = "".join(run.text for run in held)
            paragraph = paragraph._replace(runs=(*held, *paragraph.runs), text=text + paragraph.text)
            held = []
        if runs_on:  # its mark was deleted: accepted, it runs on into the next (17.13.5.15)
            held = list(paragraph.runs)
        else:
            blocks.append(paragraph)
    return tuple(blocks)


def _table(reading: Reading, frame: TableFrame) -> Table:
    section = reading.section
    rows = []
    for row in frame.rows:
        cells = [Cell(read_laid(reading, cell.content), *cell.said) for cell in row.cells]
        rows.append(Row(tuple(cells), row.is_header))
    return Table(tuple(rows), frame.bordered, section, frame.style)
