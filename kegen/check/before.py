"""The paper judged before: a rule that was silent on it need only look again where this one answers otherwise.

Papers that follow each other differ in a few lines, so the answers are compared once for all rules, and those given
line by line only where the lines are others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kegen.check.asking import Answers, Name
from kegen.check.notes import Notes
from kegen.check.paper import Paper
from kegen.check.rule import Said

Silence = tuple[Name, ...]
"""What a rule had asked for when it found nothing: with the same answers it finds nothing again."""
Of = Callable[[Paper], Sequence[Notes]]


class Before(NamedTuple):
    """What was answered and said of a paper."""

    answers: Answers
    said: list[Said]
    silences: list[Silence | None]
    """None for a rule that has to look again whatever comes."""
    askers: dict[Name, list[int]]
    """Which rules asked for each name, by their place."""

    def to_look_again(self, answers: Answers) -> list[int]:
        """Return which rules have to look at a paper with these answers."""
        change = Change(self.answers, answers)
        turned = {at for at, silence in enumerate(self.silences) if silence is None}
        for name, askers in self.askers.items():
            if not turned.issuperset(askers) and change.has(name):
                turned.update(askers)
        return sorted(turned)


def before_next(answers: Answers, said: list[Said], silences: list[Silence | None], earlier: Before | None) -> Before:
    """Return what the next paper is held against; who asked for what is mostly as it was."""
    same = earlier is not None and earlier.silences == silences
    return Before(answers, said, silences, earlier.askers if earlier and same else _askers(silences))


class Change:
    """What a paper answers otherwise than another."""

    def __init__(self, old: Answers, new: Answers) -> None:
        self._old, self._new = old, new
        self._pairs: dict[Of, list[tuple[Notes, Notes]] | None] = {}

    def has(self, name: Name) -> bool:
        """Whether the answer to the name is another."""
        if isinstance(name, tuple) and self._told_alike(*name):
            self._new.take_over(name, self._old.number(name))
            return False
        return self._old.number(name) != self._new.number(name)

    def _told_alike(self, of: Of, work: Callable[[object], object]) -> bool:
        if of not in self._pairs:
            self._pairs[of] = _other_pairs(self._old.notes(of), self._new.notes(of))
        pairs = self._pairs[of]
        return pairs is not None and all(one[work] == other[work] for one, other in pairs)


def _other_pairs(old: Sequence[Notes], new: Sequence[Notes]) -> list[tuple[Notes, Notes]] | None:
    """Return the pairs that are not the same notes, None where there are more on one side."""
    if len(old) != len(new):
        return None
    return [(one, other) for one, other in zip(old, new, strict=True) if one is not other]


def _askers(silences: list[Silence | None]) -> dict[Name, list[int]]:
    """Return which rules asked for each name."""
    askers: dict[Name, list[int]] = {}
    for at, silence in enumerate(silences):
        for name in silence or ():
            askers.setdefault(name, []).append(at)
    return askers
