"""Two texts word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kegen.compare.change import Piece
from kegen.vietnamese import fold, normalise

_WORD = re.compile(r"\s*(?:\w+(?:[/.,-]\w+)*%?|[^\w\s])")
_LONG = 2000
"""Words beyond which those that stand everywhere are passed over, to keep the time in bounds."""
_ALONE = 2
"""Words that stayed between changes, too few to be told apart from them."""
_Run = tuple[bool, int, int, int, int]
"""Whether the words stayed, and where they stand in the old text and in the new."""


class Bag(NamedTuple):
    """The words of a text, without their order, case or tones."""

    counts: Counter[str]
    size: int


def is_same(one: str, other: str) -> bool:
    """Whether the texts are one but for blanks and how their letters are composed."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(normalise(text).split())


@lru_cache(maxsize=4096)
def bag_of(text: str) -> Bag:
    """Return the words of the text."""
    words = [word for each in re.findall(r"\w+", text) if (word := fold(each))]
    return Bag(Counter(words), len(words))


def likeness(one: Bag, other: Bag) -> float:
    """Return how much of the words the two have in common, from 0 to 1."""
    whole = one.size + other.size
    return 2 * (one.counts & other.counts).total() / whole if whole else 0.0


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came; the pieces but those added are the old text, but those removed the new."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a change of words needs it

    before, after = (_WORD.findall(_plain(text)) for text in (old, new))
    ones, others = ([each.strip() for each in words] for words in (before, after))
    matcher = SequenceMatcher(None, ones, others, autojunk=len(others) > _LONG)
    pieces: list[Piece] = []
    for is_same_run, i, j, k, m in _runs(matcher.get_opcodes()):
        if is_same_run:
            pieces.append(Piece("same", "".join(after[k:m])))
            continue
        pieces += [Piece("removed", "".join(before[i:j]))] if j > i else []
        pieces += [Piece("added", "".join(after[k:m]))] if m > k else []
    return tuple(pieces)


def _runs(codes: Sequence[tuple[str, int, int, int, int]]) -> list[_Run]:
    """Return the runs of words; a word or two that stayed, alone between changes, count as changed with them."""
    runs: list[_Run] = []
    for index, (how, i, j, k, m) in enumerate(codes):
        is_alone = 0 < index < len(codes) - 1 and j - i <= _ALONE
        stays = how == "equal" and not is_alone
        if runs and runs[-1][0] == stays:
            runs[-1] = (stays, runs[-1][1], j, runs[-1][3], m)
        else:
            runs.append((stays, i, j, k, m))
    return runs
