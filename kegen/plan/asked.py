"""Which records of a plan a question about several of them is about."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.plan.model import Ask


def concerned(ask: Ask, ids: Iterable[str]) -> tuple[str, ...]:
    """Return which of the ids a question is about: those it names, and those under a heading that it names."""
    named = set(ask.of.split())
    return tuple(each for each in ids if each in named or not named.isdisjoint(_stems(each)))


def _stems(name: str) -> Iterable[str]:
    """Return the ids that an id may stand under: `muc-1`, `muc-1-2` of `muc-1-2-y-3`."""
    pieces = name.split("-")
    return ["-".join(pieces[:end]) for end in range(1, len(pieces))]
