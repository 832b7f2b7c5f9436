"""Slips of the hand in a line of text: words that no Vietnamese syllable makes, and compounds with a wrong mark.

Foreign words, abbreviations, names, codes and addresses are left alone: a word without Vietnamese letters, or with a
capital, is a slip only where a Vietnamese word beside it shows what it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from kegen.check.compounds import COMMON, Guess, Pair, guess, is_compound, is_used, meant_pair, settled, typed
from kegen.check.syllables import LETTERS, VOWELS, bare_and_tone, is_syllable
from kegen.country import official_name
from kegen.gazetteer.units import find_units

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"[@\\_<>=&#%'’]|//|www\.|\w[.:]\w|\d/|/\d|[A-ZĐ]{2}[-/]|[-/][A-ZĐ]{2}|\w-[^\W\d_]")
"""What addresses, file names, numbers of documents and words of hyphened syllables have."""
_REACH = 60
_ROMAN = re.compile(r"[ivxlcdm]+")
_MOST_ODD = 2
_TONE_KEYS = "sfrxj"
_KEYS = frozenset("fjwz")
"""Letters that Vietnamese does without and Telex types its marks with."""
_DIGITS = frozenset("123456789")
_FAMILIAR = LETTERS | _KEYS | set("0123456789")
"""What stands in Vietnamese words and in those of English."""
_MOST_LETTERS = 20
_NAME_LENGTHS = (2, 3, 4)
"""How many words the name of a province or a commune has."""
_LONGEST = 7
"""The letters of the longest syllable, `nghiêng`."""
_LONG_ENOUGH = 4
"""Shorter words may be abbreviations or of any language."""
_FOREIGN_WORDS = """
album amiăng app apps asphalt axit axít bans bar bazơ been beton bit blog bus byte bêtông cafe camera cans canxi car
cars casino cats center chat check cocain code composite container cookie data demo ecstasy email ethanol facebook
fanpage file format gallery game gara garage gas gen golf google hacker hair heroin hotline inox internet iphone
karaoke ketamin laptop laser link livestream logic logistics logo lôgic lôgo lôgíc macro mall marketing massage max
media menu methadone micro min mix mobile modul môtô môđun natri nilon nilông nitơ offline online outlet oxy ozon
pallet panel pano panô photo piano pin pizza podcast polyme poster protein radar radio rađa resort robot rôbốt salon
sauna scan server shop show showroom silicon slide slogan smart smartphone sofa sort spa startup steroid stress
studio swab table tablet tax taxi team teen telegram test thus ticket tiktok tivi toilet token tour trailer trend
tuabin tắcxi upload vaccin vaccine vacxin video virus virút visa vitamin voucher vắcxin wc web website wifi workshop
xenlulo youtube zalo zoom ôtô ôxy ôzôn
"""
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
"""Words of other languages that offices write as they are."""

_Place = tuple[str, str | None, str | None]
"""A word, in small letters, and its settled neighbours."""


class Typo(NamedTuple):
    """A slip: where it begins and ends in the text, and what is right, "" where that is not clear."""

    start: int
    end: int
    right: str


class _Word(NamedTuple):
    """A word of a line."""

    text: str
    start: int
    settled: str
    is_odd: bool
    """Whether it is none of Vietnamese, nor an abbreviation, a number or a sign."""
    joins: bool
    """Whether nothing but a blank is between it and the next."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def typos_in(lines: Iterable[str]) -> Iterator[list[Typo]]:
    """Yield the slips of each line."""
    guesses: dict[_Place, Guess | None] = {}
    lines = list(lines)
    texts = [[] if line.isascii() else _WORD.findall(line) for line in lines]
    wrong = _wrong(texts)
    for line, text in zip(lines, texts, strict=True):
        if wrong.isdisjoint(text) and wrong.isdisjoint(pairwise(text)):
            yield []
        else:
            words = list(_words(line))
            yield [*_odd_words(line, words, guesses), *_wrong_pairs(line, words)]


@lru_cache(maxsize=4096)  # a paper has few words, each many times
def _kind(text: str) -> tuple[str, bool]:
    """Return a word settled, and whether it is odd."""
    return settled(text), _is_odd(text)


@lru_cache(maxsize=8192)
def _right(first: str, second: str) -> Pair | None:
    """Return what two neighbours should be, None where they may stand as they are."""
    return None if is_compound(first, second) else meant_pair(first, second)


def _wrong(texts: Iterable[list[str]]) -> set[str | tuple[str, str]]:
    """Return the words that may be slips, and those that may be one after the other, whatever is between them."""
    words, pairs = set(chain.from_iterable(texts)), set(chain.from_iterable(map(pairwise, texts)))
    odd = {text for text in words if _kind(text)[1] and not (text.isupper() and text.isascii())}
    return odd | {(one, other) for one, other in pairs if _right(_kind(one)[0], _kind(other)[0]) is not None}


def _words(line: str) -> Iterator[_Word]:
    for found in _WORD.finditer(line):
        text, end = found[0], found.end()
        yield _Word(text, found.start(), *_kind(text), line[end : end + 1] == " " and line[end + 1 : end + 2].isalnum())


def _is_odd(text: str) -> bool:
    low = text.lower()
    if (
        not 1 < len(low) <= _MOST_LETTERS
        or is_syllable(low)
        or low in _FOREIGN
        or low.isdigit()
        or _ROMAN.fullmatch(low)
    ):
        return False
    if text.istitle() and len(low) < _LONG_ENOUGH and VOWELS.isdisjoint(bare_and_tone(low)[0]):
        return False  # a sign of a quantity, as the breadths Bn, Bm of a road
    return (text.islower() or text.istitle() or text.isupper()) and len(low) == len(text)


def _odd_words(line: str, words: list[_Word], guesses: dict[_Place, Guess | None]) -> Iterator[Typo]:
    """Yield the words that are no syllables; none where the line is of another language, or in an old encoding."""
    odd = [place for place, each in enumerate(words) if each.is_odd]
    strange = sum(not _FAMILIAR.issuperset(words[place].text.lower()) for place in odd)
    if len(odd) > max(_MOST_ODD, len(words) // 2) or strange > 1:
        return
    is_capital = line.isupper()
    for place in odd:
        word = words[place]
        if _is_of_words(word.text, is_capital=is_capital) and not _is_code(line, word):
            key = word.text.lower(), *_beside(words, place, place)
            meant = guesses[key] = guesses[key] if key in guesses else guess(*key)
            if _is_told(word.text, meant) and not _is_in_name(words, place, meant):
                yield Typo(word.start, word.end, meant.word if meant else "")


def _is_in_name(words: list[_Word], place: int, meant: Guess | None) -> bool:
    """Whether a word is part of a name: `Y Thanh Niê`, `xã La Êê`; `Quỹ Phátt triển` is none, by what follows."""
    word = words[place]
    if word.text.isupper():
        return _is_in_place_name(words, place, place)
    before = words[place - 1] if place and words[place - 1].joins else None
    _, after = _beside(words, place, place)
    follows = meant is not None and is_compound(meant.word, after) and words[place + 1].text.islower()
    return word.text.istitle() and before is not None and before.text.istitle() and not follows


def _is_in_place_name(words: list[_Word], first: int, last: int) -> bool:
    """Whether a name of a province or a commune goes over the words of a line in capitals: no letter shows it there."""
    spans = ((at, at + length) for length in _NAME_LENGTHS for at in range(max(first - length + 1, 0), last + 1))
    names = (" ".join(word.text for word in words[at:end]) for at, end in spans)
    return any(official_name(name) or find_units(name) for name in names)


def _is_of_words(text: str, *, is_capital: bool) -> bool:
    """Whether a word may be a slip of a Vietnamese one by its letters; capitals only where the whole line has them."""
    if text.isupper() and (text.isascii() or not is_capital):
        return False
    return LETTERS | (_KEYS if text.isalpha() else _DIGITS) >= set(text.lower())


def _is_code(line: str, word: _Word) -> bool:
    """Whether a word is a part of a code or an address."""
    before = line[max(word.start - _REACH, 0) : word.start].rpartition(" ")[2]
    after = line[word.end : word.end + _REACH].partition(" ")[0]
    return _CODE.search(before + word.text + after) is not None


def _is_told(text: str, meant: Guess | None) -> bool:
    """Whether what is no syllable is surely a slip, by its neighbours, by its letters or by its keys."""
    low = text.lower()
    if not low.isalpha():
        return meant is not None and meant.word in typed(low) and (is_used(meant.word) or not low.isascii())
    if meant is not None and meant.is_sure:
        return True
    if not text.islower():
        return False
    if not low.isascii():
        return meant is not None or (_KEYS.isdisjoint(low) and not _is_of_parts(low))
    return meant is not None and _is_of_keys(low, meant.word)


def _is_of_keys(low: str, right: str) -> bool:
    """Whether a word of mere ASCII is a Vietnamese one as its keys are typed, held too long or in a wrong order."""
    if not is_used(right) or len(low) < _LONG_ENOUGH:
        return False
    if right in typed(low):
        return low[-1] in _TONE_KEYS or not _KEYS.isdisjoint(low) or len(low) > _LONG_ENOUGH
    is_doubled = any(
        low[:place] + low[place + 1 :] == right for place in range(1, len(low)) if low[place] == low[place - 1]
    )
    return is_doubled or (len(low) == len(right) and sorted(low) == sorted(right))


def _is_of_parts(low: str) -> bool:
    """Whether a word is made of two syllables or more, as words of other languages are spelled: `kilômét`."""
    reached = {0}
    for end in range(2, len(low) + 1):
        if any(start + 2 <= end <= start + _LONGEST and is_syllable(low[start:end]) for start in reached):
            reached.add(end)
    return len(low) in reached


def _beside(words: list[_Word], first: int, last: int) -> tuple[str | None, str | None]:
    """Return the words before the first and after the last, None where a mark or nothing stands there."""
    before = words[first - 1].settled if first and words[first - 1].joins else None
    after = words[last + 1].settled if words[last].joins else None
    return before, after


def _wrong_pairs(line: str, words: list[_Word]) -> Iterator[Typo]:
    """Yield the compounds one syllable of which is wrong, neither being part of another compound."""
    is_capital = line.isupper()
    for place, (first, second) in enumerate(pairwise(words)):
        pair = first.settled, second.settled
        if not first.joins or first.is_odd or second.is_odd:
            continue
        right = _right(*pair)
        if right is None or not _may_be_wrong(first, second, right, is_capital=is_capital) or _is_code(line, first):
            continue
        before, after = _beside(words, place, place + 1)
        is_part = is_compound(before, pair[0]) or is_compound(pair[1], after)
        if not is_part and not (first.text.isupper() and _is_in_place_name(words, place, place + 1)):
            yield Typo(first.start, second.end, " ".join(right))


def _may_be_wrong(first: _Word, second: _Word, right: Pair, *, is_capital: bool) -> bool:
    """Whether neither is a name, nor the wrong one of the two a word that stands beside any other."""
    wrong = first if first.settled != right[0] else second
    cases_fit = is_capital or (second.text.islower() and (first.text.islower() or first.text.istitle()))
    return cases_fit and wrong.settled not in COMMON
