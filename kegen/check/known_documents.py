"""Documents known beyond the file under check: those the packs that come with kegen cite."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kegen.check.directives import KnownDocument, directives
from kegen.check.words import first_words, words

_ABOUT = re.compile(r"^(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
_LONG_TITLE = 7
"""A title of fewer words can be of many documents."""


@cache
def known_documents() -> dict[str, KnownDocument]:
    """Return the known documents by the key of their number."""
    return {key: each for pack in directives().values() for key, each in pack.documents.items()}


@lru_cache(maxsize=2048)
def about(subject: str) -> tuple[str, ...]:
    """Return the words of a subject for comparing, `về`, `về việc` before them left out."""
    return words(_ABOUT.sub("", subject))


def begins(subject: str, most: int) -> tuple[str, ...]:
    """Return the first of those words."""
    return first_words(_ABOUT.sub("", subject), most)


@lru_cache(maxsize=4096)
def same_title(one: str, other: str) -> bool:
    """Whether two subjects surely are of one document: the shorter, if long enough, is how the longer begins."""
    a, b = about(one), about(other)
    shorter = min(len(a), len(b))
    return shorter >= _LONG_TITLE and a[:shorter] == b[:shorter]
