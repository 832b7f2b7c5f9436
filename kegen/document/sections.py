"""Sections with their headers and footers (ECMA-376 Part 1, 17.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.blocks import read_blocks
from kegen.document.model import Margins, PageNumbers, Section
from kegen.document.sheets import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kegen.document.reading import Reading
    from kegen.document.sheets import Reference, Sheet


def read_sections(reading: Reading, sheets: Iterable[Sheet]) -> tuple[Section, ...]:
    """Return the sections in order; one that names no header takes that of the one before (17.10.1)."""
    sections: list[Section] = []
    headers, footers = Margins(), Margins()
    for each in sheets:
        headers = _margins(reading, each.headers, headers)
        footers = _margins(reading, each.footers, footers)
        sections.append(Section(each.page, each.numbers, each.has_first_page, headers, footers, each.starts_page))
    return tuple(sections) or (Section(LETTER, PageNumbers(), False, headers, footers),)


def _margins(reading: Reading, named: Iterable[Reference], before: Margins) -> Margins:
    found = before
    for kind, id in named:  # noqa: A001 - the word of the standard
        target = reading.related.get(id)
        if target is not None and not target.outside and kind in Margins._fields:
            found = found._replace(**{kind: reading.whole(target.target, read_blocks) or ()})
    return found
