"""A report as problems of the file: how `kegen draft` tells what it finds in its own drafts."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.report import Report
from kegen.problem import Place, Problem, Severity
from kegen.reporting.wording import Shown, folded, short


def problems(report: Report) -> tuple[Problem, ...]:
    """Return the errors and warnings, repeats folded; what is a mere hint is left to `kegen check`."""
    return tuple(_problems(report))


def _problems(report: Report) -> Iterator[Problem]:
    for shown in folded(each for each in report.findings if each.severity != "info"):
        finding = shown.finding
        yield Problem(Place(report.file), finding.rule, _message(shown), Severity(finding.severity))


def _message(shown: Shown) -> str:
    each = shown.finding
    told = (("", f"{each.where.text}: {each.message}"), ("hiện có: ", each.found), ("cần: ", each.expected))
    more = f" (và {shown.folded} chỗ khác)" if shown.folded else ""
    return "; ".join(name + short(text) for name, text in told if text) + more
