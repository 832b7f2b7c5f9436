"""Which part of our draft is which of the edited file, and what happened to it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from kegen.compare.match import closest_pairs, common, moved
from kegen.pulling.parts import SINGLE, Part

How = Literal["reworded", "added", "removed", "moved", "looks"]
_ALIKE = 0.5
"""Parts with fewer words in common are not one part reworded, unless a mark or their place says so."""
_ALIKE_BY_MARK = 0.2
"""What is near bears more words of a marked part than this, or the mark is right however it was retyped."""
_RUNNING = ("text", "row")
_REACH = 60
"""How far from its place a reworded part is looked for."""


class Difference(NamedTuple):
    """One thing that is not the same in both."""

    how: How
    ours: int = -1
    """The place of the part in our draft; -1 for one that was added."""
    theirs: int = -1
    """The place of the part in the file; -1 for one that was removed."""


class Pairs(NamedTuple):
    """All pairs of parts, and what differs."""

    theirs_of: dict[int, int]
    """The place in the file of each of our parts that has one."""
    differences: tuple[Difference, ...]

    @property
    def ours_of(self) -> dict[int, int]:
        """The place in our draft of each part of the file that has one."""
        return {theirs: ours for ours, theirs in self.theirs_of.items()}


def pair(ours: Sequence[Part], theirs: Sequence[Part], *, by_marks: bool = True) -> Pairs:
    """Pair the parts: what says the same, then by marks, then by what is alike."""
    found: dict[int, int] = {}
    for slot in SINGLE:
        found |= dict(zip(_places(ours, {slot}), _places(theirs, {slot}), strict=False))
    for slot in ("label", "annex-title", "reference"):
        theirs_by = {theirs[at].annex: at for at in _places(theirs, {slot})}
        found |= {at: theirs_by[ours[at].annex] for at in _places(ours, {slot}) if ours[at].annex in theirs_by}
    for slot in ("recipient", "margin"):
        found |= _of_stream(ours, theirs, _places(ours, {slot}), _places(theirs, {slot}), by_marks=False)
    for annex in sorted({each.annex for each in (*ours, *theirs)}):
        mine = [at for at in _places(ours, _RUNNING) if ours[at].annex == annex]
        other = [at for at in _places(theirs, _RUNNING) if theirs[at].annex == annex]
        found |= _of_stream(ours, theirs, mine, other, by_marks=by_marks)
    return Pairs(found, tuple(_differences(ours, theirs, found)))


def _places(parts: Sequence[Part], slots: Collection[str]) -> list[int]:
    return [at for at, each in enumerate(parts) if each.slot in slots]


def _of_stream(
    ours: Sequence[Part], theirs: Sequence[Part], mine: Sequence[int], other: Sequence[int], *, by_marks: bool
) -> dict[int, int]:
    """Return the pairs of one run of parts."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, [ours[at].key for at in mine], [theirs[at].key for at in other], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        found |= {mine[a + step]: other[b + step] for step in range(size)}
    _equal(ours, theirs, mine, other, found)
    if by_marks:
        _marked(ours, theirs, mine, other, found)
    _alike(ours, theirs, mine, other, found)
    _in_place(ours, theirs, mine, other, found)
    return found


def _free(places: Iterable[int], used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [at for at in places if at not in taken]


def _equal(
    ours: Sequence[Part], theirs: Sequence[Part], mine: Sequence[int], other: Sequence[int], found: dict[int, int]
) -> None:
    """Pair what says the same in another place."""
    by_key: dict[object, list[int]] = defaultdict(list)
    for at in _free(other, found.values()):
        by_key[theirs[at].key].append(at)
    for at in _free(mine, found):
        if places := by_key.get(ours[at].key):
            found[at] = places.pop(0)


def _marked(
    ours: Sequence[Part], theirs: Sequence[Part], mine: Sequence[int], other: Sequence[int], found: dict[int, int]
) -> None:
    """Pair what bears the same hidden mark, unless something near it is more alike."""
    free = _free(other, found.values())
    by_mark = {mark: at for at in free for mark in theirs[at].marks}
    for at in _free(mine, found):
        place = next((by_mark[mark] for mark in ours[at].marks if mark in by_mark), None)
        if place is None or place in found.values() or ours[at].slot != theirs[place].slot:
            continue
        own = likeness(ours[at].bare, theirs[place].bare)
        beside = [each for each in free if abs(each - place) <= 1 and each != place and each not in found.values()]
        best = max((likeness(ours[at].bare, theirs[each].bare) for each in beside), default=0.0)
        if own >= best or best < _ALIKE_BY_MARK:
            found[at] = place


def _alike(
    ours: Sequence[Part], theirs: Sequence[Part], mine: Sequence[int], other: Sequence[int], found: dict[int, int]
) -> None:
    """Pair what is left by how alike it is, the most alike first."""
    rest, free = _free(mine, found), _free(other, found.values())
    scores = []
    own = {at: words_of(ours[at].bare) for at in rest}
    others = {at: words_of(theirs[at].bare) for at in free}
    for place, at in enumerate(rest):
        middle = place * len(free) // max(len(rest), 1)
        for each in free[max(middle - _REACH, 0) : middle + _REACH]:
            if ours[at].slot == theirs[each].slot:
                score = common(own[at], others[each])
                if score >= _ALIKE:
                    scores.append((score, at, each))
    found |= closest_pairs(scores)


def _in_place(
    ours: Sequence[Part], theirs: Sequence[Part], mine: Sequence[int], other: Sequence[int], found: dict[int, int]
) -> None:
    """Pair what stands alone between the same neighbours: it was retyped."""
    places = {at: index for index, at in enumerate(other)}
    taken = set(found.values())
    for index, at in enumerate(mine):
        if at in found:
            continue
        before = places.get(found.get(mine[index - 1], -1), -1) if index else -1
        behind = places.get(found.get(mine[index + 1], -1), -1) if index + 1 < len(mine) else len(other)
        if (before < 0 and index) or behind != before + 2:
            continue
        place = other[before + 1]
        if place not in taken and ours[at].slot == theirs[place].slot and ours[at].level == theirs[place].level:
            found[at] = place
            taken.add(place)


def likeness(one: str, other: str) -> float:
    """Return how much of the words of two texts they have in common, from 0 to 1."""
    return common(words_of(one), words_of(other))


def words_of(text: str) -> Counter[str]:
    """Return the words of a text, whatever their case."""
    return Counter(re.findall(r"\w+", text.lower()))


def _differences(ours: Sequence[Part], theirs: Sequence[Part], found: dict[int, int]) -> Iterator[Difference]:
    streams: dict[tuple[bool, int], list[tuple[int, int]]] = defaultdict(list)
    for at, place in sorted(found.items()):
        if ours[at].slot in ("text", "row", "recipient"):
            streams[ours[at].slot == "recipient", ours[at].annex].append((at, place))
    for pairs in streams.values():
        gone = moved([place for _, place in pairs])
        yield from (Difference("moved", *pairs[index]) for index in sorted(gone))
    for at, place in sorted(found.items()):
        if ours[at].key != theirs[place].key:
            yield Difference("reworded", at, place)
    yield from (Difference("removed", at) for at in range(len(ours)) if at not in found)
    taken = set(found.values())
    yield from (Difference("added", -1, at) for at in range(len(theirs)) if at not in taken)
