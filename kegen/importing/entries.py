"""The body of a received plan as entries: each paragraph with its mark, the headings above it, and its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kegen.docx.parts import Item
from kegen.importing.content import Content
from kegen.importing.marks import order_of
from kegen.importing.pieces import Piece


class Entry(NamedTuple):
    """A paragraph of the body."""

    id: str
    """`muc-2`, `muc-2-1` for headings, `muc-2-1-y-3` for the third item under one."""
    mark: str
    """Its number or list mark as printed: `II.`, `1.1.`, `a)`, `-`, "" for none."""
    text: str
    """Its words without the mark."""
    depth: int
    """How deep a heading it is, from 1; 0 for what is no heading."""
    above: tuple[Entry, ...]
    """The headings it stands under, the outermost first."""
    place: str
    """Where it stands, in words: `trang 3, đoạn 41`."""
    item: Item


def entries_in(content: Content) -> tuple[Entry, ...]:
    """Return the paragraphs of the body of a content, tables left out."""
    return outlined(content.body, content.is_heading)


def outlined(pieces: Iterable[Piece], is_heading: Iterable[bool], stem: str = "", where: str = "") -> tuple[Entry, ...]:
    """Return paragraphs under their headings, tables left out; ids begin with the stem, places with where they are."""
    outline = _Outline(stem, where)
    pairs = zip(pieces, is_heading, strict=True)
    return tuple([outline.add(piece, piece.item, is_heading=heads) for piece, heads in pairs if piece.item])


class _Outline:
    """The headings that stand open while a body is read from its first paragraph on."""

    def __init__(self, stem: str, where: str) -> None:
        self._stem, self._where = stem, where
        self._headings: list[tuple[Entry, Piece]] = []
        self._counts: dict[str, int] = {}
        self._after_heading = False

    def add(self, piece: Piece, item: Item, *, is_heading: bool) -> Entry:
        """Return the next paragraph as an entry."""
        if is_heading:
            self._close_headings(piece)
        else:
            self._close_for_item(piece)
        entry = self._entry(piece, item, is_heading=is_heading)
        if is_heading:
            self._headings.append((entry, piece))
        self._after_heading = is_heading
        return entry

    def _close_headings(self, piece: Piece) -> None:
        """Close the headings that a new one is beside or outside of."""
        open_at = next((i for i, (_, each) in enumerate(self._headings) if each.series == piece.series), None)
        if open_at is not None:
            del self._headings[open_at:]
        elif not (self._after_heading and piece.mark.number == 1):  # the first of its series right under a heading
            self._headings = [each for each in self._headings if order_of(each[1].series) < order_of(piece.series)]

    def _close_for_item(self, piece: Piece) -> None:
        """Close the headings that a numbered item is beside: `3.3.` after the heading `3.2.`, `7.` after `6.`."""
        if not piece.mark.number:
            return
        for index, (_, each) in enumerate(self._headings):
            if each.series == piece.series and each.mark.number < piece.mark.number:
                del self._headings[index:]
                return

    def _entry(self, piece: Piece, item: Item, *, is_heading: bool) -> Entry:
        above = tuple(entry for entry, _ in self._headings)
        start = f"{above[-1].id}-" if above else self._stem
        stem = start if is_heading and above else f"{start}{'muc' if is_heading else 'y'}-"
        self._counts[stem] = self._counts.get(stem, 0) + 1
        return Entry(
            id=f"{stem}{self._counts[stem]}",
            mark=piece.mark.text,
            text=piece.own,
            depth=len(above) + 1 if is_heading else 0,
            above=above,
            place=f"{self._where}{piece.place}",
            item=item,
        )
