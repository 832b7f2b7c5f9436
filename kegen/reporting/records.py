"""Reports as JSON: the shape is version 1 and other programs rely on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kegen.check.report import Finding, Report
from kegen.reporting.outcome import Outcome, Unreadable


def report_record(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return all outcomes as plain values."""
    return {"version": 1, "files": [_file(each) for each in outcomes]}


def verdicts_and_findings(report: Report) -> dict[str, Any]:
    """Return what each rule came to, and every finding."""
    return {
        "rules": {rule: verdict.state for rule, verdict in report.verdicts.items()},
        "findings": [_finding(each) for each in report.findings],
    }


def _file(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, Unreadable):
        return {"file": outcome.file, "error": outcome.why, "rules": {}, "findings": []}
    return {"file": outcome.file, **verdicts_and_findings(outcome)}


def _finding(finding: Finding) -> dict[str, str]:
    return {**finding._asdict(), "where": finding.where.text}
