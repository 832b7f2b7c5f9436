"""What of some texts is copied word for word from others: how many of the words, and which stretches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.words import WORD, words

_RUN = 8
"""So many words in a row, the same in both, are copied."""
_CITED = re.compile(
    r"\bsố\s+[\w-]+(?:/[\w/-]+)?(?:\s+ngày\s[^;.:]*?\scủa\s[^;.:]*?)?(?:\s+(?:về|quy định|ban hành)\s[^;.:]*)?"
)
"""A document cited with its number, date, issuer and title: the same in both because it has to be."""


class Stretch(NamedTuple):
    """Some copied words, one behind the other: how many, and the text as it stands."""

    length: int
    text: str


class Copied(NamedTuple):
    """What is copied: the stretches in reading order, and how many words the texts have in all."""

    stretches: tuple[Stretch, ...]
    total: int

    @property
    def percent(self) -> int:
        """The share of the words that is copied, in per cent."""
        return round(100 * sum(each.length for each in self.stretches) / self.total) if self.total else 0


def copied(own: Iterable[str], theirs: Iterable[str]) -> Copied:
    """Return what of the own texts is copied from theirs; documents cited count in neither."""
    known = {run for text in _pieces(theirs) for run in _runs(words(text))}
    total = 0
    stretches: list[Stretch] = []
    for text in _pieces(own):
        its = words(text)
        total += len(its)
        stretches += _stretches(text, its, known)
    return Copied(tuple(stretches), total)


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts cut at the documents they cite."""
    for text in texts:
        yield from (piece for piece in _CITED.split(text) if piece.strip())


def _runs(own: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(own[start:] for start in range(_RUN)), strict=False)


def _stretches(text: str, own: tuple[str, ...], known: set[tuple[str, ...]]) -> Iterator[Stretch]:
    start = end = 0
    for index, run in enumerate(_runs(own)):
        if run not in known:
            continue
        if index > end and end:
            yield Stretch(end - start, _as_written(text, own, start, end))
        if index > end or not end:
            start = index
        end = index + _RUN
    if end:
        yield Stretch(end - start, _as_written(text, own, start, end))


def _as_written(text: str, own: tuple[str, ...], start: int, end: int) -> str:
    """Return some words as they stand in the text; where small letters part a word (`İ`), as they are compared."""
    spans = [each.span() for each in WORD.finditer(text)]
    return text[spans[start][0] : spans[end - 1][1]] if len(spans) == len(own) else " ".join(own[start:end])
