"""The main part cut at its paragraphs, so that one read before is neither parsed nor read again.

Why that is sound: where every `<` begins a tag and one prefix stands for one name all through, the bytes alone tell
where each `w:p` begins and ends. A paragraph that was well-formed once is so again in its place; what is left of the
part is parsed as strictly as the whole would be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kegen.document.recent import Recent
from kegen.document.xml import MOST_ELEMENTS, W

if TYPE_CHECKING:
    from kegen.document.model import Paragraph
    from kegen.document.surroundings import Surroundings

_KEPT = 1024
"""Paragraphs kept under one template: some 10 MB."""
_LONGEST = 32_768
_OPENING = re.compile(
    rb"(?:<\?xml version=.1\.0.(?: encoding=.(?:UTF|utf)-8.)?(?: standalone=.(?:yes|no).)?\?>\s*)?"
    rb'(<w:document(?: [\w:]+="[^"<>&]*")*>)'
)
_OWN_NAME = b'"' + W.strip("{}").encode() + b'"'
_START = re.compile(rb"<w:p[\s/>]")
_END = b"</w:p>"
_STAND_IN = b"<w:p/>"
_WHOLE = re.compile(rb'<w:p(?: [\w:]+="[^"<>]*")*>')
_REACHES_OUT = re.compile(rb"</w:p\s|sectPr|RenderedPageBreak|Change|<w:ins\b|<w:del\b|<w:move|textpath|xml:id")
"""What makes a paragraph say something of other places, or be told of from there: it is read where it stands."""
_UNUSUAL = (b"<!", b"<?", b"xmlns", b"txbxContent", b"purl.oclc.org")
"""What would make a cut uncertain: text that is no tag, other names, paragraphs within paragraphs."""


class Kept:
    """A paragraph read before: all that it says wherever it stands, and the list it counts in."""

    __slots__ = ("numbered", "paragraph")

    def __init__(self, paragraph: Paragraph, numbered: tuple[str, int] | None) -> None:
        self.paragraph = paragraph
        self.numbered = numbered


class Shelf:
    """The paragraphs read under one template, in parts that open with one tag."""

    def __init__(self, opening: bytes) -> None:
        self._opening = opening
        self._kept: Recent[bytes, Kept] = Recent(_KEPT)

    def get(self, piece: bytes) -> Kept | None:
        """Return what the paragraph was read as, None for a new one."""
        return self._kept.get(piece)

    def put(self, piece: bytes, kept: Kept) -> None:
        """Keep a paragraph that may stand anywhere."""
        if len(piece) < _LONGEST and _WHOLE.match(piece) and not _REACHES_OUT.search(piece):
            self._kept.put(piece, kept)

    def alone(self, piece: bytes) -> bytes:
        """Return a part that holds nothing but the paragraph."""
        return self._opening + piece + b"</w:document>"


class Piece(NamedTuple):
    """A paragraph of the part: its bytes, where they tell all of it, and what it was read as before."""

    data: bytes | None = None
    kept: Kept | None = None


UNSURE = Piece()


class Cut(NamedTuple):
    """A part without the paragraphs that are kept, and all its paragraphs in order."""

    rest: bytes
    pieces: tuple[Piece, ...] = ()
    shelf: Shelf | None = None


def cut(data: bytes, around: Surroundings) -> Cut:
    """Cut what is kept out of a main part; one that is unusual in any way stays whole."""
    opening = _OPENING.match(data)
    if opening is None or not _is_usual(opening[1], data, opening.end()):
        return Cut(data)
    shelf = around.shelves.get(opening[1])
    if shelf is None:
        shelf = Shelf(opening[1])
        around.shelves.put(opening[1], shelf)
    return _cut(data, shelf)


def _is_usual(opening: bytes, data: bytes, start: int) -> bool:
    return (
        b"xmlns:w=" + _OWN_NAME in opening
        and opening.count(_OWN_NAME) == 1
        and b"purl.oclc.org" not in opening
        and data.count(b"<") <= MOST_ELEMENTS
        and all(data.find(each, start) < 0 for each in _UNUSUAL)
    )


def _cut(data: bytes, shelf: Shelf) -> Cut:
    starts = [found.start() for found in _START.finditer(data)]
    rest: list[bytes] = []
    pieces: list[Piece] = []
    at = 0
    for start, following in zip(starts, [*starts, len(data)][1:], strict=True):
        end = data.find(_END, start, following) + len(_END)
        piece = _piece(data[start:end], shelf) if end > start else UNSURE
        pieces.append(piece)
        if piece.kept is not None:
            rest += (data[at:start], _STAND_IN)
            at = end
    return Cut(b"".join((*rest, data[at:])), tuple(pieces), shelf)


def _piece(data: bytes, shelf: Shelf) -> Piece:
    return Piece(data, shelf.get(data))
