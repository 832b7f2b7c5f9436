"""Many texts as one, so that one search tells which of them says something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Searched:
    """Texts none of which holds a line break, searched for words none of which does either."""

    def __init__(self, texts: Iterable[str]) -> None:
        held = tuple(texts)
        self._all = "\n".join(held)
        self._starts = [0, *accumulate(len(each) + 1 for each in held)]

    def first(self, words: str) -> int | None:
        """Return the index of the first text that has the words, None where none has."""
        place = self._all.find(words)
        return None if place < 0 else bisect_right(self._starts, place) - 1
