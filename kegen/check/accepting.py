"""Findings that a profile accepts: taken out of the report, kept beside it with the reason; errors are not accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from kegen.check.report import AcceptedFinding, Finding, Report, Verdict
from kegen.check.rules import all_rules
from kegen.plan.model import Plan
from kegen.problem import ACCEPTABLE_ERRORS, Problem, Severity
from kegen.vietnamese import nearest

if TYPE_CHECKING:
    from kegen.profile.accepting import Acceptance
    from kegen.profile.read import Loaded

UNMET = "chap-nhan-thua"
"""The id of what is told of an acceptance that meets nothing."""
_ACCEPTED = Verdict("pass", "hồ sơ của đơn vị đã chấp nhận, có lý do")


def accept(report: Report, acceptances: Sequence[Acceptance]) -> Report:
    """Return the report without what is accepted, which it tells apart."""
    accepted, findings = [], []
    for finding in report.findings:
        at = next((at for at, each in enumerate(acceptances) if _covers(each, finding)), None)
        if at is None or not _may_be_accepted(finding):
            findings.append(finding)
        else:
            accepted.append(AcceptedFinding(finding, acceptances[at].reason, at))
    if not accepted:
        return report
    weighty = {each.rule for each in findings if each.severity != "info"}
    settled = {each.finding.rule: _ACCEPTED for each in accepted if each.finding.rule not in weighty}
    return report._replace(verdicts=report.verdicts | settled, findings=tuple(findings), accepted=tuple(accepted))


def unmet(loaded: Loaded, plan: Plan, report: Report) -> Iterator[Problem]:
    """Yield a warning for each acceptance of the profile that nothing in its plan or the report meets any more."""
    met = {each.at for each in plan.accepted} | {each.at for each in report.accepted}
    for at, message in _unmet(loaded.profile.accept, met, report):
        yield loaded.tree.problem(("accept", at), UNMET, message, Severity.WARNING)


def _unmet(acceptances: Sequence[Acceptance], met: Collection[int], report: Report) -> Iterator[tuple[int, str]]:
    """Yield the places of those acceptances with what to do; one of a rule that was not looked at is passed over."""
    rules = [each.id for each in all_rules()]
    for at, each in enumerate(acceptances):
        if at in met or (each.rule in rules and each.rule not in report.verdicts):
            continue
        if any(_covers(each, finding) for finding in report.findings):
            yield at, f"[{each.rule}] là lỗi của văn bản nên không chấp nhận được; hãy sửa chỗ ấy và bỏ dòng này"
        else:
            near = None if each.rule in rules else nearest(each.rule, rules)
            hint = f"có phải là “{near}”? Nếu không, hãy bỏ dòng này" if near else "hãy bỏ dòng này"
            words = f" có chữ “{each.words}”" if each.words else ""
            yield at, f"không còn cảnh báo [{each.rule}]{words} nào để chấp nhận; {hint}"


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    return acceptance.covers(finding.rule, finding.message, finding.found, finding.expected, finding.where.text)


def _may_be_accepted(finding: Finding) -> bool:
    return finding.severity != "error" or finding.rule in ACCEPTABLE_ERRORS
