"""Words of two syllables that offices use: what a slip of the hand most likely meant, by the word beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from kegen.check.syllables import VOWELS, bare_and_tone, is_syllable, sound, with_tone
from kegen.vietnamese import fold

Pair = tuple[str, str]
Key = TypeVar("Key")
Value = TypeVar("Value")

_COMMON = """
ai anh bao bà bên bằng bị bởi cho chúng chưa chỉ chị con cuối càng các cái còn có cùng cũng cả cần của do dưới giữa
gì gần gồm hai hay hoặc hơn hết họ khi khác không kể loại là lên lúc lại lần mà mọi mỗi một mới nay ngay ngày nhiều
như nhưng nhất nhằm những nào này nên năm nơi nếu phải phần phường qua ra rất rồi sau sẽ số ta theo tháng thêm thì
thôn toàn trong trên trước tại tỉnh từ từng việc và vào vì vẫn về với vừa xã ông đang đây đã đó được đầu đến để đối
"""
COMMON = frozenset(_COMMON.split())
"""Words that stand beside any other, so that what is beside them tells nothing."""


class Compounds(NamedTuple):
    """The words, in small letters with the tone mark where the new way has it, and how they are found again."""

    pairs: frozenset[Pair]
    """All of them; those of the third column of the list are never taken for what was meant."""
    by_first: dict[str, list[str]]
    """Second syllables by the first."""
    by_second: dict[str, list[str]]
    """First syllables by the second."""
    words: frozenset[str]
    """Their syllables and the common words."""


@cache
def compounds() -> Compounds:
    """Return the words."""
    _, *lines = Path(__file__).with_name("compounds.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    pairs = [(first, second) for first, seconds, *_ in rows for second in seconds.split()]
    others = [(first, second) for first, _, *beside in rows for seconds in beside for second in seconds.split()]
    words = COMMON.union(*pairs, *others)
    by_second = _indexed((second, first) for first, second in pairs)
    return Compounds(frozenset((*pairs, *others)), _indexed(pairs), by_second, words)


@cache
def _by_shortened() -> dict[str, list[str]]:
    """Return each of the words by what is left of it when one letter or none is dropped."""
    return _indexed((less, word) for word in sorted(compounds().words) for less in _shortened(word))


def _indexed(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _shortened(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def settled(word: str) -> str:
    """Return a syllable in small letters with its tone mark where the new way has it."""
    return with_tone(*bare_and_tone(word.lower()))


def is_used(word: str) -> bool:
    """Whether a settled syllable is one of those words or of their halves."""
    return word in compounds().words


def is_compound(first: str | None, second: str | None) -> bool:
    """Whether two settled syllables, None for what is no neighbour, are one of the words."""
    return (first, second) in compounds().pairs


def meant_pair(first: str, second: str) -> Pair | None:
    """Return the word of which one syllable has a wrong mark, or sounds like the right one, None for none."""
    words = compounds()
    if found := _most_like(second, words.by_first.get(first, ())):
        return first, found
    found = _most_like(first, words.by_second.get(second, ()))
    return (found, second) if found else None


def _most_like(word: str, others: Collection[str]) -> str:
    """Return the first of the others that has the same letters, else the same sound; "" where none has."""
    if not others:
        return ""
    alike = (right for each in _likenesses(word) for right in others if each in _likenesses(right))
    return next((right for right in alike if right != word), "")


@lru_cache(maxsize=4096)  # a paper has few words, and each stands beside many
def _likenesses(word: str) -> tuple[str, ...]:
    """Return what a syllable is like: its letters without any mark, and its sound; nothing for what is none."""
    return (fold(word), "-".join(sound(word))) if is_syllable(word) else ()


class Guess(NamedTuple):
    """What a word that is no syllable meant, and whether a word beside it, or the way it was typed, makes that sure."""

    word: str
    is_sure: bool


def guess(word: str, before: str | None, after: str | None) -> Guess | None:
    """Return what a word in small letters most likely meant between its settled neighbours, None for not known."""
    if right := _mended(word):
        return Guess(right, is_sure=True)
    near = sorted(dict.fromkeys(_near(word)), key=lambda each: fold(each) != fold(word))
    fitting = [each for each in near if is_compound(before, each) or is_compound(each, after)]
    if fitting:
        return Guess(fitting[0], is_sure=True)
    if parted := _parted(word):
        return parted
    alike = [each for each in near if fold(each) == fold(word) or each in typed(word)] or near
    return Guess(alike[0], is_sure=False) if len(alike) == 1 else None


def _mended(word: str) -> str | None:
    """Return the syllable with its tone mark in place, whole `ươ`, no marked letter twice; None where that is none."""
    once = "".join(
        letter for letter, before in zip(word, " " + word, strict=False) if letter != before or letter.isascii()
    )
    bare, tone = bare_and_tone(once)
    rights = (with_tone(each, tone) for each in (bare, bare.replace("uơ", "ươ"), bare.replace("ưo", "ươ")))
    return next((each for each in rights if len(tone) <= 1 and is_syllable(each)), None)


def _near(word: str) -> Iterator[str]:
    """Yield what the word may be: as typed by Telex or VNI, or one letter away."""
    yield from typed(word)
    for less in sorted(_shortened(word), key=len, reverse=True):
        yield from (each for each in _by_shortened().get(less, ()) if _is_one_slip(word, each))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was dropped, put in or replaced, or two that stand side by side changed places."""
    ends = min(len(one), len(other))
    head = next((place for place in range(ends) if one[place] != other[place]), ends)
    tail = next((place for place in range(ends - head) if one[-1 - place] != other[-1 - place]), ends - head)
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == len("ab") and left == right[::-1])


def _parted(word: str) -> Guess | None:
    """Return the two syllables that a word holds whose blank was left out."""
    halves = ((word[:place], word[place:]) for place in range(2, len(word) - 1))
    return next((Guess(f"{one} {other}", is_sure=True) for one, other in halves if is_compound(one, other)), None)


_TELEX_TONES = dict(zip("fsrxj", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_VNI_TONES = dict(zip("21345", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_TELEX = {"uow": "ươ", "aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_VNI = {"uo7": "ươ", "a6": "â", "e6": "ê", "o6": "ô", "d9": "đ", "a8": "ă", "o7": "ơ", "u7": "ư"}


def typed(word: str) -> Iterator[str]:
    """Yield the syllable that the keys of a word make by Telex or by VNI, where they make one."""
    for tones, letters in ((_TELEX_TONES, _TELEX), (_VNI_TONES, _VNI)):
        bare, tone = bare_and_tone(word)
        for keys, letter in letters.items():
            bare = bare.replace(keys, letter)
        vowel = next((place for place, letter in enumerate(bare) if letter in VOWELS), len(bare))
        place = max(bare.rfind(mark) for mark in tones)
        if place > vowel and not tone:
            bare, tone = bare[:place] + bare[place + 1 :], tones[bare[place]]
        right = with_tone(bare, tone)
        if right != word and is_syllable(right):
            yield right
