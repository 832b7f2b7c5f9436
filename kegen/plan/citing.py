"""Citing documents: whole at the first mention, by kind and number later (NĐ 30, Phụ lục I, II.6.b)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

from kegen.dates import BLANK, DateStyle, PlanDate
from kegen.profile.bases import CiteForm
from kegen.vietnamese import is_of_word

UNNUMBERED = ("Luật", "Bộ luật", "Pháp lệnh")
"""Kinds cited by name, without number and issuer (NĐ 30, Phụ lục I, II.6.a)."""


class Cited(NamedTuple):
    """One document as the plan cites it; a fact that is None is a blank. A Luật has no number to cite."""

    kind: str
    number: str | None
    date: PlanDate | None
    issuer: str
    subject: Callable[[], str]
    dates: DateStyle
    form: CiteForm = "du"
    numbered: bool = True
    short_name: str = ""
    """What it is called after its first mention, which says so; "" for kind and number."""
    defined_as: str = ""
    """The words by which the first mention says so, "" where the profile's own words do."""

    @property
    def short(self) -> str:
        """Kind and number, as every later mention has it; a Luật is cited by kind and name."""
        if not self.numbered:
            return f"{self.kind} {self.subject()}"
        return f"{self.kind} số {self.number or BLANK}"

    @property
    def name(self) -> str:
        """What a text mentions it by: its number, a Luật by its name; "" where the number is not known."""
        return (self.number or "") if self.numbered else self.short

    def dated(self) -> str:
        """The date of issue in this document's style."""
        blank = f"{BLANK}/{BLANK}/{BLANK}" if self.dates == "ngan" else f"{BLANK} tháng {BLANK} năm {BLANK}"
        return f" ngày {self.date.written(self.dates) if self.date else blank}"

    def whole(self) -> str:
        """The first mention, in the form chosen for it."""
        if not self.numbered:
            is_dated = self.form in {"du", "khong-trich-yeu"}
            issuer = f" của {self.issuer}" if is_dated and self.issuer and self.kind not in UNNUMBERED else ""
            return self.short + (self.dated() if self.date and is_dated else "") + issuer
        if self.form == "ngan":
            return self.short
        parts = [self.short]
        if self.form in {"du", "khong-trich-yeu"}:
            parts.append(f"{self.dated()} của {self.issuer}")
        if self.form in {"du", "khong-ngay"} and (subject := self.subject()):
            parts.append(f" {subject}")
        return "".join(parts)


class Citer:
    """Remembers, over a whole plan, which documents have been mentioned."""

    def __init__(self, documents: dict[str, Cited]) -> None:
        self.documents = documents
        self._mentioned: list[str] = []
        self._defined: set[str] = set()
        self._names: dict[str, str] = {}
        self._is_apart = False

    def cite(self, name: str, later: str = "") -> str:
        """Return the citation that is due at this point of the plan; KeyError for an unknown document.

        `later` is what a later mention adds to kind and number, as the first one says it anyway (`của Chính phủ`).
        """
        document = self.documents[name]
        if name in self._mentioned:
            return document.short_name if name in self._defined else f"{document.short} {later}".rstrip()
        self._mentioned.append(name)
        text = document.whole()
        self.note_mentions(text)
        return text + self._definition(name, document)

    def _definition(self, name: str, document: Cited) -> str:
        """Return the words that give the document its short name, but in a text of its own, as a title is."""
        if not document.short_name or self._is_apart:
            return ""
        self._defined.add(name)
        return f" ({document.defined_as} {document.short_name})" if document.defined_as else ""

    def note_mentions(self, text: str) -> None:
        """Take note of documents that a text mentions by number in its own words."""
        if not self._names:
            self._names = {name: words for name, each in self.documents.items() if (words := each.name)}
        for name, words in self._names.items():
            if name not in self._mentioned and words in text and _stands_alone(words, text):
                self._mentioned.append(name)
                document = self.documents[name]
                if (short := document.short_name) and (not document.defined_as or f" là {short}" in text):
                    self._defined.add(name)

    def count(self) -> int:
        """Return how many documents have been mentioned so far."""
        return len(self._mentioned)

    def recount_since(self, count: int, text: str) -> None:
        """Of the mentions made since there were so many, keep those in the text: changes may have removed some."""
        self._defined.difference_update(self._mentioned[count:])
        del self._mentioned[count:]
        self.note_mentions(text)

    @contextmanager
    def separate_text(self) -> Iterator[None]:
        """Cite as in a text of its own (the title, a quoted subject): mentions inside do not count outside."""
        outside, self._mentioned = self._mentioned, []
        was_apart, self._is_apart = self._is_apart, True
        try:
            yield
        finally:
            self._mentioned, self._is_apart = outside, was_apart


def _stands_alone(words: str, text: str) -> bool:
    """Whether the text has these words, and not only as the end or the beginning of longer ones."""
    pieces = text.split(words)
    return any(not (is_of_word(a[-1:]) or is_of_word(b[:1])) for a, b in pairwise(pieces))
