"""Numbers and names that Word wants only once in a document: what each bearer gets while a template is filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import chain, count
from typing import TypeVar

_FIRST_COPY = 1_000_000
_LONGEST_NAME = 32
T = TypeVar("T", int, str)


class Ids:
    """The numbers and names given out so far, by kind."""

    def __init__(self) -> None:
        self.used: dict[str, set[str]] = defaultdict(set)
        self.last: dict[tuple[str, int], int] = {}

    def own_number(self, number: int, kind: str) -> int:
        """Return the number for its first bearer, one that nothing of its kind has for each later."""
        own = self._free(kind, number, lambda at: _FIRST_COPY + at)
        self.last[kind, number] = own
        return own

    def last_number(self, number: int, kind: str) -> int:
        """Return what `own_number` last gave for the number."""
        return self.last.get((kind, number), number)

    def own_name(self, name: str) -> str:
        """Return the name for its first bookmark, one with a number behind it for each later."""
        return self._free("name", name, lambda at: f"{name[:_LONGEST_NAME]}_{at + 1}")

    def _free(self, kind: str, wanted: T, another: Callable[[int], T]) -> T:
        used = self.used[kind]
        tries = chain([wanted], map(another, count(len(used))))
        found = next(each for each in tries if str(each).lower() not in used)
        used.add(str(found).lower())
        return found
