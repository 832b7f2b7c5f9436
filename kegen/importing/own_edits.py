"""Which sentence of a pack a sentence is, and by which few words it differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from kegen.plan.whole_words import put, whole_words
from kegen.vietnamese import fold

_LEAST_COMMON = 0.5
"""The share of words that two sentences have in common before they are looked at closely."""
LEAST_ALIKE = 0.7
"""The share of a sentence that its wording in the pack has to have, else its own words say it better."""
_MOST_EDITS = 6
_MOST_CHANGED = 300
"""Letters of one change: what is longer is another sentence."""


def best_matches(wanted: Mapping[int, str], known: Mapping[str, str]) -> dict[int, str]:
    """Return for each sentence the id of the known one that it is most like, an id once at most."""
    words = {name: frozenset(fold(text).split("-")) for name, text in known.items()}
    exact: dict[str, str] = {}
    for name, text in known.items():
        exact.setdefault(text, name)
    found: dict[int, str] = {}
    pairs: list[tuple[float, int, str]] = []
    for at, text in wanted.items():
        if text in exact and exact[text] not in found.values():
            found[at] = exact[text]
        else:
            pairs += [(share, at, name) for name, share in _likely(text, known, words)]
    for _, at, name in sorted(pairs, key=lambda each: -each[0]):
        if at not in found and name not in found.values():
            found[at] = name
    return found


def _likely(text: str, known: Mapping[str, str], words: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, float]]:
    own = frozenset(fold(text).split("-"))
    for name, other in words.items():
        common = len(own & other)
        if common >= _LEAST_COMMON * max(len(own), len(other)):
            share = alike(text, known[name])
            if share >= LEAST_ALIKE:
                yield name, share


def alike(one: str, other: str) -> float:
    """Return the share of words that stand in both in the same order."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def edits_between(text: str, wanted: str) -> dict[str, str] | None:
    """Return the changes of words that make one text of the other, None where they are too many or not to be told."""
    old, new = _tokens(text), _tokens(wanted)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits: dict[str, str] = {}
    for start, end, a, b in _joined(codes):
        pair = _anchored(old, (start, end), "".join(new[a:b]), text)
        if pair is None or pair[0] in edits:
            return None
        edits[pair[0]] = pair[1]
    made = text
    for before, after in edits.items():
        made = put(made, before, after)
    return edits if made == wanted and len(edits) <= _MOST_EDITS else None


def _tokens(text: str) -> list[str]:
    """Return the words and the blanks between them."""
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _joined(codes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the changes, those with hardly a word between them as one."""
    open_change: tuple[int, int, int, int] | None = None
    for tag, start, end, a, b in codes:
        if tag == "equal":
            if open_change and end - start > _NEAR:
                yield open_change
                open_change = None
        else:
            first = open_change or (start, end, a, b)
            open_change = (first[0], end, first[2], b)
    if open_change:
        yield open_change


def _stands_once(words: str, text: str) -> bool:
    """Whether the words stand once in the text, and there as whole words and numbers, as a change of words needs."""
    return text.count(words) == 1 and re.search(whole_words(words), text) is not None


_CLEAR = 12
"""Fewer letters say too little to a person of what is changed."""
_NEAR = 4
"""Changes with fewer words and blanks between them are one."""


def _anchored(old: Sequence[str], change: tuple[int, int], new: str, text: str) -> tuple[str, str] | None:
    """Return old and new words with as many around them as make the old ones stand once in the text."""
    start, end = change
    before, behind = start, end
    while True:
        words = "".join(old[before:behind])
        is_clear = len(words) >= _CLEAR or (before == 0 and behind == len(old))
        if words.strip() and words == words.strip() and is_clear and _stands_once(words, text):
            head, tail = "".join(old[before:start]), "".join(old[end:behind])
            return (words, f"{head}{new}{tail}") if len(words) <= _MOST_CHANGED else None
        if len(words) > _MOST_CHANGED or (before == 0 and behind == len(old)):
            return None
        grows_behind = behind < len(old) and (before == 0 or behind - end < start - before)
        before, behind = (before, behind + 1) if grows_behind else (before - 1, behind)
