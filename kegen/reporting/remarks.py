"""A report as remarks in the margin of the file itself."""

from __future__ import annotations

from kegen.annotate.annotate import Remark
from kegen.check.report import Finding, Report
from kegen.reporting.wording import SEVERITIES, short
from kegen.vietnamese import upper_first

_NO_PART = ""
"""What belongs to no paragraph is said at the first of the body, as all is that stands in no part with comments."""


def remarks(report: Report) -> tuple[Remark, ...]:
    """Return a remark for each finding, where it is."""
    return tuple(_remark(each) for each in report.findings)


def _remark(finding: Finding) -> Remark:
    place = finding.where.place
    where = "" if place else f"{finding.where.text}: "
    lines = [f"{upper_first(SEVERITIES[finding.severity])}: {where}{short(finding.message)} [{finding.rule}]"]
    told = (("Hiện có", finding.found), ("Cần", finding.expected), ("Theo", finding.cite))
    lines += [f"{name}: {short(text)}" for name, text in told if text]
    text = "\n".join(lines)
    return Remark(place.part, place.ordinal, text) if place else Remark(_NO_PART, 0, text)
