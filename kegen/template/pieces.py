"""A text in pieces: cut where the signs of its footnotes stand and where it begins to look otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from kegen.plan.model import Face, Note, Span


class Piece(NamedTuple):
    """A stretch of a text, the number of the footnote behind it, 0 for none, and how it stands out."""

    text: str
    note: int
    bold: bool = False
    italic: bool = False
    raised: str = ""
    """`superscript` or `subscript`."""
    face: bool = False
    """Whether it stands out at all."""

    @property
    def strokes(self) -> Markup:
        """The elements of its bold and italic letters (ECMA-376, part 1, 17.3.2.1 and 17.3.2.16)."""
        return Markup("<w:b/><w:bCs/>" * self.bold + "<w:i/><w:iCs/>" * self.italic)  # noqa: S704 - of our own

    @property
    def height(self) -> Markup:
        """The element by which it stands above or below its line (17.3.2.42)."""
        return Markup(f'<w:vertAlign w:val="{self.raised}"/>' if self.raised else "")  # noqa: S704 - of our own


def in_order(notes: Iterable[Note]) -> list[Note]:
    """Return footnotes as their signs follow one another."""
    return sorted(notes, key=lambda note: note.offset)


def pieces_of(text: str, spans: Sequence[Span], notes: Sequence[Note] = (), number: int = 0) -> Iterator[Piece]:
    """Yield the pieces of a text, made firm, none where all is of one; its first footnote has that number."""
    if not notes and not spans:
        return
    ends: dict[int, list[int]] = {}
    for count, note in enumerate(in_order(notes), number):
        ends.setdefault(min(note.offset, len(text)), []).append(count)
    yield from (Piece("", count) for count in ends.pop(0, ()))
    for end, piece in _faced(text, spans, ends):
        first, *more = ends.get(end, (0,))
        yield piece._replace(note=first)
        yield from (Piece("", count) for count in more)


def _faced(text: str, spans: Iterable[Span], ends: Iterable[int]) -> Iterator[tuple[int, Piece]]:
    """Yield each piece with where it ends: at one of the ends, or where a span begins or ceases."""
    changes: dict[int, Counter[Face]] = {}
    for span in spans:
        changes.setdefault(span.start, Counter())[span.face] += 1
        changes.setdefault(min(span.start + span.length, len(text)), Counter())[span.face] -= 1
    on: Counter[Face] = Counter(changes.pop(0, {}))
    inside = (at for at in changes if 0 < at < len(text))
    for left, right in pairwise(sorted({0, len(text), *ends, *inside})):
        for face, change in changes.get(left, {}).items():
            on[face] += change
        yield right, _piece(text[left:right], {face for face, count in on.items() if count > 0})


def _piece(text: str, faces: set[Face]) -> Piece:
    raised = "superscript" if "tren" in faces else "subscript" if "duoi" in faces else ""
    return Piece(text, 0, "dam" in faces, "nghieng" in faces, raised, bool(faces))
