"""Run rules over a paper: every rule gets a verdict, every fault a place that a person finds and a program can mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kegen.check.paper import Paper
from kegen.check.passages import Zone
from kegen.check.report import Finding, Location, Report, Verdict
from kegen.check.rule import USUAL, Absent, At, Fault, Outcome, Rule, RuleOutcome, Unread
from kegen.check.words import opening
from kegen.docx.model import Paragraph

_ORDER = {"error": 0, "warning": 1, "info": 2}
_PASS = Verdict("pass")
_ZONE_NAMES: dict[Zone, str] = {
    "head": "phần đầu",
    "body": "nội dung",
    "table": "bảng",
    "end": "nơi nhận và chữ ký",
    "annex": "phụ lục",
    "margin": "đầu trang, chân trang",
    "note": "chú thích",
    "box": "khung chữ",
}
_DECREE = "NĐ 30"
_TELLS_OTHER_FORM = "components"
"""The rule that tells once that the decree sets no form for the paper."""
_WORDS = 8
"""How many words of a paragraph tell it from others."""


def judge(paper: Paper, rules: Iterable[Rule], file: str = "") -> Report:
    """Return what the rules say of the paper."""
    locations = _Locations(paper)
    verdicts: dict[str, Verdict] = {}
    findings: list[Finding] = []
    for rule in rules:
        outcomes = tuple(_outcomes(rule, paper))
        own = [_finding(rule, each, locations) for each in outcomes if isinstance(each, Fault)]
        verdicts[rule.id] = _verdict(own, outcomes)
        findings += own
    findings.sort(key=lambda each: (_ORDER[each.severity], each.where.order))
    return Report(file, verdicts, tuple(dict.fromkeys(findings)))


def _outcomes(rule: Rule, paper: Paper) -> Outcome:
    """Return what a rule says; the decree's own rules say nothing of a paper whose form another text sets."""
    is_of_decree = rule.weight != "N" or _DECREE in rule.cite
    if paper.other_form and is_of_decree and rule.id != _TELLS_OTHER_FORM:
        return iter([Absent(paper.other_form)])
    return rule.check(paper)


class _Locations:
    """Where each paragraph of a paper is."""

    def __init__(self, paper: Paper) -> None:
        self._passages = paper.by_paragraph

    def find(self, at: At) -> Location:
        """Return where a fault is."""
        if isinstance(at, str):
            return Location(at, None, 0)
        paragraph = at if isinstance(at, Paragraph) else at.paragraph
        passage = self._passages.get(id(paragraph))
        page = f"trang {paragraph.page}, " if paragraph.page else ""
        if passage is None:
            return Location(f"{page}một đoạn trống", paragraph.place, 0)
        text = f"{page}{_ZONE_NAMES[passage.zone]}, đoạn {passage.order} “{opening(passage.line.text, _WORDS)}”"
        return Location(text, paragraph.place, passage.order)


def _finding(rule: Rule, fault: Fault, locations: _Locations) -> Finding:
    severity = fault.severity or USUAL[rule.weight]
    return Finding(rule.id, severity, fault.message, locations.find(fault.at), fault.found, fault.expected, rule.cite)


def _verdict(findings: Sequence[Finding], outcomes: Sequence[RuleOutcome]) -> Verdict:
    """A rule fails by an error or a warning; else what it could not read counts for more than what is not there."""
    if any(each.severity != "info" for each in findings):
        return Verdict("fail")
    for each in outcomes:
        if isinstance(each, Unread):
            return Verdict("not_evaluated", each.why)
    if not findings and outcomes and isinstance(outcomes[0], Absent):
        return Verdict("not_applicable", outcomes[0].why)
    return _PASS
