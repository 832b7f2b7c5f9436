"""The lines of a paragraph: each filled as far as it goes, as LibreOffice fills them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kegen.docx.lengths import Length
from kegen.docx.model import Paragraph
from kegen.pages.boxes import Line, ParagraphBox, Span
from kegen.pages.measuring import line_height, single_height, width_of
from kegen.pages.pieces import Piece, pieces_of
from kegen.pages.tabs import Stop, stop_behind

_SLACK = 1.0
"""By how many twips a line may be overfull: LibreOffice measures in whole twips."""


class Notes(NamedTuple):
    """The footnotes of a document by their id: the number shown, and how high they are, in twips."""

    numbers: Mapping[int, int]
    heights: Mapping[int, float]


NO_NOTES = Notes({}, {})


def set_paragraph(paragraph: Paragraph, width: float, tab_step: Length, notes: Notes = NO_NOTES) -> ParagraphBox:
    """Return the paragraph broken into lines in a column of that width in twips."""
    setting = _Setting(paragraph, width, tab_step.twips, notes)
    setting.fill(pieces_of(paragraph, dict(notes.numbers)))
    return ParagraphBox(paragraph, tuple(setting.lines))


class _Setting:
    """A paragraph being set: the lines that are full and the one being filled."""

    def __init__(self, paragraph: Paragraph, width: float, tab_step: float, notes: Notes) -> None:
        self.lines: list[Line] = []
        self._paragraph, self._notes, self._tab_step = paragraph, notes, tab_step
        look = paragraph.format
        self._edge = look.left.twips
        self._room = max(width - look.left.twips - look.right.twips, 1.0)
        self._indent = look.first_line.twips
        self._pieces: list[Piece] = []
        self._reached = 0.0
        """The width of what stands on the line, blanks at its end not counted."""
        self._blank = 0.0
        """The width of the blanks that may end it."""

    def fill(self, pieces: Iterable[Piece]) -> None:
        """Set all pieces."""
        pending = list(pieces)
        for index, piece in enumerate(pending):
            if piece.kind == "word":
                self._word(piece)
            elif piece.kind == "blank":
                self._blank += piece.width
                self._pieces.append(piece)
            elif piece.kind == "tab":
                self._tab(piece, pending[index + 1 :])
            else:
                self._end(ends=True, ends_page=piece.kind == "page")
        if self._pieces or not self.lines or (self.lines[-1].ends and not self.lines[-1].ends_page):
            self._end(ends=True)

    @property
    def _limit(self) -> float:
        return self._room - self._indent + _SLACK

    def _word(self, piece: Piece) -> None:
        if self._reached and self._reached + self._blank + piece.width > self._limit:
            self._end(ends=False)
        while piece.width > self._limit:
            piece = self._cut(piece)
        self._reached += self._blank + piece.width
        self._blank = 0.0
        self._pieces.append(piece)

    def _cut(self, piece: Piece) -> Piece:
        """Fill a line with as much of a word as it holds, one character at least, and return the rest of the word."""
        reached, head, rest = 0.0, list[Span](), list[Span]()
        for span in piece.spans:
            count = 0
            while not rest and count < len(span.text):
                wide = width_of(span.text[count], span.face)
                if reached + wide > self._limit and (head or count):
                    break
                reached, count = reached + wide, count + 1
            head += [span._replace(text=span.text[:count])] if count else []
            rest += [span._replace(text=span.text[count:])] if count < len(span.text) else []
        self._pieces.append(Piece("word", tuple(head), reached, piece.notes))
        self._end(ends=False)
        return Piece("word", tuple(rest), sum(width_of(each.text, each.face) for each in rest))

    def _tab(self, piece: Piece, behind: list[Piece]) -> None:
        """Set a tab: what stands behind it begins, ends or has its middle at the stop it leads to."""
        at = self._edge + self._indent + self._reached + self._blank
        stop = stop_behind(at, self._paragraph.format, self._tab_step)
        width = max(stop.at - at - _share_before(stop, behind), 0.0)
        if self._reached and at + width > self._edge + self._room + _SLACK and stop.kind == "left":
            self._end(ends=False)
            self._tab(piece, behind)
            return
        self._pieces.append(piece._replace(width=width))
        self._reached += self._blank + width
        self._blank = 0.0

    def _end(self, *, ends: bool, ends_page: bool = False) -> None:
        """End the line and begin the next."""
        self.lines.append(self._line(ends=ends, ends_page=ends_page))
        self._pieces, self._reached, self._blank, self._indent = [], 0.0, 0.0, 0.0

    def _line(self, *, ends: bool, ends_page: bool) -> Line:
        pieces = self._pieces
        while pieces and pieces[-1].kind == "blank":
            pieces = pieces[:-1]
        tabs = [piece.width for piece in pieces if piece.kind == "tab"]
        spans = [span for piece in pieces for span in piece.spans]
        spans = [span._replace(width=tabs.pop(0)) if span.text == "\t" else span for span in spans]
        size = max([span.face.size for span in spans], default=self._paragraph.mark.size)
        single = single_height(size)
        height = line_height(single, self._paragraph.format.spacing)
        notes = tuple(note for piece in pieces for note in piece.notes)
        foot = sum(self._notes.heights.get(note, 0.0) for note in notes)
        left, room = self._edge + self._indent, self._room - self._indent
        return Line(tuple(spans), left, room, height, single, size, ends, notes, foot, ends_page)


def _share_before(stop: Stop, behind: list[Piece]) -> float:
    """Return how much of what stands behind a tab lies before its stop."""
    if stop.kind not in ("right", "center", "decimal"):
        return 0.0
    width = 0.0
    for piece in behind:
        if piece.kind not in ("word", "blank"):
            break
        width += piece.width
    return width / 2 if stop.kind == "center" else width
