"""An untagged PDF, or one with bad tags, read by where its characters stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kegen.docx.model import Block, Note
from kegen.pdf.assembly import Assembly
from kegen.pdf.frames import frames_of
from kegen.pdf.lines import TextLine, in_rows, lines_on
from kegen.pdf.pages import Page
from kegen.pdf.paragraphs import Stretch
from kegen.pdf.running import Foot, split_notes, without_running
from kegen.pdf.sides import end_sides, head_sides, side_table
from kegen.pdf.tables import Grid, are_one, grids_on, table_of

Flow = list[TextLine | list[Grid]]
"""Lines and tables in reading order."""


def drawn_blocks(pages: Sequence[Page]) -> tuple[Assembly, tuple[Block, ...], tuple[Note, ...]]:
    """Return the paragraphs and tables of the pages, and their footnotes."""
    grids: dict[int, list[Grid]] = {}
    by_page: dict[int, list[TextLine]] = {}
    for page in pages:
        grids[page.number], rest = grids_on(page)
        by_page[page.number] = lines_on(page.number, rest)
    by_page = without_running(pages, by_page)
    assembly = Assembly(pages, frames_of(pages, [line for lines in by_page.values() for line in lines]))
    feet: list[Foot] = []
    for page in pages:
        by_page[page.number], own = split_notes(page, by_page[page.number], assembly.frames[page.number])
        feet += own
    blocks = _blocks(_flow(pages, by_page, grids), assembly)
    notes = tuple(
        Note(foot.number, (assembly.paragraph(Stretch(foot.lines, (False,) * len(foot.lines))),)) for foot in feet
    )
    return assembly, tuple(blocks), notes


def _flow(pages: Sequence[Page], by_page: dict[int, list[TextLine]], grids: dict[int, list[Grid]]) -> Flow:
    """Return lines and tables down the pages; a table that goes on over a page break is one."""
    flow: Flow = []
    for page in pages:
        own: list[TextLine | Grid] = [*by_page[page.number], *grids[page.number]]
        for each in sorted(own, key=_top):
            last = flow[-1] if flow else None
            if isinstance(each, TextLine):
                flow.append(each)
            elif isinstance(last, list) and are_one(last[-1], each):
                last.append(each)
            else:
                flow.append([each])
    return flow


def _top(each: TextLine | Grid) -> tuple[float, float]:
    return (each.y, each.x0) if isinstance(each, TextLine) else (each.levels[0], 0.0)


def _blocks(flow: Flow, assembly: Assembly) -> list[Block]:
    blocks: list[Block] = []
    is_first, has_end = True, False
    for is_text, group in groupby(flow, lambda each: isinstance(each, TextLine)):
        if not is_text:
            blocks += [table_of(each, assembly) for each in group if isinstance(each, list)]
            continue
        lines = [each for each in group if isinstance(each, TextLine)]
        if is_first:
            head = head_sides(lines, assembly.frames[lines[0].page])
            if head is not None:
                blocks.append(side_table(head, assembly))
                lines = lines[len(head.left) + len(head.right) :]
            is_first = False
        end = None if has_end else end_sides(lines, assembly.frames)
        if end is None:
            blocks += assembly.paragraphs(in_rows(lines))
            continue
        has_end = True
        start, stop, sides = end
        blocks += assembly.paragraphs(in_rows(lines[:start]))
        blocks.append(side_table(sides, assembly))
        blocks += assembly.paragraphs(in_rows(lines[stop:]))
    return blocks
