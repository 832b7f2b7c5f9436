"""Which entry of one list is which of the other, and which of them changed places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kegen.compare.content import ContentLine
from kegen.vietnamese import fold

_ALIKE = 0.5
"""Two texts with fewer words in common are not one text reworded."""
_REACH = 100
"""How far from its own place, among what is left over, a reworded text is looked for."""


class Matched(NamedTuple):
    """The pairs of places, and the places that have no other."""

    pairs: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def match(old: Sequence[ContentLine], new: Sequence[ContentLine]) -> Matched:
    """Pair the entries: by id, then by their words, then by most of their words."""
    pairs = _keyed(_ids(old), _ids(new), {}, {})
    pairs |= _keyed(_texts(old), _texts(new), pairs, _inverted(pairs))
    pairs |= _near(old, new, pairs)
    taken = _inverted(pairs)
    removed = tuple(i for i in range(len(old)) if i not in pairs)
    added = tuple(j for j in range(len(new)) if j not in taken)
    return Matched(tuple(sorted(pairs.items())), removed, added)


def _inverted(pairs: dict[int, int]) -> dict[int, int]:
    return {j: i for i, j in pairs.items()}


def _keyed(
    old: Iterable[tuple[int, object]], new: Iterable[tuple[int, object]], used: dict[int, int], taken: dict[int, int]
) -> dict[int, int]:
    """Pair entries of one key, the first with the first."""
    places: dict[object, list[int]] = {}
    for j, key in new:
        if j not in taken:
            places.setdefault(key, []).append(j)
    return {i: places[key].pop(0) for i, key in old if i not in used and places.get(key)}


def _ids(entries: Sequence[ContentLine]) -> Iterator[tuple[int, object]]:
    yield from ((i, (each.id, each.subject == "section")) for i, each in enumerate(entries) if each.id)


def _texts(entries: Sequence[ContentLine]) -> Iterator[tuple[int, object]]:
    yield from ((i, (fold(each.text), each.subject == "section")) for i, each in enumerate(entries))


def _near(old: Sequence[ContentLine], new: Sequence[ContentLine], pairs: dict[int, int]) -> dict[int, int]:
    """Pair what is left by how alike it is, the most alike first."""
    taken = set(pairs.values())
    rest = [i for i in range(len(old)) if i not in pairs]
    free = [j for j in range(len(new)) if j not in taken]
    return closest_pairs(_likely(old, new, rest, free))


def closest_pairs(likely: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Return which place of the one goes with which of the other: the most alike first, each place once."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _likely(
    old: Sequence[ContentLine], new: Sequence[ContentLine], rest: list[int], free: list[int]
) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs of places whose texts are one reworded, and how alike they are."""
    words = {j: _words_of(new[j].text) for j in free}
    for place, i in enumerate(rest):
        own, is_section = _words_of(old[i].text), old[i].subject == "section"
        middle = place * len(free) // len(rest)
        for j in free[max(middle - _REACH, 0) : middle + _REACH]:
            if is_section == (new[j].subject == "section") and not (old[i].id and new[j].id):
                score = common(own, words[j])
                if score >= _ALIKE:
                    yield score, i, j


def _words_of(text: str) -> Counter[str]:
    """Return the words of the text, without their order, case or tones."""
    return Counter(word for each in re.findall(r"\w+", text) if (word := fold(each)))


def common(one: Counter[str], other: Counter[str]) -> float:
    """Return how much two bags of words have in common, from 0 to 1."""
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


def moved(places: Sequence[int]) -> set[int]:
    """Return which of the numbers must have moved for the others to be in rising order: as few as can be."""
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(best[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        best[at : at + 1] = [index]
    staying = set()
    index = best[-1] if best else -1
    while index >= 0:
        staying.add(index)
        index = before[index]
    return {index for index in range(len(places)) if index not in staying}
