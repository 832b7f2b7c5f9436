"""The pages of a draft as values: what the page in the browser shows, replaces and jumps to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from kegen.docx.model import Document, Place
from kegen.docx.model import Page as Paper
from kegen.docx.read import read_document
from kegen.pages.boxes import Box, ParagraphBox, Placed
from kegen.pages.headings import Heading, headings_of
from kegen.pages.html import style
from kegen.pages.layout import PageLayout, lay_out
from kegen.pages.paragraph_html import key_of, paragraph_html, size_of
from kegen.pages.table_html import table_html
from kegen.pages.words import body_words, words_of

_FIRST_WORDS = 12
_DIGEST = 16


class OutlineEntry(NamedTuple):
    """A heading and the page it stands on."""

    level: int
    text: str
    paragraph: str
    """The `data-p` of its paragraph; its element has the id `p` and this."""
    page: int


class Page(NamedTuple):
    """One page."""

    position: int
    """Which page of the file it is, from 1."""
    number: str
    """The number that it bears, which begins anew with an annex."""
    is_landscape: bool
    html: str
    """The whole `<section>`."""
    text: str
    """All that is to be read on it, a line of the page each."""
    first_words: str
    """The first words of its body."""
    paragraphs: tuple[str, ...]
    """The `data-p` of each paragraph on it, in order."""
    digest: str
    """Another one wherever the HTML is another: only such pages need to be replaced."""


class Pages(NamedTuple):
    """The pages of a draft and its outline."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]


def draw_pages(data: bytes, name: str = "tệp") -> Pages:
    """Return the pages of a drafted .docx; raises KegenError, with the name given, for what is no Word file."""
    return pages_of(read_document(data, name))


def pages_of(document: Document) -> Pages:
    """Return the pages of a document that was read."""
    headings = headings_of(document)
    pages = tuple(_page(at, layout, headings) for at, layout in enumerate(lay_out(document), 1))
    homes = {key: page.position for page in reversed(pages) for key in page.paragraphs}
    keys = ((heading, key_of(heading.place)) for heading in headings.values())
    outline = tuple(OutlineEntry(each.level, each.text, key, homes[key]) for each, key in keys if key in homes)
    return Pages(pages, outline)


def _page(position: int, layout: PageLayout, headings: Mapping[Place, Heading]) -> Page:
    html = _html(position, layout, headings)
    words = " ".join(body_words(layout).split()[:_FIRST_WORDS])
    keys = dict.fromkeys(key_of(place) for placed in layout.body for place in _places(placed.box))
    landscape = layout.section.page.is_landscape
    digest = sha256(html.encode()).hexdigest()[:_DIGEST]
    return Page(position, layout.number, landscape, html, words_of(layout), words, tuple(keys), digest)


def _places(box: Box) -> Iterator[Place]:
    if isinstance(box, ParagraphBox):
        yield box.paragraph.place
        return
    for row in (*box.heads, *box.rows):
        for cell in row.cells:
            for placed in cell.content:
                yield from _places(placed.box)


def _html(position: int, layout: PageLayout, headings: Mapping[Place, Heading]) -> str:
    paper = layout.section.page
    put = partial(_content, paper=paper, headings=headings)
    left = paper.left.twips + paper.gutter.twips
    kind = "page landscape" if paper.is_landscape else "page"
    label = f"Trang {position}" if str(position) == layout.number else f"Trang {position}, đánh số {layout.number}"
    header = put(layout.header, 0.0, left)
    footer = put(layout.footer, 0.0, left)
    body = put(layout.body, layout.body_top, left)
    return (
        f'<section class="{kind}" id="trang-{position}" aria-label="{label}" style="{size_of(paper)}">'
        f'<div class="header" aria-hidden="true">{header}</div>{body}{_notes(layout, put, left)}'
        f'<div class="footer" aria-hidden="true">{footer}</div></section>'
    )


def _notes(layout: PageLayout, put: partial[str], left: float) -> str:
    """Return the footnotes of a page below the line that sets them off."""
    if not layout.notes:
        return ""
    top = layout.notes[0][1][0].top if layout.notes[0][1] else layout.body_top
    notes = "".join(
        f'<div role="doc-footnote" id="note-{number}" aria-label="Chú thích {number}">{put(content, 0.0, left)}</div>'
        for number, content in layout.notes
    )
    rule = style(x=left, y=top - _ABOVE_NOTES, w=_RULE)
    return f'<div class="notes"><span class="rule apart"{rule}></span>{notes}</div>'


_RULE = 2880.0
"""How long the line above the footnotes is, in twips."""
_ABOVE_NOTES = 62.0
"""How far it stands above them."""


def _content(
    content: Iterable[Placed], down: float, left: float, *, paper: Paper, headings: Mapping[Place, Heading]
) -> str:
    """Return boxes as HTML, moved down and to the right by so many twips."""
    put = partial(_content, paper=paper, headings=headings)
    return "".join(
        [
            paragraph_html(placed.box, down + placed.top, left, paper, headings)
            if isinstance(placed.box, ParagraphBox)
            else table_html(placed.box, down + placed.top, left, put)
            for placed in content
        ]
    )
