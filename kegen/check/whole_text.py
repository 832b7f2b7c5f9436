"""All that a paper says as one text, so that one search looks through it, and the passage each find lies in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from kegen.check.passages import Passage


class Find(NamedTuple):
    """Something found: the words, and where they begin in which passage."""

    text: str
    passage: Passage
    start: int


class WholeText:
    """The passages of a paper, one a line."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self._passages = passages
        self.text = "\n".join(each.line.text for each in passages)
        self.low = self.text.lower()
        """The same in small letters, place for place, or the text itself where that cannot be."""
        if len(self.low) != len(self.text):
            self.low = self.text
        self._starts = [0, *accumulate(len(each.line.text) + 1 for each in passages)]

    def at(self, start: int, end: int) -> Find:
        """Return what stands between two places."""
        index = bisect_right(self._starts, start) - 1
        return Find(self.text[start:end], self._passages[index], start - self._starts[index])

    def all(self, pattern: re.Pattern[str]) -> Iterator[Find]:
        """Yield all that a pattern finds."""
        return (self.at(*found.span()) for found in pattern.finditer(self.text))

    def find(self, spans: Callable[[str], Iterable[tuple[int, int]]]) -> list[Find]:
        """Return what a search finds, which yields where finds begin and end, none of them over the end of a line."""
        return [self.at(start, end) for start, end in spans(self.text)]

    def each(self, word: str) -> Iterator[int]:
        """Yield the places of a text in small letters."""
        start = self.low.find(word)
        while start >= 0:
            yield start
            start = self.low.find(word, start + 1)


def word_ending(text: str, end: int) -> tuple[int, int]:
    """Return where the word that ends there begins and ends."""
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return start, end


def listed(finds: Iterable[Find]) -> str:
    """Return what was found and where, as a sentence says it: `hoá (đoạn 3, 14), Uỷ (đoạn 5)`."""
    orders: dict[str, list[int]] = {}
    for each in finds:
        orders.setdefault(each.text, []).append(each.passage.order)
    return ", ".join(f"{text} (đoạn {_few(places)})" for text, places in orders.items())


def _few(places: list[int], most: int = 6) -> str:
    once = list(dict.fromkeys(places))
    return ", ".join(map(str, once[:most])) + (" …" if len(once) > most else "")
