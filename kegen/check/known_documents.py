"""Documents known beyond the file under check: those the packs that come with kegen cite."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.citing_numbers import number_key
from kegen.check.words import first_words, words
from kegen.dates import PlanDate

if TYPE_CHECKING:
    from kegen.pack.model import Pack, PackDocument

_CITED = re.compile(r"\{\{\s*cite\(\s*['\"]([\w-]+)['\"].*?\}\}")
_JINJA = re.compile(r"\{\{.*?\}\}")
_ABOUT = re.compile(r"^(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)
_LONG_TITLE = 7
"""A title of fewer words can be of many documents."""


class KnownDocument(NamedTuple):
    """A document whose facts are known."""

    kind: str
    number: str
    date: PlanDate
    issuer: str
    subject: str
    """What it is about, as far as plain words say it; documents it names in turn stand by kind and number."""

    @property
    def name(self) -> str:
        """Kind and number."""
        return f"{self.kind} số {self.number}"


@cache
def known_documents() -> dict[str, KnownDocument]:
    """Return the known documents by the key of their number."""
    from kegen.pack.read import pack_names, read_pack  # noqa: PLC0415 - only a paper that cites needs them

    return {
        number_key(each.number): KnownDocument(each.kind, each.number, each.date, each.issuer, _title(each, pack))
        for pack in (read_pack(name).pack for name in pack_names())
        for each in pack.documents.values()
        if each.number and each.date and each.issuer
    }


def _title(document: PackDocument, pack: Pack) -> str:
    """Return the subject of a pack's document in plain words."""

    def named(found: re.Match[str]) -> str:
        other = pack.documents.get(found[1])
        return f"{other.kind} số {other.number}" if other and other.number else ""

    return _JINJA.sub("", _CITED.sub(named, document.subject or "")).strip()


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
