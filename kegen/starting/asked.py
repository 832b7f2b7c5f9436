"""Which records of a plan a question is about."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.plan.model import Ask


def concerned(ask: Ask, ids: Iterable[str]) -> tuple[str, ...]:
    """Return which of the ids a question is about: those it names, and those under a heading that it names."""
    named = set(ask.of.split())
    under = tuple(f"{each}-" for each in named)
    return tuple(each for each in ids if each in named or each.startswith(under))
