"""The lines of a paragraph: each filled as far as it goes, as LibreOffice fills them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kegen.docx.lengths import Length
from kegen.docx.model import Paragraph
from kegen.pages.boxes import Line, ParagraphBox
from kegen.pages.characters import Characters
from kegen.pages.measuring import line_height, single_height
from kegen.pages.tabs import Stop, Tab, stop_behind


class Notes(NamedTuple):
    """The footnotes of a document by their id: the number shown, and how high they are, in twips."""

    numbers: Mapping[int, int]
    heights: Mapping[int, float]


NO_NOTES = Notes({}, {})


def set_paragraph(paragraph: Paragraph, width: float, tab_step: Length, notes: Notes = NO_NOTES) -> ParagraphBox:
    """Return the paragraph broken into lines in a column of that width in twips."""
    setting = _Setting(paragraph, width, tab_step.twips, notes)
    return ParagraphBox(paragraph, tuple(setting.lines()))


class _Filled(NamedTuple):
    """How far a line goes: where it ends, where the next begins, its tabs."""

    end: int
    next: int
    tabs: tuple[Tab, ...]


class _Setting:
    """A paragraph being set."""

    def __init__(self, paragraph: Paragraph, width: float, tab_step: float, notes: Notes) -> None:
        self._paragraph, self._notes, self._tab_step = paragraph, notes, tab_step
        self._characters = Characters(paragraph, notes.numbers)
        look = paragraph.format
        self._edge = look.left.twips
        self._room = max(width - look.left.twips - look.right.twips, 1.0)
        self._heights = {note: notes.heights.get(id_, 0.0) for id_, note in notes.numbers.items()}

    def lines(self) -> Iterator[Line]:
        """Yield the lines; one where nothing is to be read."""
        text, start, indent = self._characters.text, 0, self._paragraph.format.first_line.twips
        while True:
            filled = self._filled(start, indent)
            broken = text[filled.end : filled.next].strip(" ")
            yield self._line(start, filled, indent, broken)
            if filled.next >= len(text) and broken != "\n":
                return
            start, indent = filled.next, 0.0

    def _filled(self, start: int, indent: float) -> _Filled:
        """Fill a line from a place on, tab after tab."""
        text, hard = self._characters.text, self._characters.end_of_line(start)
        at, reached, tabs = start, indent, list[Tab]()
        while True:
            tab = self._characters.next_tab(at, hard)
            end = hard if tab is None else tab
            furthest = self._characters.furthest(at, end, self._room - reached)
            if furthest < end and self._behind_blanks(furthest) < end:
                return self._broken(start, at, furthest, tuple(tabs))
            if tab is None:
                return _Filled(hard, min(hard + 1, len(text)), tuple(tabs))
            reached += self._width(at, tab)
            wide = self._tab(reached, tab, hard)
            if at > start and reached + wide.width > self._room:
                return _Filled(tab, tab + 1, tuple(tabs))
            tabs.append(wide)
            at, reached = tab + 1, reached + wide.width

    def _broken(self, start: int, at: int, furthest: int, tabs: tuple[Tab, ...]) -> _Filled:
        """Return where a line ends that does not hold what stands behind `at`: inside a word where it has to be."""
        place = self._characters.last_break(at, furthest)
        behind = self._behind_blanks(place)
        if behind == start:
            behind = place = max(furthest, start + 1)
        return _Filled(place, behind, tabs)

    def _behind_blanks(self, place: int) -> int:
        text = self._characters.text
        while place < len(text) and text[place] == " ":
            place += 1
        return place

    def _width(self, start: int, end: int) -> float:
        return self._characters.reach[end] - self._characters.reach[start]

    def _tab(self, reached: float, tab: int, hard: int) -> Tab:
        """Return a tab: what stands behind it begins, ends or has its middle at the stop it leads to."""
        at = self._edge + reached
        stop = stop_behind(at, self._paragraph.format, self._tab_step)
        following = self._characters.next_tab(tab + 1, hard)
        behind = self._width(tab + 1, hard if following is None else following)
        return Tab(max(stop.at - at - _share_before(stop) * behind, 0.0), stop.leader)

    def _line(self, start: int, filled: _Filled, indent: float, broken: str) -> Line:
        text, end = self._characters.text, filled.end
        end = start + len(text[start:end].rstrip(" "))
        spans, tabs = tuple(self._characters.spans(start, end)), filled.tabs
        size = max([span.face.size for span in spans], default=self._paragraph.mark.size)
        single = single_height(size)
        spacing = self._paragraph.format.spacing
        height = line_height(single, spacing)
        numbers = tuple([span.note for span in spans if span.note])
        return Line(
            spans,
            tabs,
            left=self._edge + indent,
            room=self._room - indent,
            height=height,
            least=min(height, single) if spacing.rule == "auto" else height,
            size=size,
            ends=bool(broken) or filled.next >= len(text),
            notes=numbers,
            foot=sum([self._heights[number] for number in numbers]),
            ends_page=broken == "\f",
        )


def _share_before(stop: Stop) -> float:
    """Return how much of what stands behind a tab lies before its stop."""
    return {"center": 0.5, "right": 1.0, "decimal": 1.0}.get(stop.kind, 0.0)
