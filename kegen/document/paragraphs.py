"""One paragraph with all the formatting that reaches it; one read before, in equal surroundings, is the same object."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kegen.document.cut import Kept, Piece
from kegen.document.inline import Inline
from kegen.document.layout import PLAIN, Spot, TableLook
from kegen.document.model import Paragraph, Place
from kegen.document.properties import stated_paragraph
from kegen.document.styles import numbering_of
from kegen.document.xml import Element, W, child

if TYPE_CHECKING:
    from kegen.document.reading import Reading

_MOVED = 2048
"""Paragraphs that stand ready in places other than where they were first read: dozens of documents, some 10 MB."""


def read_paragraph(reading: Reading, spot: Spot) -> tuple[Paragraph, bool]:
    """Read a paragraph, or take it as it was read before; and whether it runs on into the next, its mark deleted."""
    element, look = spot
    at, piece = reading.piece(element)
    kept = piece.kept
    if kept is None or look is not PLAIN:
        return _read(reading, reading.element(at, piece) if piece.data else element, at, look, piece)
    label = reading.numbering.label(kept.numbered) if kept.numbered else ""
    known, where = kept.paragraph, ((reading.part, at), label, reading.section, reading.page)
    stands = (known.place, known.label, known.section, known.page) == where
    return known if stands else moved(kept, where), False


@lru_cache(maxsize=_MOVED)
def moved(kept: Kept, where: tuple[tuple[str, int], str, int, int]) -> Paragraph:
    """Return the paragraph as it stands elsewhere: in what place, with what label, on what section and page."""
    place, label, section, page = where
    return kept.paragraph._replace(place=Place(*place), label=label, section=section, page=page)


def _read(reading: Reading, element: Element, at: int, look: TableLook, piece: Piece) -> tuple[Paragraph, bool]:
    place = Place(reading.part, at)
    own = child(element, "pPr")
    stated = {} if own is None else {each.tag: each for each in reversed(own)}
    named = "" if W + "pStyle" not in stated else stated[W + "pStyle"].get(W + "val", "")
    style = reading.styles.style(named or reading.styles.default_paragraph)
    inline = Inline(reading, place, look.characters, style)
    inline.read(element)
    numbered = numbering_of(own if W + "numPr" in stated else None, style.numbering)
    mark = stated.get(W + "rPr")
    paragraph = Paragraph(
        place=place,
        runs=tuple(inline.runs),
        text="".join([run.text for run in inline.runs]),
        label=reading.numbering.label(numbered),
        format=reading.styles.paragraph_format(
            look.paragraph, style, reading.around.lists.indents(numbered), stated_paragraph(own)
        ),
        style=style.name,
        mark=inline.face(mark),
        section=reading.section,
        page=reading.page,
        shapes=tuple(inline.shapes),
        fields=tuple(inline.fields),
        notes=tuple(inline.notes),
    )
    reading.go_on(inline.laid_out_breaks, ends_section=W + "sectPr" in stated)
    if look is PLAIN and piece.data:
        piece.kept = Kept(paragraph, numbered)
    return paragraph, mark is not None and child(mark, "del") is not None
