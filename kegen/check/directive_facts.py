"""What a directive says, as far as papers are held against it: its documents and its targets."""

from __future__ import annotations

from typing import NamedTuple

from kegen.dates import PlanDate


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


class Ordered(NamedTuple):
    """A target as a directive sets it."""

    value: str | None
    clauses: frozenset[frozenset[str]]
    """The words of each clause that the pack's wordings put around the figure."""


class Directive(NamedTuple):
    """What one pack says."""

    targets: dict[str, Ordered]
    documents: dict[str, KnownDocument]
    """Those it cites, by the key of their number."""
