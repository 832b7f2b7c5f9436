"""The paper judged before: a rule that was silent on it need only look again where this one answers otherwise.

Papers that follow each other differ in a few lines, so the answers are compared once for all rules, and those given
line by line only where the lines are others.
"""

from __future__ import annotations

from typing import NamedTuple

from kegen.check.asking import Answers, Name
from kegen.check.rule import Said

Silence = tuple[Name, ...]
"""What a rule had asked for when it found nothing: with the same answers it finds nothing again."""


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
        turned = {at for at, silence in enumerate(self.silences) if silence is None}
        for name, askers in self.askers.items():
            if not turned.issuperset(askers) and _is_other(name, self.answers, answers):
                turned.update(askers)
        return sorted(turned)


def before_next(answers: Answers, said: list[Said], silences: list[Silence | None], earlier: Before | None) -> Before:
    """Return what the next paper is held against; who asked for what is mostly as it was."""
    same = earlier is not None and earlier.silences == silences
    return Before(answers, said, silences, earlier.askers if earlier and same else _askers(silences))


def _is_other(name: Name, old: Answers, new: Answers) -> bool:
    """Whether two papers answer otherwise; what is told of lines or items is only looked at where they are others."""
    if isinstance(name, tuple):
        of, work = name
        notes, others = new.paper.once(of), new.paper.others(of)
        if others is not None:
            known = old.paper.once(of)
            return any(known[at][work] != notes[at][work] for at in others)
    return old.answer(name) != new.answer(name)


def _askers(silences: list[Silence | None]) -> dict[Name, list[int]]:
    """Return which rules asked for each name."""
    askers: dict[Name, list[int]] = {}
    for at, silence in enumerate(silences):
        for name in silence or ():
            askers.setdefault(name, []).append(at)
    return askers
