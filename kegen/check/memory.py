"""What rules said before, so that a paper like earlier ones is judged by what is new in it.

A process that judges thousands of plans of one template sees the same lines, margins and headings again and again. Only
silence is remembered: a rule that found a fault looks again, so every finding is of the paper at hand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kegen.check.asking import Answers, Asked, Name, Numbers
from kegen.check.before import Before, Silence, before_next
from kegen.check.lines import SoundLines
from kegen.check.paper import Paper
from kegen.check.roles import is_of_institution
from kegen.check.rule import Fault, Rule, Said
from kegen.document.recent import Recent

_MOST_CHOICES, _MOST_SETTINGS, _MOST_ANSWERS, _MOST_WAYS, _MOST_IDLE = 4, 8, 512, 8, 16


class Memory:
    """What is remembered of one choice of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_line = [rule.by_line for rule in rules]
        self._lined = [rule for rule in rules if rule.by_line]
        self._whole = [Ruled(rule) for rule in rules if not rule.by_line]
        self._order = by_line
        self._numbers = Numbers()
        self._settings: Recent[tuple[object, ...], SoundLines] = Recent(_MOST_SETTINGS)
        self._before: Before | None = None

    def said(self, papers: Sequence[Paper]) -> list[list[Said]]:
        """Return what each rule says of each paper, in their order."""
        if self._before is None and len(papers) > 1:  # what the first one has in common with the others is new but once
            return [*self.said(papers[:1]), *self.said(papers[1:])]
        lined, whole = self._said_of_lines(papers), self._said_of_whole(papers)
        return [self._in_order(*said) for said in zip(lined, whole, strict=True)]

    def _in_order(self, lined: list[Said], whole: list[Said]) -> list[Said]:
        by_line, others = iter(lined), iter(whole)
        return [next(by_line) if is_by_line else next(others) for is_by_line in self._order]

    def _said_of_lines(self, papers: Sequence[Paper]) -> list[list[Said]]:
        found: list[list[Said]] = []
        for lines, alike in itertools.groupby(papers, self._lines):
            found += lines.said(list(alike))
        return found

    def _said_of_whole(self, papers: Sequence[Paper]) -> list[list[Said]]:
        before = self._before
        if before is not None and len(papers) > 1:
            before.foretell(papers)
        found = []
        for paper in papers:
            paper.follow(before and before.answers.paper)
            before = self._before_next(paper, before)
            paper.follow(None)  # else each would hold all that came before
            found.append(before.said)
        self._before = before
        return found

    def _before_next(self, paper: Paper, before: Before | None) -> Before:
        """Return what each of the other rules says: as of the paper before, where that answered the same."""
        answers = Answers(paper, self._numbers)
        if before is None:
            said: list[Said] = [()] * len(self._whole)
            silences: list[Silence | None] = [None] * len(self._whole)
            turned: Iterable[int] = range(len(self._whole))
        else:
            said, silences = list(before.said), list(before.silences)
            turned = before.to_look_again(answers)
        for at in turned:
            said[at], silences[at] = self._whole[at].said(paper, answers)
        return before_next(answers, said, silences, before)

    def _lines(self, paper: Paper) -> SoundLines:
        of_institution = is_of_institution(paper.parts)
        setting = (paper.mode, paper.date, of_institution)
        found = self._settings.get(setting)
        if found is None:
            found = SoundLines(self._lined, paper, is_of_institution=of_institution)
            self._settings.put(setting, found)
        return found


class Ruled:
    """One rule on whole papers, and what it said by what it had asked."""

    def __init__(self, rule: Rule) -> None:
        self._check = rule.check
        self._said: dict[Silence, Recent[tuple[int, ...], Said]] = {}
        self._idle = 0
        """How often it was watched in vain since an answer was met again."""
        self._rest = 0
        """How many papers it now goes unwatched: what hardly any two papers share need not be noted of each."""

    def said(self, paper: Paper, answers: Answers) -> tuple[Said, Silence | None]:
        """Return what the rule says of the paper, and where that is remembered, by which answers."""
        for names, known in self._said.items():
            key = answers.to(names)
            if key is not None and (found := known.get(key)) is not None:
                self._idle = self._rest = 0
                return found, names
        if self._rest:
            self._rest -= 1
            return tuple(self._check(paper)), None
        return self._learn(paper, answers)

    def _learn(self, paper: Paper, answers: Answers) -> tuple[Said, Silence | None]:
        names: dict[Name, None] = {}
        said = tuple(self._check(Asked(paper, names)))
        asked = tuple(names)
        key = answers.to(asked)
        self._idle = _MOST_IDLE if key is None else self._idle + 1
        self._rest = _MOST_IDLE if self._idle >= _MOST_IDLE else 0
        if key is None or any(isinstance(each, Fault) for each in said):
            return said, None
        if asked in self._said or len(self._said) < _MOST_WAYS:
            self._said.setdefault(asked, Recent(_MOST_ANSWERS)).put(key, said)
        return said, asked


@lru_cache(maxsize=_MOST_CHOICES)
def memory_of(rules: tuple[Rule, ...]) -> Memory:
    """Return what is remembered of these rules."""
    return Memory(rules)
