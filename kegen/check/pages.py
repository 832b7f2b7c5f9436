"""The pages of a document: their margins, and where their numbers stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.check.paper import Paper
from kegen.check.rule import Fault
from kegen.docx.lengths import Length, mm
from kegen.docx.model import Block, Margins, Paragraph, Table, TextBox

Edge = Literal["top", "bottom", "left", "right"]
_NAMES: dict[Edge, str] = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
_TOLERANCE = mm(0.5)
"""Word stores 15 mm as 850 or 851 twips; the decree's own annex is a fraction of a millimetre off."""
_LONG = 900
"""A document of more words than this does not fit on one page."""


def margin_faults(paper: Paper, edge: Edge, least: float, most: float) -> Iterator[Fault]:
    """Yield a fault for each upright section whose margin is out of the span in mm.

    The spans are those of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.3.
    """
    for number, section in enumerate(paper.document.sections, 1):
        page = section.page
        width: Length = getattr(page, edge)
        if edge == "left":
            width = Length(width + page.gutter)
        if page.is_landscape or mm(least) - _TOLERANCE <= width <= mm(most) + _TOLERANCE:
            continue
        name = _NAMES[edge]
        found = f"{width.mm:.1f}".replace(".", ",").removesuffix(",0")
        where = f"{name}, phần {number}"
        yield Fault(where, f"{name} rộng {found} mm", f"{found} mm", f"từ {least:g} đến {most:g} mm")


class PageNumber(NamedTuple):
    """A page number: its section, whether it is in the top margin, on which pages, and its paragraph."""

    section: int
    is_on_top: bool
    pages: str
    """`default`, `first` or `even`."""
    paragraph: Paragraph
    is_in_box: bool


def page_numbers(paper: Paper) -> list[PageNumber]:
    """Return the page numbers that are shown, sections in order."""
    return list(_shown(paper))


def _shown(paper: Paper) -> Iterator[PageNumber]:
    for index, section in enumerate(paper.document.sections):
        for is_on_top, margins in ((True, section.headers), (False, section.footers)):
            for pages, blocks in _kinds(margins, first=section.has_first_page, even=paper.document.has_even_pages):
                for paragraph, is_in_box in _paragraphs(blocks):
                    if "PAGE" in paragraph.fields:
                        yield PageNumber(index, is_on_top, pages, paragraph, is_in_box)


def _kinds(margins: Margins, *, first: bool, even: bool) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "default", margins.default
    if first:
        yield "first", margins.first
    if even:
        yield "even", margins.even


def _paragraphs(blocks: Iterable[Block], *, is_in_box: bool = False) -> Iterator[tuple[Paragraph, bool]]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks, is_in_box=is_in_box)
            continue
        yield block, is_in_box
        for shape in block.shapes:
            if isinstance(shape, TextBox):
                yield from _paragraphs(shape.blocks, is_in_box=True)


def is_long(paper: Paper) -> bool | None:
    """Whether the document surely has more than one page; None where the file cannot tell."""
    if paper.document.pages:
        return paper.document.pages > 1
    words = sum(len(passage.line.text.split()) for passage in paper.passages)
    return True if words > _LONG else None
