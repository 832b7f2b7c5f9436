"""Reports as a person reads them: by weight, each finding with its place, and a summary that claims no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kegen.check.report import Report
from kegen.check.rule import Severity
from kegen.reporting.outcome import Outcome, Unreadable
from kegen.reporting.summary import headline, tally, unseen
from kegen.reporting.wording import SEVERITIES, Shown, folded, short
from kegen.vietnamese import upper_first

Tone = Literal["plain", "title", "error", "warning", "info"]


class Line(NamedTuple):
    """One line of a report, and what kind of line it is: a terminal may show that by colour."""

    text: str
    tone: Tone = "plain"


def report_lines(outcomes: Sequence[Outcome]) -> list[Line]:
    """Return the lines that tell the outcomes; files that could not be looked at are counted only."""
    reports = [each for each in outcomes if not isinstance(each, Unreadable)]
    lines: list[Line] = []
    for report in reports:
        lines += [*_report(report), Line("")]
    if len(outcomes) > 1:
        return [*lines, Line(_total(outcomes, reports), "title")]
    return lines[:-1]


def report_text(outcomes: Sequence[Outcome]) -> str:
    """Return the same as one text without colours."""
    return "\n".join(line.text for line in report_lines(outcomes))


def _report(report: Report) -> Iterator[Line]:
    yield Line(short(report.file), "title")
    for severity in SEVERITIES:
        yield from _group(report, severity)
    yield Line("")
    yield Line(f"{headline(report)}.", "error" if report.count("error") else "plain")
    yield Line(f"{tally(report)}.")
    yield from _unseen(report)


def _group(report: Report, severity: Severity) -> Iterator[Line]:
    findings = [each for each in report.findings if each.severity == severity]
    if findings:
        yield from (Line(""), Line(f"{upper_first(SEVERITIES[severity])} ({len(findings)})", severity))
    for shown in folded(findings):
        yield from _finding(shown)


def _finding(shown: Shown) -> Iterator[Line]:
    each = shown.finding
    yield Line(f"  {short(each.where.text)}", "title")
    yield Line(f"    {upper_first(short(each.message))} [{each.rule}]")
    told = (("Hiện có", each.found), ("Cần", each.expected), ("Theo", each.cite))
    yield from (Line(f"    {name}: {short(text)}") for name, text in told if text)
    if shown.folded:
        yield Line(f"    … và {shown.folded} chỗ khác [{each.rule}]")


def _unseen(report: Report) -> Iterator[Line]:
    why = unseen(report)
    if why:
        yield Line("Chưa xét được:")
    yield from (Line(f"  - {', '.join(rules)}: {short(reason)}") for reason, rules in why.items())


def _total(outcomes: Sequence[Outcome], reports: Iterable[Report]) -> str:
    """Return how many files have errors, how many have none that was seen, how many could not be looked at."""
    wrong = [bool(report.count("error")) for report in reports]
    counts = (
        (sum(wrong), "có lỗi"),
        (len(wrong) - sum(wrong), "không thấy lỗi trong những gì đã xét"),
        (len(outcomes) - len(wrong), "không đọc được"),
    )
    return f"{len(outcomes)} tệp: {', '.join(f'{count} {what}' for count, what in counts if count)}."
