"""Work done on several things in one go, where some of them have come to their end before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")
E = TypeVar("E")


def together(things: Sequence[T | E], work: Callable[[list[T]], Sequence[R]], ended: type[E]) -> list[R | E]:
    """Return, in their places, what the work makes of all that have not ended, and the others as they are.

    The work is not called for nothing.
    """
    left = cast("list[T]", [each for each in things if not isinstance(each, ended)])
    made = iter(work(left) if left else ())
    return [each if isinstance(each, ended) else next(made) for each in things]
