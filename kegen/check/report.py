"""What came of checking one document: a verdict for each rule, and every finding with its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kegen.check.rule import Severity
from kegen.docx.model import Place

State = Literal["pass", "fail", "not_applicable", "not_evaluated"]


class Location(NamedTuple):
    """Where a finding is: as a person finds it, and as a program does."""

    text: str
    """`trang 2, nội dung, đoạn 14 “Tổ chức tuyên truyền…”`."""
    place: Place | None
    """The paragraph in the file, None for what is no paragraph."""
    order: int
    """How far down the document, to sort by."""


class Finding(NamedTuple):
    """One thing a rule found, complete: nothing is looked up to print it."""

    rule: str
    severity: Severity
    message: str
    where: Location
    found: str
    expected: str
    cite: str


class Verdict(NamedTuple):
    """What a rule came to; `why` says why it does not apply or could not be evaluated."""

    state: State
    why: str = ""


class AcceptedFinding(NamedTuple):
    """A finding that the profile accepts, and why."""

    finding: Finding
    reason: str
    at: int
    """The place of the acceptance in the profile's list, from 0."""


class Report(NamedTuple):
    """One document, checked."""

    file: str
    verdicts: dict[str, Verdict]
    findings: tuple[Finding, ...]
    """Sorted by severity, then down the document."""
    accepted: tuple[AcceptedFinding, ...] = ()
    """What the profile accepts: no finding any more."""

    def count(self, severity: Severity) -> int:
        """Return how many findings weigh that much."""
        return sum(each.severity == severity for each in self.findings)
