"""A paper that notes what a rule asks it for, so that the answer holds for every paper that is the same in that."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from types import NoneType
from typing import Any, TypeVar, cast

from kegen.check.once import Lasting
from kegen.check.paper import Of, Paper, Work
from kegen.document.model import Document
from kegen.document.parts import Parts
from kegen.document.recent import Recent

T = TypeVar("T")
Name = str | Work | tuple[Of, Work]
"""What is asked for: `parts.motto`, or what a work makes of the paper, or a work's answers for its lines or items.

What a work makes of the paper is compared where it is plain; else it only counts whether it is nothing.
"""
_PLAIN = (bool, int, str, NoneType, frozenset, Lasting)
_MOST = 4096
_INSIDE = ("parts", "document")
"""What is not read whole but asked in turn."""
_LONG = frozenset(
    (
        *("passages", "notes", "body_notes", "citations", "parts.bases", "parts.body", "parts.tables", "parts.annexes"),
        "parts.document",
        *("document.blocks", "document.footnotes", "document.comments", "document.changes", "facts", "parent", "above"),
    )
)
"""What hardly is the same in two papers, and long to compare; only that it is not there counts."""
TOO_LONG = object()
"""Stands for an answer that is not to be compared."""


class Asked:
    """Stands for a paper, its parts or its document; `names` are what was asked for, in order."""

    def __init__(self, of: Paper | Parts | Document, names: dict[Name, None], inside: str = "") -> None:
        self._of, self._names, self._inside = of, names, inside

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the paper has
        path = self._inside + name
        if path in _INSIDE:
            return Asked(getattr(self._of, name), self._names, f"{path}.")
        self._names[path] = None
        return getattr(self._of, name)

    def once(self, work: Callable[[Paper], T]) -> T:
        """Return what the work makes of the paper."""
        self._names[work] = None
        return cast("Paper", self._of).once(work)

    def told(self, of: Of, work: Callable[[Any], T]) -> tuple[T, ...]:
        """Return what a work makes of each of these lines or items."""
        self._names[of, work] = None
        return cast("Paper", self._of).told(of, work)


class Numbers:
    """Numbers values: what is equal has the same number, and no number is ever given to another value."""

    def __init__(self) -> None:
        self._known: Recent[object, int] = Recent(_MOST)
        self._next = itertools.count(1)

    def of(self, value: object) -> int:
        """Return the number of the value."""
        number = self._known.get(value)
        if number is None:
            number = next(self._next)
            self._known.put(value, number)
        return number


class Answers:
    """What a paper answers to each name, and as a number: the same for what is equal."""

    def __init__(self, paper: Paper, numbers: Numbers) -> None:
        self.paper, self._numbers = paper, numbers
        self._known: dict[Name, object] = {}
        self._numbered: dict[Name, int | None] = {}

    def to(self, names: tuple[Name, ...]) -> tuple[int, ...] | None:
        """Return the numbers of the answers, None where one is too long to compare."""
        found = []
        for name in names:
            number = self._number(name)
            if number is None:
                return None
            found.append(number)
        return tuple(found)

    def answer(self, name: Name) -> object:
        """Return one answer, TOO_LONG for what is not to be compared."""
        if name not in self._known:
            self._known[name] = self._answer(name)
        return self._known[name]

    def _number(self, name: Name) -> int | None:
        if name not in self._numbered:
            answer = self.answer(name)
            self._numbered[name] = None if answer is TOO_LONG else self._numbers.of(answer)
        return self._numbered[name]

    def _answer(self, name: Name) -> object:
        if isinstance(name, tuple):
            return self.paper.told(*name)
        if callable(name):
            made = self.paper.once(name)
            return made if _is_plain(made) else TOO_LONG if made else None
        value: Any = self.paper
        for part in name.split("."):
            value = getattr(value, part)
        return (TOO_LONG if value else None) if name in _LONG else value


def _is_plain(made: object) -> bool:
    return isinstance(made, _PLAIN) or (isinstance(made, tuple) and all(map(_is_plain, made)))
