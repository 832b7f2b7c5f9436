"""Vietnamese text: one form at the door, folded forms for comparing, letters of a list."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse

from kegen.look_alikes import look_latin

_DIGIT = re.compile(r"\d")
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm a), b), c), d), đ) …: no f, j, w, z (NĐ 30, Phụ lục I, II.6.đ)."""


def has_digit(text: str) -> bool:
    """Whether a digit stands in the text, as in every date and every number in figures."""
    return _DIGIT.search(text) is not None


def normalise(text: str) -> str:
    """Return the text precomposed (NFC), as TCVN 6909:2001 asks (NĐ 30, Phụ lục I, I.4)."""
    return unicodedata.normalize("NFC", text)


_LETTERS = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))]
LOWER = "a-z" + "".join(each for each in _LETTERS if each.islower())
UPPER = "A-Z" + "".join(each for each in _LETTERS if each.isupper())
"""Classes of letters for patterns: above U+1EA0 Unicode sets capitals and small letters in turn, so no span will do."""
_LONGEST_WORD = 200
"""A longer one is no slip of a name, but something else in its place."""
_DASHES = re.compile("[-_\u2010-\u2015\u2212]")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a form for comparing only: no tone marks, no case, one kind of dash and blank, only Latin letters."""
    letters = unicodedata.normalize("NFD", look_latin(text).lower().replace("đ", "d"))
    bare = "".join(filterfalse(unicodedata.combining, letters))
    return "-".join(_DASHES.sub(" ", bare).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the given one most likely meant, or None if none is near."""
    if len(word) > _LONGEST_WORD:
        return None
    folded = {fold(k): k for k in known}
    match = difflib.get_close_matches(fold(word), folded, n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def is_of_word(letter: str) -> bool:
    """Whether a letter, or the "" before or after a text, goes on a word."""
    return letter.isalnum() or letter == "_"


def upper_first(text: str) -> str:
    """Return the text with its first letter capital."""
    first = text[:1]
    capital = first.upper()
    return text if first == capital else capital + text[1:]


def lower_first(text: str) -> str:
    """Return the text with its first letter small, but for words that are capital throughout (UBND)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def point_letter(index: int) -> str:
    """Return the letter of the point at the index, from 0: a … y, then aa, ab …"""
    turn, place = divmod(index, len(POINT_LETTERS))
    return (POINT_LETTERS[turn - 1] if turn else "") + POINT_LETTERS[place]


def roman(number: int) -> str:
    """Return the number, from 1, in Roman capitals, as Mục and Phụ lục are numbered."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in signs:
        while number >= value:
            out, number = out + sign, number - value
    return out


_ROMAN = {roman(number): number for number in range(1, 60)}


def roman_value(text: str) -> int:
    """Return the number that a Roman numeral says, in capitals or small letters; 0 for what is none."""
    return _ROMAN.get(text.upper(), 0)
