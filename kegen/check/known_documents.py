"""Documents known beyond the file under check: those the packs that come with kegen cite."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kegen.check.citing_numbers import number_key
from kegen.check.words import words
from kegen.dates import PlanDate

_JINJA = re.compile(r"\{\{.*?\}\}")
_ABOUT = re.compile(r"^(?:về\s+việc|về|v/v)\s+", re.IGNORECASE)


class KnownDocument(NamedTuple):
    """A document whose facts are known."""

    kind: str
    number: str
    date: PlanDate
    issuer: str
    subject: str
    """What it is about, as far as plain words say it; documents it names in turn are left out."""

    @property
    def name(self) -> str:
        """Kind and number."""
        return f"{self.kind} số {self.number}"


@cache
def known_documents() -> dict[str, KnownDocument]:
    """Return the known documents by the key of their number."""
    from kegen.pack.read import pack_names, read_pack  # noqa: PLC0415 - only a paper that cites needs them

    documents = (each for name in pack_names() for each in read_pack(name).pack.documents.values())
    return {
        number_key(each.number): KnownDocument(
            each.kind, each.number, each.date, each.issuer, _JINJA.sub("", each.subject or "").strip()
        )
        for each in documents
        if each.number and each.date and each.issuer
    }


def about(subject: str) -> tuple[str, ...]:
    """Return the words of a subject for comparing, `về`, `về việc` before them left out."""
    return words(_ABOUT.sub("", subject))
