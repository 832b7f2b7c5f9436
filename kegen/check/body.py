"""The content of a document as the rules of its layout see it: paragraphs of running text, lines of headings."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.looks import Look, look_of
from kegen.check.notes import Notes, notes_of
from kegen.check.paper import Paper, items
from kegen.check.strokes import width_of
from kegen.document.lengths import Length
from kegen.document.parts import Item, Rank

_CENTRED = "center"


def content(paper: Paper) -> tuple[Item, ...]:
    """Return bases and body, without what is set in the middle of the page (`QUYẾT ĐỊNH:`) and the addressee.

    A file without the head of a document has none: it may be an annex, whose layout the decree leaves open.
    """
    return paper.once(_content)


def _content(paper: Paper) -> tuple[Item, ...]:
    return tuple(notes.about for notes in content_notes(paper))


def content_notes(paper: Paper) -> list[Notes]:
    """Return the notes of the same."""
    return paper.once(_content_notes)


def _content_notes(paper: Paper) -> list[Notes]:
    parts = paper.parts
    if not paper.is_administrative:
        return []
    every = [*map(notes_of, parts.bases), *paper.body_notes] if parts.bases else paper.body_notes
    shown = [notes for notes in every if not notes[is_centred]]
    if parts.addressee is None:
        return shown
    addressed = parts.addressee.paragraph
    return [notes for notes in shown if notes.about.paragraph is not addressed]


def is_heading(item: Item) -> bool:
    """Whether it names what follows."""
    return item.is_heading


def look_at(item: Item) -> Look:
    """Return how its line looks."""
    return look_of(item.line)


def is_centred(item: Item) -> bool:
    """Whether the paragraph stands in the middle of the page."""
    return item.paragraph.format.alignment == _CENTRED


def fills_a_line(paper: Paper, item: Item) -> bool:
    """Whether the text is longer than one line, so that its edges show."""
    shape = item.paragraph.format
    room = text_width(paper, item) - shape.left - shape.right - max(shape.first_line, 0)
    return bool(notes_of(item)[_width] > Length(room).mm)


def _width(item: Item) -> float:
    return width_of(item.line)


def text_width(paper: Paper, item: Item) -> Length:
    """Return the width between the margins where the paragraph stands."""
    sections = paper.document.sections
    return sections[min(item.paragraph.section, len(sections) - 1)].page.text_width


def size_of(item: Item) -> float:
    """Return the size of most of its characters, in points."""
    return look_of(item.line).size


def with_mark(paper: Paper, *marks: str) -> Iterator[Item]:
    """Yield the items of the body whose rank is one of those given."""
    ranks = paper.told(items, rank_of) if paper.is_administrative else ()
    if not any(rank in marks for rank in ranks):
        return iter(())
    return (item for item in paper.parts.body if item.rank in marks)


def rank_of(item: Item) -> Rank:
    """Return what the item is by its mark."""
    return item.rank
