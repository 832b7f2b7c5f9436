"""What sections say of their paper (ECMA-376 Part 1, 17.6): size, margins, page numbers, which headers they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.document.lengths import Length, read_length, twips
from kegen.document.model import Page, PageNumbers
from kegen.document.xml import Element, R, W, switch, value

LETTER = Page(*(twips(each) for each in (12240, 15840, 1440, 1440, 1440, 1440)))
"""What Word takes where a file says nothing of its paper."""


class Reference(NamedTuple):
    """A header or footer that a section names: for which pages, and the id of the relationship."""

    kind: str
    id: str


class Sheet(NamedTuple):
    """A section without what stands in its margins."""

    page: Page
    numbers: PageNumbers
    has_first_page: bool
    headers: tuple[Reference, ...]
    footers: tuple[Reference, ...]
    starts_page: bool


def sheets_in(body: Element) -> tuple[Sheet, ...]:
    """Return the sections of a body in order."""
    return tuple(
        Sheet(
            page=_page(each),
            numbers=_numbers(each),
            has_first_page=switch(each, "titlePg"),
            headers=tuple(_named(each, "headerReference")),
            footers=tuple(_named(each, "footerReference")),
            starts_page=value(each, "type") != "continuous",
        )
        for each in body.iter(W + "sectPr")
        if not _is_past(each)
    )


def _is_past(section: Element) -> bool:
    """Whether it tells how a section was before a tracked change."""
    above = section.getparent()
    return above is not None and above.tag == W + "sectPrChange"


def _named(element: Element, name: str) -> Iterator[Reference]:
    for each in element.iterchildren(W + name):
        yield Reference(each.get(W + "type", "default"), each.get(R + "id", ""))


def _page(element: Element) -> Page:
    size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    width, height = (_length(size, name, otherwise) for name, otherwise in zip(("w", "h"), LETTER[:2], strict=True))
    sides = (
        _length(margins, name, otherwise) for name, otherwise in zip(Page._fields[2:], (*LETTER[2:6], 0), strict=True)
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
