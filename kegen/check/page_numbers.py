"""Where the page numbers of a document stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.document.model import Block, Margins, Paragraph, Table, TextBox

_LONG = 900
"""A document of more words than this does not fit on one page."""


class PageNumber(NamedTuple):
    """A page number: its section, whether it is in the top margin, on which pages, and its paragraph."""

    section: int
    is_on_top: bool
    pages: str
    """`default`, `first` or `even`."""
    paragraph: Paragraph
    is_in_box: bool


def page_numbers(paper: Paper) -> tuple[PageNumber, ...]:
    """Return the page numbers that are shown, sections in order."""
    return tuple(_shown(paper))


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
