"""The characters of a paragraph as one sees them, with their looks and widths, and where lines may break among them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain, pairwise

from kegen.docx.model import Face, Paragraph
from kegen.pages.boxes import Span
from kegen.pages.measuring import widths_of

_FIRM_HYPHEN = "\u2011"
_NO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_ENDS_LINE = re.compile("[\n\f]")
_TAB = re.compile("\t")
_BREAKS_BEHIND = "-–—…!?|"
_OPPORTUNITY = re.compile(r"(?<=\S[-–—])(?=[\w(])|(?<=[…!?|])(?=\w)")
"""Where a line may break inside a word: behind dashes and some marks, not behind strokes (LibreOffice's UAX 14)."""


class Characters:
    r"""The characters of a paragraph, its label and the signs of its footnotes among them.

    A tab is `\t`, a line break `\n`, a page break `\f`; a hyphen that no line breaks at is U+2011.
    """

    def __init__(self, paragraph: Paragraph, numbers: Mapping[int, int]) -> None:
        self._spans = [span for span in _spans(paragraph, numbers) if span.text]
        self.text = "".join([span.text for span in self._spans])
        self._starts = list(accumulate([len(span.text) for span in self._spans], initial=0))
        signs = [(start, span) for start, span in zip(self._starts, self._spans, strict=False) if span.note]
        self._firm = frozenset(place for start, span in signs for place in (start, start + len(span.text)))
        self._ends = [*(found.start() for found in _ENDS_LINE.finditer(self.text)), len(self.text)]
        self._tabs = [found.start() for found in _TAB.finditer(self.text)]
        widths = chain.from_iterable([widths_of(span.text, span.face) for span in self._spans])
        self.reach = list(accumulate(widths, initial=0.0))
        """How far the characters before each place reach, as if all stood on one line without tabs."""

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Yield what stands between two places, a span a look."""
        for index in range(bisect.bisect_right(self._starts, start) - 1, len(self._spans)):
            at, span = self._starts[index], self._spans[index]
            if at >= end:
                return
            text = span.text[max(start - at, 0) : end - at]
            if text:
                yield span._replace(text=text)

    def end_of_line(self, start: int) -> int:
        """Return where the next line break or page break stands, or the end."""
        return self._ends[bisect.bisect_left(self._ends, start)]

    def next_tab(self, start: int, end: int) -> int | None:
        """Return where the next tab before `end` stands, None for none."""
        index = bisect.bisect_left(self._tabs, start)
        return self._tabs[index] if index < len(self._tabs) and self._tabs[index] < end else None

    def furthest(self, start: int, end: int, room: float) -> int:
        """Return the last place up to which the characters from `start` on fit into the room."""
        return bisect.bisect_right(self.reach, self.reach[start] + room, start, end + 1) - 1

    def last_break(self, start: int, end: int) -> int:
        """Return the last place behind `start`, `end` at most, where a line may break; `start` where there is none."""
        blank = self.text.rfind(" ", start, end + 1)
        if blank > start and not self.text[start:blank].strip(" "):
            blank = start
        place = max(blank, start)
        for sign in _BREAKS_BEHIND:
            found = self.text.rfind(sign, place, end)
            while found >= place and not self._may_break(found + 1):
                found = self.text.rfind(sign, place, found)
            place = max(place, found + 1) if found >= place else place
        return place

    def _may_break(self, place: int) -> bool:
        return place not in self._firm and _OPPORTUNITY.match(self.text, place) is not None


def _spans(paragraph: Paragraph, numbers: Mapping[int, int]) -> Iterator[Span]:
    """Yield the spans of a paragraph, a label and the signs of its footnotes among them."""
    if paragraph.label:
        yield Span(f"{paragraph.label}\t", paragraph.runs[0].face if paragraph.runs else paragraph.mark)
    notes = [each for each in zip(paragraph.noted, paragraph.notes, strict=True) if each[1] in numbers]
    firm = frozenset(paragraph.firm_hyphens)
    start, face = 0, paragraph.mark
    for run in paragraph.runs:
        end, face = start + len(run.text), run.face
        inside = [place for place, _ in notes if place <= end]
        for a, b in pairwise([start, *inside, end]):
            yield Span(_seen(run.text[a - start : b - start], a, firm, face), face)
            if notes and notes[0][0] == b and b in inside:
                yield _sign(numbers[notes.pop(0)[1]], face)
        start = end
    yield from (_sign(numbers[note], face) for _, note in notes)


def _sign(number: int, face: Face) -> Span:
    return Span(str(number), face._replace(raised="superscript"), number)


def _seen(text: str, start: int, firm: frozenset[int], face: Face) -> str:
    """Return the text with its firm hyphens as U+2011, in capitals where they show, without signs that show nothing."""
    if firm and "-" in text:
        text = "".join([_FIRM_HYPHEN if at in firm and sign == "-" else sign for at, sign in enumerate(text, start)])
    text = text if text.isascii() else _NO_WIDTH.sub("", text)
    return text.upper() if face.caps else text
