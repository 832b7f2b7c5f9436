"""A text as words to compare: no case, one form of each letter, the tone mark in one place, abbreviations spelled."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
"""A word of a text as it stands."""
_NEAR = 80
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SPELLED = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "vp": "văn phòng",
    "cvp": "chánh văn phòng",
    "pcvp": "phó chánh văn phòng",
    "lđvp": "lãnh đạo văn phòng",
    "ct": "chủ tịch",
    "pct": "phó chủ tịch",
}
"""Abbreviations that mean one thing in every administrative document."""


@lru_cache(maxsize=4096)  # a paper has few words, each many times
def _key(word: str) -> str:
    """Return a word with its tone mark last, so that `hoá` and `hóa` are one."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _TONE.sub("", parts)) + "".join(_TONE.findall(parts))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text for comparing."""
    return tuple(map(_key, WORD.findall(unicodedata.normalize("NFC", text).casefold())))


def key_set(text: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(words(text))


_KEYS = {_key(short): " ".join(words(long)) for short, long in _SPELLED.items()}


def joined(text: str) -> str:
    """Return the words of a text joined by single blanks, one before and one after, abbreviations as they are."""
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """Return the words of a text joined by single blanks, one before and one after, common abbreviations spelled."""
    return f" {' '.join([_KEYS.get(each, each) for each in words(text.replace('&', ' và '))])} "


def says(text: str, part: str) -> bool:
    """Whether the text has the words of the part, one after another; abbreviations count as spelled."""
    return spelled(part) in spelled(text)


def before(text: str, at: int) -> str:
    """Return the few letters that stand before a place: more than any word has that is looked for there."""
    return text[max(0, at - _NEAR) : at]


def opening(text: str, count: int) -> str:
    """Return the first words of a text as they stand, and a sign where more follow."""
    found = text.split(maxsplit=count)
    return " ".join(found[:count]) + ("…" if len(found) > count else "")
