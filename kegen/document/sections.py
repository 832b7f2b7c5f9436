"""Sections: paper, margins, page numbers, headers and footers (ECMA-376 Part 1, 17.6, 17.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.blocks import read_blocks
from kegen.document.lengths import Length, read_length, twips
from kegen.document.model import Margins, Page, PageNumbers, Section
from kegen.document.xml import Element, R, W, switch, value

if TYPE_CHECKING:
    from kegen.document.reading import Reading

_LETTER = Page(*(twips(each) for each in (12240, 15840, 1440, 1440, 1440, 1440)))
"""What Word takes where a file says nothing of its paper."""


def read_sections(reading: Reading, root: Element) -> tuple[Section, ...]:
    """Return the sections in order; one that names no header takes that of the one before (17.10.1)."""
    sections: list[Section] = []
    headers, footers = Margins(), Margins()
    for element in _elements(root):
        headers = _margins(reading, element, "headerReference", headers)
        footers = _margins(reading, element, "footerReference", footers)
        sections.append(
            Section(
                page=_page(element),
                numbers=_numbers(element),
                has_first_page=switch(element, "titlePg"),
                headers=headers,
                footers=footers,
                starts_page=value(element, "type") != "continuous",
            )
        )
    return tuple(sections) or (Section(_LETTER, PageNumbers(), False, headers, footers),)


def _elements(root: Element) -> list[Element]:
    return [each for each in root.iter(W + "sectPr") if each.getparent() is not None and not _is_past(each)]


def _is_past(section: Element) -> bool:
    """Whether it tells how a section was before a tracked change."""
    above = section.getparent()
    return above is not None and above.tag == W + "sectPrChange"


def _page(element: Element) -> Page:
    size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    width, height = (_length(size, name, otherwise) for name, otherwise in zip(("w", "h"), _LETTER[:2], strict=True))
    sides = (
        _length(margins, name, otherwise) for name, otherwise in zip(Page._fields[2:], (*_LETTER[2:6], 0), strict=True)
    )
    return Page(width, height, *sides)


def _length(element: Element | None, name: str, otherwise: int) -> Length:
    found = None if element is None else read_length(element.get(W + name))
    return Length(abs(otherwise if found is None else found))


def _numbers(element: Element) -> PageNumbers:
    found = element.find(W + "pgNumType")
    if found is None:
        return PageNumbers()
    start = found.get(W + "start", "")
    return PageNumbers(int(start) if start.isascii() and start.isdigit() else None, found.get(W + "fmt", "decimal"))


def _margins(reading: Reading, element: Element, name: str, before: Margins) -> Margins:
    found = before
    for reference in element.iterchildren(W + name):
        kind = reference.get(W + "type", "default")
        target = reading.related.get(reference.get(R + "id", ""))
        if target is not None and not target.outside and kind in Margins._fields:
            found = found._replace(**{kind: reading.whole(target.target, read_blocks) or ()})
    return found
