"""Sections (ECMA-376 Part 1, 17.6): paper, margins, page numbers, and the headers and footers they name (17.10)."""

from __future__ import annotations

from kegen.docx.blocks import read_blocks
from kegen.docx.lengths import Length, read_length, twips
from kegen.docx.model import Margins, Page, PageNumbers, Section
from kegen.docx.reading import Reading
from kegen.docx.xml import Element, R, W, switch, value, whole_number

_LETTER = Page(*(twips(each) for each in (12240, 15840, 1440, 1440, 1440, 1440)))
"""What Word takes where a file says nothing of its paper."""


def read_sections(reading: Reading, body: Element) -> tuple[Section, ...]:
    """Return the sections in order; one that names no header takes that of the one before (17.10.1)."""
    sections: list[Section] = []
    headers, footers = Margins(), Margins()
    for each in _properties(body):
        headers = _read_margins(reading, each, "headerReference", headers)
        footers = _read_margins(reading, each, "footerReference", footers)
        sections.append(
            Section(
                page=_page(each),
                numbers=_page_numbers(each),
                has_first_page=switch(each, "titlePg"),
                headers=headers,
                footers=footers,
                starts_page=value(each, "type") != "continuous",
            )
        )
    return tuple(sections) or (Section(_LETTER, PageNumbers(), False, headers, footers),)


def _properties(body: Element) -> list[Element]:
    """Return every `w:sectPr` but those that tell how a section was before a tracked change."""
    return [each for each in body.iter(W + "sectPr") if not _is_past(each)]


def _is_past(properties: Element) -> bool:
    above = properties.getparent()
    return above is not None and above.tag == W + "sectPrChange"


def _read_margins(reading: Reading, section: Element, tag: str, before: Margins) -> Margins:
    """Return the headers, or the footers, that a section names, over those of the section before."""
    found = before
    for each in section.iterchildren(W + tag):
        kind, related = each.get(W + "type", "default"), reading.related.get(each.get(R + "id", ""))
        if related is not None and not related.outside and kind in Margins._fields:
            root = reading.open_part(related.target)
            found = found._replace(**{kind: () if root is None else read_blocks(reading, root)})
    return found


def _page(section: Element) -> Page:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    width, height = _length(size, "w", _LETTER.width), _length(size, "h", _LETTER.height)
    sides = zip(Page._fields[2:], _LETTER[2:], strict=True)
    return Page(width, height, *(_length(margins, name, otherwise) for name, otherwise in sides))


def _length(element: Element | None, name: str, otherwise: int) -> Length:
    found = None if element is None else read_length(element.get(W + name))
    return Length(abs(otherwise if found is None else found))


def _page_numbers(section: Element) -> PageNumbers:
    found = section.find(W + "pgNumType")
    if found is None:
        return PageNumbers()
    start = whole_number(found.get(W + "start"))
    return PageNumbers(None if start is None or start < 0 else start, found.get(W + "fmt", "decimal"))
