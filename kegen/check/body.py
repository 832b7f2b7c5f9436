"""The content of a document as the rules of its layout see it: paragraphs of running text, lines of headings."""

from __future__ import annotations

from kegen.check.formatting import width_of
from kegen.check.paper import Paper
from kegen.docx.lengths import Length
from kegen.docx.parts import Item, Rank


def content(paper: Paper) -> list[Item]:
    """Return bases and body without the addressee, what is set in the middle (`QUYẾT ĐỊNH:`), and what is quoted.

    A file without the head of a document has none: it may be an annex, whose layout the decree leaves open.
    """
    parts = paper.parts
    if not paper.is_administrative:
        return []
    addressee = None if parts.addressee is None else parts.addressee.paragraph
    items = (*parts.bases, *(item for item in parts.body if not item.is_quoted))
    return [item for item in items if not is_centred(item) and item.paragraph is not addressee]


def is_centred(item: Item) -> bool:
    """Whether the paragraph stands in the middle of the page."""
    return item.paragraph.format.alignment == "center"


def fills_a_line(paper: Paper, item: Item) -> bool:
    """Whether the text is longer than one line between the margins, so that its edges show."""
    shape, sections = item.paragraph.format, paper.document.sections
    page = sections[min(item.paragraph.section, len(sections) - 1)].page
    room = page.text_width - shape.left - shape.right - max(shape.first_line, 0)
    return width_of(item.line) > Length(room).mm


def with_rank(paper: Paper, *ranks: Rank) -> list[Item]:
    """Return the items of the body whose rank is one of those given; a file without the head of a document has none."""
    return [item for item in paper.parts.body if item.rank in ranks] if paper.is_administrative else []
