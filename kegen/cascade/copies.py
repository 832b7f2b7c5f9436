"""What is this process's own: a copy of it (`fork`), whoever makes one, lets go of it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable

_own: dict[Hashable, Callable[[], object]] = {}
"""Things open in this process alone, and how a copy lets go of each."""


def own(thing: Hashable, let_go: Callable[[], object]) -> None:
    """Keep it from copies, for as long as it is open."""
    _own[thing] = let_go


def disown(thing: Hashable) -> bool:
    """Keep it no more, before it is closed; return whether it was this process's own, and not the one's it copies."""
    return _own.pop(thing, None) is not None


def _let_go() -> None:
    while _own:
        _own.popitem()[1]()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
