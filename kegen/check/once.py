"""What is worked out of a paper, or of some passages of it, once however many rules ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Lasting:
    """What is made once for many papers: the very same object is the same answer."""


class Once:
    """Keeps what works made of it."""

    def __init__(self) -> None:
        self._done: dict[Callable[..., Any], Any] = {}

    def once(self, work: Callable[[Self], T]) -> T:
        """Return what the work makes of it, done once however many rules ask."""
        if work not in self._done:
            self._done[work] = work(self)
        found: T = self._done[work]
        return found
