"""The paper judged before: a rule that was silent on it need only look again where this one answers otherwise.

Papers that follow each other differ in a few lines, so the answers are compared once for all rules, and those given
line by line only where the lines are others.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kegen.check.asking import Answers, Name
from kegen.check.paper import Of, Paper, Work, other_notes
from kegen.check.rule import Said
from kegen.named_tuple import NamedTuple

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

    def foretell(self, papers: Sequence[Paper]) -> None:
        """Do what is told of lines and items on the new ones of all papers that follow: work by work, not one by one.

        What a work goes by is then at hand for all of them; paper by paper, fetching it takes longer than the work.
        """
        works: dict[Of, list[Work]] = {}
        for of, work in {*self._told_names(), *self.answers.paper.asked()}:
            works.setdefault(of, []).append(work)
        pairs = list(itertools.pairwise((self.answers.paper, *papers)))
        for of, asked in works.items():
            new = [notes for before, paper in pairs for notes in other_notes(before.once(of), paper.once(of))]
            for work in asked:
                for notes in new:
                    notes[work]

    def _told_names(self) -> Iterator[tuple[Of, Work]]:
        return (name for name in self.askers if isinstance(name, tuple))

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
