"""Run rules over a paper: every rule gets a verdict, every fault a place."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.check.paper import Paper
from kegen.check.report import Finding, Report, Verdict
from kegen.check.rule import USUAL, Absent, Fault, Rule, Said, Unread
from kegen.check.spots import Spots

_ORDER = {"error": 0, "warning": 1, "info": 2}
_PASS = Verdict("pass")


def judge(paper: Paper, rules: Iterable[Rule], file: str = "") -> Report:
    """Return what the rules say of the paper."""
    spots = Spots(paper)
    verdicts: dict[str, Verdict] = {}
    findings: list[Finding] = []
    for rule in rules:
        said = tuple(rule.check(paper))
        own = [_finding(rule, each, spots) for each in said if isinstance(each, Fault)]
        verdicts[rule.id] = _verdict(own, said) if own else _silent(said)
        findings += own
    findings.sort(key=lambda each: (_ORDER[each.severity], each.where.order))
    return Report(file, verdicts, tuple(dict.fromkeys(findings)))


def _finding(rule: Rule, fault: Fault, spots: Spots) -> Finding:
    severity = fault.severity or USUAL[rule.weight]
    where = spots.spot(fault.at)
    return Finding(rule.id, severity, fault.message, where, fault.found, fault.expected, rule.cite)


def _verdict(findings: list[Finding], said: Said) -> Verdict:
    """A rule fails by an error or a warning; one that only tells may still have been unable to read something."""
    if any(each.severity != "info" for each in findings):
        return Verdict("fail")
    return next((Verdict("not_evaluated", each.why) for each in said if isinstance(each, Unread)), _PASS)


def _silent(said: Said) -> Verdict:
    """Of a rule that found nothing, what it could not read counts for more than what is not there."""
    for each in said:
        if isinstance(each, Unread):
            return Verdict("not_evaluated", each.why)
    return Verdict("not_applicable", said[0].why) if said and isinstance(said[0], Absent) else _PASS
