"""The headings of a draft: what an outline names and a screen reader jumps by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from kegen.docx.find_signature_block import is_annex_label
from kegen.docx.lines import line_of
from kegen.docx.model import Document, Paragraph, Place

_TITLE, _SECTION = 1, 2
_DEEPEST = 6
_LONGEST_LABEL = 40


class Heading(NamedTuple):
    """A heading: its level from 1, what it says, its paragraph."""

    level: int
    text: str
    place: Place


def headings_of(document: Document) -> Mapping[Place, Heading]:
    """Return the headings by their paragraph: the title, annexes, and paragraphs with a level of outline."""
    return {heading.place: heading for heading in _headings(document)}


def _headings(document: Document) -> Iterator[Heading]:
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph) and not block.is_empty]
    if paragraphs and paragraphs[0].format.alignment == "center":
        yield Heading(_TITLE, _text(paragraphs[0]), paragraphs[0].place)
    for paragraph, following in pairwise([*paragraphs, None]):
        if paragraph is None:
            continue
        if paragraph.format.outline_level < _DEEPEST - 1:
            yield Heading(paragraph.format.outline_level + _SECTION, _text(paragraph), paragraph.place)
        elif _names_annex(paragraph):
            yield Heading(_SECTION, _with_title(paragraph, following), paragraph.place)


def _names_annex(paragraph: Paragraph) -> bool:
    is_short = paragraph.format.alignment == "center" and len(paragraph.text) <= _LONGEST_LABEL
    return is_short and is_annex_label(line_of(paragraph))


def _with_title(label: Paragraph, below: Paragraph | None) -> str:
    """Return the label of an annex with the title that stands below it."""
    has_title = below is not None and below.format.alignment == "center"
    return f"{_text(label)}: {_text(below)}" if has_title and below is not None else _text(label)


def _text(paragraph: Paragraph) -> str:
    return line_of(paragraph).text
