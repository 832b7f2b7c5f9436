"""Citing documents: whole at the first mention, by kind and number later (NĐ 30, Phụ lục I, II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from kegen.dates import BLANK, DateStyle, PlanDate
from kegen.profile.bases import CiteForm


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

    @property
    def short(self) -> str:
        """Kind and number, as every later mention has it; a Luật is cited by kind and name."""
        if not self.numbered:
            return f"{self.kind} {self.subject()}"
        return f"{self.kind} số {self.number or BLANK}"

    def mentioned_in(self, text: str) -> bool:
        """Whether the text mentions it by number, and not by one that only ends like it; a Luật by its name."""
        said = self.number if self.numbered else self.short
        return bool(said and said in text and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text))

    def dated(self) -> str:
        """The date of issue in this document's style."""
        blank = f"{BLANK}/{BLANK}/{BLANK}" if self.dates == "ngan" else f"{BLANK} tháng {BLANK} năm {BLANK}"
        return f" ngày {self.date.written(self.dates) if self.date else blank}"

    def whole(self) -> str:
        """The first mention, in the form chosen for it."""
        if not self.numbered:
            return self.short + (self.dated() if self.date and self.form in {"du", "khong-trich-yeu"} else "")
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
        self._mentioned: set[str] = set()

    def cite(self, name: str, later: str = "") -> str:
        """Return the citation that is due at this point of the plan; KeyError for an unknown document.

        `later` is what a later mention adds to kind and number, as the first one says it anyway (`của Chính phủ`).
        """
        document = self.documents[name]
        if name in self._mentioned:
            return f"{document.short} {later}".rstrip()
        self._mentioned.add(name)
        text = document.whole()
        self.hear(text)
        return text

    def hear(self, text: str) -> None:
        """Take note of documents that a text mentions by number in its own words."""
        self._mentioned |= {name for name, document in self.documents.items() if document.mentioned_in(text)}

    @contextmanager
    def hearing(self) -> Iterator[list[str]]:
        """Count of the mentions made inside only those that stand in the text appended: changes may remove some."""
        before = set(self._mentioned)
        said: list[str] = []
        yield said
        text = " ".join(said)
        self._mentioned = before | {n for n in self._mentioned if self.documents[n].mentioned_in(text)}
        self.hear(text)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Cite as in a text of its own (the title, a quoted subject): mentions inside do not count outside."""
        outside, self._mentioned = self._mentioned, set()
        try:
            yield
        finally:
            self._mentioned = outside
