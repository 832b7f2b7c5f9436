"""The marks of kegen's drafts: hidden bookmarks whose names begin with `_kg_`, and which paragraphs they enclose."""

from __future__ import annotations

from typing import NamedTuple

from kegen.docx.xml import Element, W
from kegen.identity import MARKS

_PARAGRAPH, _TEXT, _START, _END = W + "p", W + "t", W + "bookmarkStart", W + "bookmarkEnd"
_MOST_OPEN = 50
"""A draft has one open at a time, an edited one a few: of a file built to have more the first are left out."""


class Marks(NamedTuple):
    """The marks whose text begins in a paragraph, and those whose text began before it and goes on in it."""

    begun: tuple[str, ...] = ()
    going_on: tuple[str, ...] = ()


NO_MARKS = Marks()


class _Open:
    """A mark whose end is yet to come."""

    def __init__(self, start: Element) -> None:
        self.name = start.get(W + "name", "")
        self.row = next(start.iterancestors(W + "tr"), None)
        self.has_begun = False


def marks_in(top: Element) -> dict[Element, Marks]:
    """Return the marks of each paragraph that has some; a mark around no text, as tracked deletion leaves it, is none.

    Bookmarks may start and end between paragraphs, rows and cells as well as in them (ECMA-376, part 1, 17.13.6).
    """
    found: dict[Element, Marks] = {}
    marks: dict[str, _Open] = {}
    ends = {each.get(W + "id", "") for each in top.iter(_END)}
    for each in top.iter(_START, _END, _TEXT):
        number = each.get(W + "id", "")
        if each.tag == _START:
            if each.get(W + "name", "").startswith(MARKS):
                marks[number] = _Open(each)
            if len(marks) > _MOST_OPEN:
                del marks[next(iter(marks))]
        elif each.tag == _END:
            marks.pop(number, None)
        elif marks and each.text and (paragraph := _paragraph_of(each)) is not None:
            row = next(each.iterancestors(W + "tr"), None)
            inside = [mark for mark in marks.values() if mark.row is None or mark.row is row]
            if paragraph not in found:
                found[paragraph] = Marks((), tuple([mark.name for mark in inside if mark.has_begun]))
            own = found[paragraph]
            fresh = [mark.name for mark in inside if not mark.has_begun]
            found[paragraph] = own._replace(begun=(*own.begun, *fresh))
            for mark in inside:
                mark.has_begun = True
            for at in marks.keys() - ends:  # it would go on to the end of the file
                del marks[at]
    return {each: own for each, own in found.items() if any(own)}


def _paragraph_of(text: Element) -> Element | None:
    """Return the paragraph that a text stands in, None where a tracked move has taken it away."""
    for each in text.iterancestors(_PARAGRAPH, W + "moveFrom"):
        return each if each.tag == _PARAGRAPH else None
    return None
