"""What a Vietnamese syllable is: an onset, a rhyme it goes with, a tone, each in its spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The combining marks of the tones, huyền to nặng."""
_TONE = re.compile(f"[{TONES}]")
_FRONT = "eêiy"
_BEFORE_FRONT = {"c": "k", "g": "gh", "ng": "ngh"}
VOWELS = frozenset("aăâeêioôơuưy")
LETTERS = frozenset("bcdđghklmnpqrstvx").union(
    *(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in ("", *TONES))
)
_STRONG = "ăâêôơ"
"""Vowels that always bear the tone mark of their syllable."""
_TWO_WAYS = frozenset({"oa", "oe", "uy"})
"""Open rhymes with the tone mark on either vowel: hóa and hoá."""
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")


class Syllable(NamedTuple):
    """A spelling without tone marks, taken apart."""

    onset: str
    rhyme: str


@cache
def known() -> dict[str, Syllable]:
    """Return every syllable of the language by its spelling without tone mark."""
    _, *lines = Path(__file__).with_name("syllables.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {_spelled(onset, rhyme): Syllable(onset, rhyme) for rhyme, onsets in pairs for onset in onsets.split()}


def _spelled(onset: str, rhyme: str) -> str:
    """Return the spelling of an onset, `0` for none, with a rhyme."""
    if onset == "0":
        return rhyme
    if (onset == "gi" and rhyme.startswith("i")) or (onset == "qu" and rhyme.startswith("u")):
        return onset[0] + rhyme
    return (_BEFORE_FRONT.get(onset, onset) if rhyme[0] in _FRONT else onset) + rhyme


def bare_and_tone(word: str) -> tuple[str, str]:
    """Return a word in small letters without its tone marks, and those marks."""
    if word.isascii():
        return word, ""
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(_TONE.findall(parts))
    return (unicodedata.normalize("NFC", _TONE.sub("", parts)), tone) if tone else (word, "")


def with_tone(bare: str, tone: str) -> str:
    """Return a syllable with a tone mark where the new way has it, on the first letter of `oa`, `oe`, `uy`."""
    found = known().get(bare)
    if found is None or not tone:
        return bare
    at = len(bare) - len(found.rhyme) + _marked(found.rhyme)[0]
    return bare[:at] + unicodedata.normalize("NFC", bare[at] + tone) + bare[at + 1 :]


def is_syllable(word: str) -> bool:
    """Whether a word in small letters can be Vietnamese, its tone mark on the right letter."""
    bare, tone = bare_and_tone(word)
    found = known().get(bare)
    if found is None or len(tone) > 1:
        return False
    if found.rhyme.endswith(_STOPS):
        return tone in _STOP_TONES and _is_in_place(word, bare, found)
    return not tone or _is_in_place(word, bare, found)


def _is_in_place(word: str, bare: str, found: Syllable) -> bool:
    at = next(place for place, (one, other) in enumerate(zip(word, bare, strict=True)) if one != other)
    return at - len(bare) + len(found.rhyme) in _marked(found.rhyme)


def _marked(rhyme: str) -> tuple[int, ...]:
    """Return the places of a rhyme that its tone mark may stand on, that of the new way first."""
    vowels = next((place for place, letter in enumerate(rhyme) if letter not in VOWELS), len(rhyme))
    strong = [place for place in range(vowels) if rhyme[place] in _STRONG]
    if strong:
        return (strong[-1],)
    if vowels < len(rhyme):
        return (vowels - 1,)
    if rhyme in _TWO_WAYS:
        return (0, 1)
    return (max(vowels - 2, 0),)


def sound(word: str) -> tuple[str, str, str]:
    """Return what is heard of a syllable: people mix s and x, ch and tr, d, gi and r, l and n, t and c, n and ng."""
    bare, tone = bare_and_tone(word)
    onset, rhyme = known()[bare]
    return _MIXED.get(onset, onset), _heard(rhyme), tone


_MIXED = {"x": "s", "tr": "ch", "gi": "d", "r": "d", "n": "l"}


def _heard(rhyme: str) -> str:
    if rhyme.endswith("ng"):
        return rhyme[:-1]
    return f"{rhyme[:-1]}t" if rhyme.endswith("c") else rhyme
