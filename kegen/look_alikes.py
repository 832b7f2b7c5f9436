"""Letters of other scripts, dashes and blanks that look like those that Vietnamese is typed with.

They come from scans, from Word, from Zalo and from web pages. A reader sees no difference; a machine finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

_DD = dict(zip("ÐƉðɖ", "ĐĐđđ", strict=True))
"""The Icelandic and the African letter (U+00D0, U+0189) for the Vietnamese one (U+0110)."""
_CYRILLIC = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮԌԚԜӀЀӐаеѕіјорсухүһԁԛԝӏѐӑ",
        "ABESIJKMHOPCTYXYGQWIÈĂaesijopcyxyhdqwlèă",
        strict=True,
    )
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov", strict=True))
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = "\u00a0\u1680\u202f\u205f\u2800\u3000\u3164" + "".join(map(chr, range(0x2000, 0x200B)))
_DASHES = "\u2010\u2011\ufe63"

_SURE = str.maketrans(
    _DD | _FULL_WIDTH | dict(zip("ɡɑ", "ga", strict=True)) | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_BLANKS, " ")
)
"""What stands for nothing else in a Vietnamese text."""
_OF_WORDS = str.maketrans(_CYRILLIC | _GREEK)
"""What stands for itself in a word of its own language."""

_FORMULAS = "ΔΣΦΩαβγδθλμπρσφω"
"""Greek letters that formulas and units have."""
_OTHER_SCRIPTS = frozenset(
    chr(code) for code in chain(range(0x370, 0x590), range(0xE00, 0x1100), range(0x13A0, 0x13F6))
).difference(_FORMULAS)
_LETTERS = _OTHER_SCRIPTS.union(_DD, _FULL_WIDTH, "ɡɑ\u3164")
_ODD = _LETTERS.union(map(chr, _SURE))
_WORD = "[\\w\u0300-\u036f\u0e00-\u10ff\uff01-\uff5e]+"
_LATIN = "[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9]"


def settle(text: str) -> str:
    """Return the text with Vietnamese letters, hyphens and blanks for all that surely is meant for them."""
    if _ODD.isdisjoint(text):
        return text
    text = text.translate(_SURE)
    if _OTHER_SCRIPTS.isdisjoint(text):  # firm blanks and hyphens alone, as in most drafts
        return unicodedata.normalize("NFC", text)
    is_foreign = _is_foreign(text)
    return unicodedata.normalize("NFC", re.sub(_WORD, lambda found: _settled(found[0], is_foreign=is_foreign), text))


def look_latin(text: str) -> str:
    """Return the text with all that looks like a Vietnamese letter, hyphen or blank as such, for comparing only."""
    return text if _ODD.isdisjoint(text) else text.translate(_SURE).translate(_OF_WORDS)


def odd_letters(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield each word that has a letter of another script among Vietnamese ones, that letter, and where it stands."""
    if _LETTERS.isdisjoint(text):
        return
    is_foreign = _is_foreign(text)
    for found in re.finditer(_WORD, text):
        word = found[0]
        meant = _settled(word.translate(_SURE), is_foreign=is_foreign)
        is_mixed = re.search(_LATIN, meant) is not None
        for at, (letter, right) in enumerate(zip(word, meant, strict=True)):
            if letter != right or (is_mixed and letter in _OTHER_SCRIPTS):
                yield word, letter, found.start() + at
                break


def with_code(sign: str) -> str:
    """Return the sign and its code, as a message names what cannot be told apart by the eye."""
    return f"“{sign}” (mã U+{ord(sign):04X})"


def _settled(word: str, *, is_foreign: bool) -> str:
    """Return a word with Latin letters, unless it is, or may be, one of another language."""
    latin = word.translate(_OF_WORDS)
    is_sure = _OTHER_SCRIPTS.isdisjoint(latin) and not (is_foreign and re.search(_LATIN, word) is None)
    return latin if is_sure else word


def _is_foreign(text: str) -> bool:
    """Whether the text has words of another language: then those that only look Latin may be too."""
    words = (each for each in re.findall(_WORD, text) if not _OTHER_SCRIPTS.isdisjoint(each.translate(_OF_WORDS)))
    return any(re.search(_LATIN, each) is None for each in words)
