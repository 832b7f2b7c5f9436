"""All that a paper says as one text, so that one search looks through it, and the passage each find lies in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from kegen.check.paper import Paper, Passage, Zone, lines
from kegen.document.lines import Line


class Find(NamedTuple):
    """Something found: the words, the passage, and the passage's number down the document, from 1."""

    text: str
    passage: Passage
    order: int
    start: int
    """Where in the passage."""


class WholeText:
    """The passages of a paper, one a line."""

    def __init__(self, text: Paper) -> None:
        self._passages = text.passages
        self.text = "\n".join(each.line.text for each in self._passages)
        self.low = self.text.lower()
        """The same in small letters, place for place, or the text itself where that cannot be."""
        if len(self.low) != len(self.text):
            self.low = self.text
        self._starts = [0, *accumulate(len(each.line.text) + 1 for each in self._passages)]

    def at(self, start: int, end: int) -> Find:
        """Return what stands between two places."""
        index = bisect_right(self._starts, start) - 1
        return Find(self.text[start:end], self._passages[index], index + 1, start - self._starts[index])

    def all(self, pattern: re.Pattern[str], zones: Collection[Zone] | None = None) -> Iterator[Find]:
        """Yield all that a pattern finds, in these zones only where some are given."""
        for found in pattern.finditer(self.text):
            each = self.at(found.start(), found.end())
            if zones is None or each.passage.zone in zones:
                yield each

    def each(self, word: str) -> Iterator[int]:
        """Yield the places of a text in small letters."""
        start = self.low.find(word)
        while start >= 0:
            yield start
            start = self.low.find(word, start + 1)


class Search:
    """A search that goes line by line: what it found in a line is noted with the line."""

    def __init__(self, spans: Callable[[str], Iterable[tuple[int, int]]]) -> None:
        self._spans = spans
        self._of_line = self._in_line
        """One object for the notes: Python makes a bound method anew each time it is asked for."""
        self._said_in_line = self._said

    def said(self, paper: Paper) -> tuple[tuple[str, ...], ...]:
        """Return what it finds in each passage, as words only."""
        return paper.told(lines, self._said_in_line)

    def _said(self, line: Line) -> tuple[str, ...]:
        return tuple([line.text[start:end] for start, end in self._spans(line.text)])

    def all(self, text: Paper) -> list[Find]:
        """Return all that it finds, down the document."""
        return text.once(self._all)

    def _all(self, text: Paper) -> list[Find]:
        work = self._of_line
        finds: list[Find] = []
        for order, notes in enumerate(text.notes, 1):
            if spans := notes[work]:
                said, passage = notes.about.text, text.passages[order - 1]
                finds += [Find(said[start:end], passage, order, start) for start, end in spans]
        return finds

    def _in_line(self, line: Line) -> tuple[tuple[int, int], ...]:
        return tuple(self._spans(line.text))


def word_ending(text: str, end: int) -> tuple[int, int]:
    """Return where the word that ends there begins and ends."""
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return start, end


def whole_text(text: Paper) -> WholeText:
    """Return all that a paper, or an paper of it, says."""
    return text.once(WholeText)


def listed(finds: list[Find]) -> str:
    """Return what was found and where, as a sentence says it: `hoá (đoạn 3, 14), Uỷ (đoạn 5)`."""
    orders: dict[str, list[int]] = {}
    for each in finds:
        orders.setdefault(each.text, []).append(each.order)
    return ", ".join(f"{text} (đoạn {_few(places)})" for text, places in orders.items())


def _few(places: list[int], most: int = 6) -> str:
    once = list(dict.fromkeys(places))
    return ", ".join(map(str, once[:most])) + (" …" if len(once) > most else "")
