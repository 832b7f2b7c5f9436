"""A report as people read it: as lines, as problems of a draft, as remarks in the margin of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kegen.annotate.annotate import Remark
from kegen.check.report import AcceptedFinding, Finding, Report
from kegen.check.rule import Severity
from kegen.problem import Place, Problem
from kegen.problem import Severity as ProblemSeverity
from kegen.reporting.summary import (
    SEVERITIES,
    Outcome,
    Shown,
    Unreadable,
    counted,
    details_of,
    folded,
    headline,
    short,
    tally,
)
from kegen.vietnamese import upper_first

_KEYS = {
    **dict.fromkeys(("dd-full-name", "dd-name-local"), "unit.place"),
    **dict.fromkeys(("cq-parent", "cq-parent-style"), "unit.parent_body"),
    **dict.fromkeys(("ty-no-vv", "ty-no-period"), "title"),
    **dict.fromkeys(("sign-name", "sign-no-degree"), "signer.name"),
    **dict.fromkeys(("nn-list", "nn-order", "recipient-reason"), "recipients"),
    "cq-abbr": "unit.abbreviation",
    "sign-title-official": "signer.position",
    "nn-luu": "archive",
    "chain-facts": "parent_plan",
    "deadline-late": "reporting, tasks",
    **dict.fromkeys(("target-lax", "target-lost"), "targets"),
    "deadline-past": "tasks",
}
"""Where the profile says what a draft has wrong, by the rule that finds it."""
_ON_UNITS = ("unit-exists", "unit-kind", "other-unit", "provinces-34", "two-tier", "dackhu-13", "header-commune")

Tone = Literal["plain", "title", "error", "warning", "info"]
_MOST_REMARKS = 1_000
"""More than anybody reads in one margin."""
_NO_PART = ""
"""What belongs to no paragraph is said at the first of the body, as all is that stands in no part with comments."""


class ReportLine(NamedTuple):
    """One line of a report, and what kind of line it is: a terminal may show that by colour."""

    text: str
    tone: Tone = "plain"


def report_lines(outcomes: Sequence[Outcome]) -> list[ReportLine]:
    """Return the lines that tell the outcomes; files that could not be looked at are counted only."""
    reports = [each for each in outcomes if not isinstance(each, Unreadable)]
    lines = [line for report in reports for line in (*_report(report), ReportLine(""))]
    return [*lines, ReportLine(_total(len(outcomes), reports), "title")] if len(outcomes) > 1 else lines[:-1]


def report_text(outcomes: Sequence[Outcome]) -> str:
    """Return the same as one text without colours."""
    return "\n".join(line.text for line in report_lines(outcomes))


def _report(report: Report) -> Iterator[ReportLine]:
    yield ReportLine(short(report.file), "title")
    for severity in SEVERITIES:
        yield from _group(report, severity)
    yield from _accepted(report)
    yield ReportLine("")
    yield ReportLine(f"{headline(report)}.", "error" if report.count("error") else "plain")
    yield ReportLine(f"{tally(report)}.")
    yield from _unseen(report)


def _group(report: Report, severity: Severity) -> Iterator[ReportLine]:
    findings = [each for each in report.findings if each.severity == severity]
    if findings:
        yield from (ReportLine(""), ReportLine(f"{upper_first(SEVERITIES[severity])} ({len(findings)})", severity))
    for shown in folded(findings):
        yield from _finding(shown)


def _finding(shown: Shown) -> Iterator[ReportLine]:
    each = shown.finding
    yield ReportLine(f"  {short(shown.where)}", "title")
    yield ReportLine(f"    {upper_first(short(each.message))} [{each.rule}]")
    yield from (ReportLine(f"    {heading}: {short(text)}") for heading, text in details_of(each))
    if shown.folded:
        yield ReportLine(f"    … và {shown.folded} chỗ khác [{each.rule}]")


def _accepted(report: Report) -> Iterator[ReportLine]:
    """Yield what the profile accepts, with its reasons."""
    if report.accepted:
        yield from (ReportLine(""), ReportLine(f"Đã chấp nhận, có lý do ({len(report.accepted)})"))
    for line in accepted_lines(report.accepted):
        yield ReportLine(f"  {line}")


def accepted_lines(accepted: Iterable[AcceptedFinding]) -> Iterator[str]:
    """Yield a line for each acceptance: what is accepted first, how much more, and why."""
    alike: dict[tuple[int, str], list[Finding]] = {}
    for each in accepted:
        alike.setdefault((each.at, each.reason), []).append(each.finding)
    for (_, reason), (first, *rest) in alike.items():
        more = f" (và {len(rest)} chỗ khác)" if rest else ""
        yield f"{short(first.where.text)}: {short(first.message)} [{first.rule}]{more}; lý do: {reason}"


def _unseen(report: Report) -> Iterator[ReportLine]:
    """Yield why rules could not be looked at, with the ids of those rules."""
    rules: dict[str, list[str]] = {}
    for rule, verdict in report.verdicts.items():
        if verdict.state == "not_evaluated":
            rules.setdefault(verdict.why, []).append(rule)
    if rules:
        yield ReportLine("Chưa xét được:")
    yield from (ReportLine(f"  - {', '.join(ids)}: {short(why)}") for why, ids in rules.items())


def _total(count: int, reports: Sequence[Report]) -> str:
    """Return how many files have errors, how many have none that was seen, how many could not be looked at."""
    wrong = sum(bool(report.count("error")) for report in reports)
    counts = (
        (wrong, "có lỗi"),
        (len(reports) - wrong, "không thấy lỗi trong những gì đã xét"),
        (count - len(reports), "không đọc được"),
    )
    return f"{count} tệp: {', '.join(f'{number} {what}' for number, what in counts if number)}."


def hints_on_units(report: Report) -> Iterator[str]:
    """Yield the hints that are about units and their names: whoever drafts is to see them too."""
    for shown in folded(each for each in report.findings if each.severity == "info" and each.rule in _ON_UNITS):
        each = shown.finding
        more = f" (và {shown.folded} chỗ khác)" if shown.folded else ""
        yield f"{short(each.where.text)}: {short(each.message)}; {each.expected} [{each.rule}]{more}"


def problems(report: Report) -> tuple[Problem, ...]:
    """Return the errors and warnings as problems of the file; what is a mere hint is left to `kegen check`."""
    weighty = folded(each for each in report.findings if each.severity != "info")
    return tuple(_problem(report.file, each) for each in weighty)


def _problem(file: str, shown: Shown) -> Problem:
    each = shown.finding
    parts = (("", f"{shown.where}: {each.message}"), ("hiện có: ", each.found), ("cần: ", each.expected))
    more = f" (và {shown.folded} chỗ khác)" if shown.folded else ""
    key = f"; khóa trong hồ sơ: {_KEYS[each.rule]}" if each.rule in _KEYS else ""
    message = "; ".join(heading + short(text) for heading, text in parts if text) + more + key
    return Problem(Place(file), each.rule, message, ProblemSeverity(each.severity))


def remarks(report: Report) -> tuple[Remark, ...]:
    """Return a remark for each finding, where it is; of very many the first, and one more that tells how many not."""
    first = tuple(_remark(each) for each in report.findings[:_MOST_REMARKS])
    rest = counted(report.findings[_MOST_REMARKS:])
    return (
        (*first, Remark(_NO_PART, 0, f"Và {rest} nữa không ghi vào lề; hãy sửa rồi kiểm tra lại.")) if rest else first
    )


def _remark(finding: Finding) -> Remark:
    place = finding.where.place
    where = "" if place else f"{finding.where.text}: "
    lines = [f"{upper_first(SEVERITIES[finding.severity])}: {where}{short(finding.message)} [{finding.rule}]"]
    text = "\n".join([*lines, *(f"{heading}: {short(text)}" for heading, text in details_of(finding))])
    return Remark(place.part, place.ordinal, text) if place else Remark(_NO_PART, 0, text)
