"""The main part cut at its paragraphs, so that one read before is neither parsed nor read again.

Why that is sound: where every `<` begins a tag and one prefix stands for one name all through, the bytes alone tell
where each `w:p` begins and ends, and whether one holds another. The part is well-formed if its frame is, which has an
empty paragraph for each one cut out, and these are; both are parsed as strictly as the whole would be, if they have
not been before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kegen.document.recent import Recent
from kegen.document.xml import MOST_ELEMENTS, Element, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kegen.document.model import Paragraph
    from kegen.document.surroundings import Surroundings

_KEPT = 1024
"""Paragraphs kept under one template: some 5 MB."""
_FRAMES = 8
LARGEST_KEPT = 1 << 16
"""What is larger is read anew each time: memory stays flat whatever is read."""
_OPENING = re.compile(
    rb"(?:<\?xml version=.1\.0.(?: encoding=.(?:UTF|utf)-8.)?(?: standalone=.(?:yes|no).)?\?>\s*)?"
    rb'(<w:document(?: [\w:]+="[^"<>&]*")*>)'
)
_OWN_NAME = b'"' + W.strip("{}").encode() + b'"'
_START = re.compile(rb"<w:p[\s/>]")
_END = b"</w:p>"
_STAND_IN = b"<w:p/>"
_EMPTY = re.compile(rb'<w:p(?: [\w:]+="[^"<>]*")*/>')
_REACHES_OUT = re.compile(rb"sectPr|RenderedPageBreak|Change|<w:ins\b|<w:del\b|<w:move|textpath|xml:id")
"""What makes a paragraph say something of other places, or be told of from there: it is read where it stands."""
_UNUSUAL = (b"<!", b"<?", b"xmlns", b"purl.oclc.org")
"""What would make a cut uncertain: text that is no tag, other names."""


class Kept:
    """A paragraph read before: all that it says wherever it stands, and the list it counts in."""

    __slots__ = ("numbered", "paragraph")

    def __init__(self, paragraph: Paragraph, numbered: tuple[str, int] | None) -> None:
        self.paragraph = paragraph
        self.numbered = numbered


class Piece(NamedTuple):
    """A paragraph of a part: its bytes where it was cut out, and what it was read as before."""

    data: bytes = b""
    kept: Kept | None = None


class Frame(NamedTuple):
    """The body of a part without the paragraphs cut out, and the ordinals of all paragraphs."""

    body: Element
    ordinals: dict[Element, int]


UNCUT = Piece()


class Shelf:
    """What was read under one template, in parts that open with one tag."""

    def __init__(self, opening: bytes) -> None:
        self._opening = opening
        self._pieces: Recent[bytes, Piece] = Recent(_KEPT)
        self.frames: Recent[bytes, Frame] = Recent(_FRAMES)

    def piece(self, data: bytes) -> Piece:
        """Return the piece those bytes are, with what it was read as if it was."""
        known = self._pieces.get(data)
        if known is not None:
            return known
        return UNCUT if _REACHES_OUT.search(data) else Piece(data)

    def keep(self, piece: Piece, kept: Kept) -> None:
        """Keep what a piece was read as."""
        if piece.data and len(piece.data) <= LARGEST_KEPT:
            self._pieces.put(piece.data, Piece(piece.data, kept))

    def keep_frame(self, data: bytes, frame: Frame) -> None:
        """Keep a frame."""
        if len(data) <= LARGEST_KEPT:
            self.frames.put(data, frame)

    def together(self, pieces: Iterable[bytes]) -> bytes:
        """Return a part that holds nothing but the paragraphs."""
        return b"".join((self._opening, *pieces, b"</w:document>"))


class Cut(NamedTuple):
    """A part without the paragraphs that could be cut out, and all its paragraphs in order."""

    frame: bytes
    pieces: list[Piece]
    shelf: Shelf


def cut(data: bytes, around: Surroundings) -> Cut | None:
    """Cut a main part, None for one that is unusual in any way."""
    opening = _OPENING.match(data)
    if opening is None or not _is_usual(opening[1], data, opening.end()):
        return None
    shelf = around.shelves.get(opening[1])
    if shelf is None:
        shelf = Shelf(opening[1])
        around.shelves.put(opening[1], shelf)
    return _cut(data, shelf)


def _is_usual(opening: bytes, data: bytes, start: int) -> bool:
    return (
        b"xmlns:w=" + _OWN_NAME in opening
        and opening.count(_OWN_NAME) == 1
        and data.count(b"<") <= MOST_ELEMENTS
        and all(data.find(each, start) < 0 for each in _UNUSUAL)
    )


def _cut(data: bytes, shelf: Shelf) -> Cut | None:
    """Cut a part, None where a paragraph may hold another: it ends only after the next has begun."""
    starts = [found.start() for found in _START.finditer(data)]
    frame: list[bytes] = []
    pieces: list[Piece] = []
    at = 0
    for start, following in zip(starts, [*starts, len(data)][1:], strict=True):
        end = data.find(_END, start, following) + len(_END)
        if end < start and not _EMPTY.match(data, start):
            return None
        piece = shelf.piece(data[start:end]) if end > start else UNCUT
        pieces.append(piece)
        if piece.data:
            frame += (data[at:start], _STAND_IN)
            at = end
    return Cut(b"".join((*frame, data[at:])), pieces, shelf)
