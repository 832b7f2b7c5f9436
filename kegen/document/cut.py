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
from kegen.document.xml import MOST_ELEMENTS, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kegen.document.frame import Frame
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


class Piece:
    """A paragraph of a part: its bytes where it was cut out, and what it was read as, once it was."""

    __slots__ = ("data", "kept")

    def __init__(self, data: bytes = b"") -> None:
        self.data = data
        self.kept: Kept | None = None


class Segment(NamedTuple):
    """What stands before the end of a paragraph, from the end of the one before: what is left of it, its paragraphs."""

    frame: bytes
    pieces: tuple[Piece, ...]


UNCUT = Piece()


class Shelf:
    """What was read under one template, in parts that open with one tag."""

    def __init__(self, opening: bytes) -> None:
        self._opening = opening
        self.segments: Recent[bytes, Segment] = Recent(_KEPT)
        self.frames: Recent[tuple[bytes, ...], Frame] = Recent(_FRAMES)
        """By the pieces of their text: joining them takes longer than comparing."""

    def keep(self, data: bytes) -> Segment | None:
        """Return what a segment not met before holds, None for one that is unusual."""
        found = _segment(data)
        if found is not None and len(data) <= LARGEST_KEPT:
            self.segments.put(data, found)
        return found

    def keep_frame(self, texts: tuple[bytes, ...], frame: Frame) -> None:
        """Keep a frame."""
        if sum(map(len, texts)) <= LARGEST_KEPT:
            self.frames.put(texts, frame)

    def together(self, pieces: Iterable[bytes]) -> bytes:
        """Return a part that holds nothing but the paragraphs."""
        return b"".join((self._opening, *pieces, b"</w:document>"))


class Cut(NamedTuple):
    """A part without the paragraphs that could be cut out, and all its paragraphs in order."""

    frame: tuple[bytes, ...]
    pieces: list[Piece]
    shelf: Shelf


def cut(data: bytes, around: Surroundings) -> Cut | None:
    """Cut a main part, None for one that is unusual in any way."""
    found = _OPENING.match(data)
    if found is None or found[1].count(_OWN_NAME) != 1 or b"xmlns:w=" + _OWN_NAME not in found[1]:
        return None
    shelf = around.shelves.get(found[1])
    if shelf is None:
        shelf = Shelf(found[1])
        around.shelves.put(found[1], shelf)
    return _cut(found[0], data[found.end() :], shelf)


def _cut(opening: bytes, data: bytes, shelf: Shelf) -> Cut | None:
    """Cut a part, None where it is unusual or may be too long: what was read before is not counted again."""
    if len(data) > MOST_ELEMENTS and data.count(b"<") > MOST_ELEMENTS:
        return None
    *whole, last = data.split(_END)
    frame: list[bytes] = [opening]
    pieces: list[Piece] = []
    for each in whole:
        segment = shelf.segments.get(each) or shelf.keep(each)
        if segment is None:
            return None
        frame.append(segment.frame)
        pieces += segment.pieces
    if not _is_usual(last):
        return None
    return Cut((*frame, last), [*pieces, *(UNCUT for _ in _START.finditer(last))], shelf)


def _is_usual(data: bytes) -> bool:
    return not any(map(data.__contains__, _UNUSUAL))


def _segment(data: bytes) -> Segment | None:
    """Return what a segment holds, None for one that is unusual: the end of a paragraph that holds others, say."""
    starts = [found.start() for found in _START.finditer(data)]
    if not starts or not _is_usual(data):
        return None
    before = (UNCUT,) * (len(starts) - 1)
    piece = data[starts[-1] :] + _END
    if _REACHES_OUT.search(piece):
        return Segment(data + _END, (*before, UNCUT))
    return Segment(data[: starts[-1]] + _STAND_IN, (*before, Piece(piece)))
