"""What rules said before, so that a paper like earlier ones is judged by what is new in it.

A process that judges thousands of plans of one template sees the same lines, margins and headings again and again. Only
silence is remembered: a rule that found a fault looks again, so every finding is of the paper at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kegen.check.asking import Answers, Asked, Name, Numbers
from kegen.check.lines import SoundLines
from kegen.check.paper import Paper
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

    def said(self, paper: Paper) -> list[Said]:
        """Return what each rule says of the paper, in their order."""
        answers = Answers(paper, self._numbers)
        lined = iter(self._lines(paper).said(paper))
        whole = iter([each.said(paper, answers) for each in self._whole])
        return [next(lined) if is_by_line else next(whole) for is_by_line in self._order]

    def _lines(self, paper: Paper) -> SoundLines:
        setting = (paper.mode, paper.date)
        found = self._settings.get(setting)
        if found is None:
            found = SoundLines(self._lined, paper)
            self._settings.put(setting, found)
        return found


class Ruled:
    """One rule on whole papers, and what it said by what it had asked."""

    def __init__(self, rule: Rule) -> None:
        self._check = rule.check
        self._said: dict[tuple[Name, ...], Recent[tuple[int, ...], Said]] = {}
        self._idle = 0
        """For how many papers it was watched in vain: what no two papers share need not be noted."""

    def said(self, paper: Paper, answers: Answers) -> Said:
        """Return what the rule says of the paper."""
        for names, known in self._said.items():
            key = answers.to(names)
            if key is not None and (found := known.get(key)) is not None:
                self._idle = 0
                return found
        return tuple(self._check(paper)) if self._idle >= _MOST_IDLE else self._learn(paper, answers)

    def _learn(self, paper: Paper, answers: Answers) -> Said:
        names: dict[Name, None] = {}
        said = tuple(self._check(Asked(paper, names)))
        asked = tuple(names)
        key = answers.to(asked)
        self._idle = _MOST_IDLE if key is None else self._idle + 1
        has_room = asked in self._said or len(self._said) < _MOST_WAYS
        if key is not None and has_room and not any(isinstance(each, Fault) for each in said):
            self._said.setdefault(asked, Recent(_MOST_ANSWERS)).put(key, said)
        return said


@lru_cache(maxsize=_MOST_CHOICES)
def memory_of(rules: tuple[Rule, ...]) -> Memory:
    """Return what is remembered of these rules."""
    return Memory(rules)
