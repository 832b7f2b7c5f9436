"""The content of a document as the rules of its layout see it: paragraphs of running text, lines of headings."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.looks import Look, look_of
from kegen.check.paper import Paper
from kegen.check.strokes import width_of
from kegen.document.lengths import Length
from kegen.document.parts import Item

_CENTRED = "center"


def content(paper: Paper) -> tuple[Item, ...]:
    """Return bases and body, without what is set in the middle of the page (`QUYẾT ĐỊNH:`) and the addressee.

    A file without the head of a document has none: it may be an annex, whose layout the decree leaves open.
    """
    return paper.once(_content)


def _content(paper: Paper) -> tuple[Item, ...]:
    parts = paper.parts
    if not paper.is_administrative:
        return ()
    addressed = None if parts.addressee is None else parts.addressee.paragraph
    items = (*parts.bases, *parts.body)
    return tuple(item for item in items if item.paragraph is not addressed and not is_centred(item))


def laid(paper: Paper) -> tuple[tuple[Item, Look], ...]:
    """Return the same, each with how its line looks."""
    return paper.once(_laid)


def _laid(paper: Paper) -> tuple[tuple[Item, Look], ...]:
    return tuple((item, look_of(item.line)) for item in content(paper))


def heading_ids(paper: Paper) -> frozenset[int]:
    """Return the identities of the items of the body that name what follows."""
    return paper.once(_heading_ids)


def _heading_ids(paper: Paper) -> frozenset[int]:
    return frozenset(id(item) for item in paper.parts.body if item.is_heading)


def is_centred(item: Item) -> bool:
    """Whether the paragraph stands in the middle of the page."""
    return item.paragraph.format.alignment == _CENTRED


def fills_a_line(paper: Paper, item: Item) -> bool:
    """Whether the text is longer than one line, so that its edges show."""
    shape = item.paragraph.format
    room = text_width(paper, item) - shape.left - shape.right - max(shape.first_line, 0)
    return width_of(item.line) > Length(room).mm


def text_width(paper: Paper, item: Item) -> Length:
    """Return the width between the margins where the paragraph stands."""
    sections = paper.document.sections
    return sections[min(item.paragraph.section, len(sections) - 1)].page.text_width


def size_of(item: Item) -> float:
    """Return the size of most of its characters, in points."""
    return look_of(item.line).size


def with_mark(paper: Paper, *marks: str) -> Iterator[Item]:
    """Yield the items of the body whose rank is one of those given."""
    return (item for item in paper.parts.body if item.rank in marks) if paper.is_administrative else iter(())
