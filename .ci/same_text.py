"""When two pieces of text count as the same, and the short mark a text goes by in the truth files."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kegen.vietnamese import fold

DASHES = re.compile(r"[\u2010-\u2015\u2212]")
DOUBLE_QUOTES = re.compile(r"[“”„‟]")
SINGLE_QUOTES = re.compile(r"[‘’]")
BLANKS = re.compile(r"[\s\u00a0\u2000-\u200b\u202f]+")
SHORT_NAMES = (("uy ban nhan dan ubnd", "ubnd"), ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"))
OPENERS = re.compile(r"^(?:giao|de nghi|doi voi) ")
JOINERS = {"va", "cung"}
MARK = 12
"""So many hex digits of the SHA-256 name a text: enough for some thousands of cells."""


def normal(text: str) -> str:
    """Return the text in one Unicode form, with one kind of dash, quote and blank."""
    text = DASHES.sub("-", unicodedata.normalize("NFC", text))
    text = SINGLE_QUOTES.sub("'", DOUBLE_QUOTES.sub('"', text))
    return BLANKS.sub(" ", text).strip()


def mark_of(text: str) -> str:
    """Return the mark of a text, "" for none: the truth files name by it what they may not quote."""
    text = normal(text)
    return hashlib.sha256(text.encode()).hexdigest()[:MARK] if text else ""


def words_of(text: str) -> list[str]:
    """Return the words of a text, without their tone marks, capitals and punctuation."""
    return re.sub(r"[^\w/%,.]+|[,.](?!\d)", " ", fold(text).replace("-", " ")).split()


def office(text: str) -> tuple[str, ...]:
    """Return the name of an office, or of several, as sorted words, without those that join them."""
    plain = " ".join(words_of(text))
    for long, short in SHORT_NAMES:
        plain = plain.replace(long, short)
    return tuple(sorted(word for word in OPENERS.sub("", plain).split() if word not in JOINERS))


def starts(text: str, count: int = 4) -> str:
    """Return the first words of a text, as the truth files name a paragraph by."""
    return " ".join(normal(text).split()[:count])
