"""Reports for programs: JSON of a shape, version 1, that others rely on, and SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from kegen.check.report import Finding, Report
from kegen.check.rule import USUAL, Rule, Severity
from kegen.reporting.pages import rule_page
from kegen.reporting.summary import Outcome, Unreadable, details_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "kegenFinding/v1"


def report_record(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return all outcomes as plain values."""
    return {"version": 1, "files": [_outcome(each) for each in outcomes]}


def verdicts_and_findings(report: Report) -> dict[str, Any]:
    """Return what each rule came to, and every finding."""
    record: dict[str, Any] = {
        "rules": {rule: verdict.state for rule, verdict in report.verdicts.items()},
        "findings": [_finding(each) for each in report.findings],
    }
    if report.accepted:
        record["accepted"] = [{**_finding(each.finding), "reason": each.reason} for each in report.accepted]
    return record


def _outcome(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, Unreadable):
        return {"file": outcome.file, "error": outcome.why, "rules": {}, "findings": []}
    return {"file": outcome.file, **verdicts_and_findings(outcome)}


def _finding(finding: Finding) -> dict[str, str]:
    return {**finding._asdict(), "where": finding.where.text}


def sarif_record(outcomes: Sequence[Outcome], rules: Sequence[Rule], version: str) -> dict[str, Any]:
    """Return all outcomes as a SARIF log; `version` is kegen's."""
    driver = {"name": "kegen", "version": version, "language": "vi", "rules": [_rule(each) for each in rules]}
    index = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcomes, index)],
        "results": [each for outcome in outcomes for each in _results(outcome, index)],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    demand = next((part.text for part in rule_page(rule).parts), rule.title)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": demand},
        "help": {"text": f"{rule.page}\n\nTheo: {rule.cite}"},
        "defaultConfiguration": {"level": _LEVELS[USUAL[rule.weight]]},
        "properties": {"weight": rule.weight, "cite": rule.cite},
    }


def _invocation(outcomes: Sequence[Outcome], index: dict[str, int]) -> dict[str, Any]:
    """Return how the run went: what could not be read, and which rules could not be looked at."""
    return {
        "executionSuccessful": not any(isinstance(each, Unreadable) for each in outcomes),
        "toolExecutionNotifications": [each for outcome in outcomes for each in _notifications(outcome, index)],
    }


def _notifications(outcome: Outcome, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    where = [{"physicalLocation": _file(outcome.file)}]
    if isinstance(outcome, Unreadable):
        yield {"level": "error", "message": {"text": outcome.why}, "locations": where}
        return
    for rule, verdict in outcome.verdicts.items():
        if verdict.state == "not_evaluated":
            message = {"text": f"Chưa xét được quy tắc {rule}: {verdict.why}"}
            own = {"id": rule, "index": index[rule]}
            yield {"level": "note", "message": message, "locations": where, "associatedRule": own}


def _results(outcome: Outcome, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    if isinstance(outcome, Unreadable):
        return
    findings = (*outcome.findings, *(each.finding for each in outcome.accepted))
    reasons = (*(None for _ in outcome.findings), *(each.reason for each in outcome.accepted))
    for finding, reason, fingerprint in zip(findings, reasons, _fingerprints(findings), strict=True):
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [{"physicalLocation": _file(outcome.file), "logicalLocations": [_logical(finding)]}],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
            **({"suppressions": [{"kind": "external", "justification": reason}]} if reason else {}),
        }


def _message(finding: Finding) -> str:
    return ". ".join([finding.message, *(f"{heading}: {text}" for heading, text in details_of(finding))])


def _logical(finding: Finding) -> dict[str, str]:
    place = finding.where.place
    if place is None:
        return {"name": finding.where.text}
    return {"name": finding.where.text, "fullyQualifiedName": f"{place.part}/p[{place.ordinal}]", "kind": "element"}


def _file(file: str) -> dict[str, Any]:
    return {"artifactLocation": {"uri": uri_of(file)}}


def uri_of(file: str) -> str:
    """Return the file's name as a URI reference, whatever bytes it is made of."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))


def _fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield what tells each finding from the others and stays when text is added above it: no page, no number."""
    seen: Counter[str] = Counter()
    for each in findings:
        words = each.where.text.partition("“")[2] or each.where.text
        digest = hashlib.sha256(repr((each.rule, words, each.message, each.found)).encode()).hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"
