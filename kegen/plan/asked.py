"""Which records of a plan a question is about."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.plan.model import Ask


def concerned(ask: Ask, ids: Iterable[str]) -> tuple[str, ...]:
    """Return which of the ids a question is about: those it names, and those under a heading that it names."""
    named = ask.of.split()
    return tuple(each for each in ids if any(each == name or each.startswith(f"{name}-") for name in named))
