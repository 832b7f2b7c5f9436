"""What share of a plan is copied word for word from the plan above, which the directives themselves forbid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.plan.model import Paragraph, Plan

_RUN = 8
"""So many words in a row, the same in both, are copied; as the rule verbatim-share of the checker has it."""
_WORD = re.compile(r"[^\W_]+")


def copied_share(plan: Plan, above: Plan) -> int:
    """Return how many per cent of the body's words stand in runs that the plan above has too."""
    known = {run for words in _texts(above) for run in _runs(words)}
    total = copied = 0
    for words in _body(plan.body):
        marks = [False] * len(words)
        for at, run in enumerate(_runs(words)):
            if run in known:
                marks[at : at + _RUN] = [True] * _RUN
        total, copied = total + len(words), copied + sum(marks)
    return round(100 * copied / total) if total else 0


def _texts(plan: Plan) -> Iterator[list[str]]:
    yield from _body(plan.body)
    yield from (_words(task.wording) for task in plan.tasks)


def _body(paragraphs: tuple[Paragraph, ...]) -> Iterator[list[str]]:
    yield from (_words(each.text) for each in paragraphs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_RUN)), strict=False)
