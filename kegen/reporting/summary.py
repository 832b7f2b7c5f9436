"""What a check came to, in few words: never more than was looked at, long texts cut, repeats of a rule folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kegen.check.report import Finding, Report, State
from kegen.check.rule import Severity

SEVERITIES: Final[dict[Severity, str]] = {"error": "lỗi", "warning": "cảnh báo", "info": "gợi ý"}
"""By weight, the heaviest first, as a sentence names them."""
_MOST_SHOWN = 3
_MOST_LETTERS = 160


class Unreadable(NamedTuple):
    """A file, or a folder, that could not be looked at."""

    file: str
    why: str
    """Vietnamese and complete, the name of the file in front."""


Outcome = Report | Unreadable


class Shown(NamedTuple):
    """A finding to show, and how many more of its rule and weight are folded behind it."""

    finding: Finding
    folded: int


def folded(findings: Iterable[Finding]) -> Iterator[Shown]:
    """Yield the first findings of each rule and weight; the last of them that is shown tells how many are not."""
    findings = tuple(findings)
    count = Counter((each.rule, each.severity) for each in findings)
    seen: Counter[tuple[str, Severity]] = Counter()
    for each in findings:
        key = each.rule, each.severity
        seen[key] += 1
        if seen[key] <= _MOST_SHOWN:
            yield Shown(each, count[key] - _MOST_SHOWN if seen[key] == _MOST_SHOWN else 0)


def details_of(finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield what is there, what ought to be and where that is written, each with its heading; nothing for ""."""
    details = (("Hiện có", finding.found), ("Cần", finding.expected), ("Theo", finding.cite))
    yield from ((heading, text) for heading, text in details if text)


def short(text: str, most: int = _MOST_LETTERS) -> str:
    """Return the text on one line, cut at a word where it is long; nothing in it can steer a terminal."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if len(line) <= most:
        return line
    return (line[:most].rpartition(" ")[0] or line[:most]) + "…"


def counted(findings: Iterable[Finding]) -> str:
    """Return how many findings of each weight there are (`2 lỗi, 1 cảnh báo`), "" for none."""
    count = Counter(each.severity for each in findings)
    return ", ".join(f"{count[severity]} {name}" for severity, name in SEVERITIES.items() if count[severity])


def headline(report: Report) -> str:
    """Return the findings in number, against how many rules could be looked at and how many could not."""
    count = _states(report)
    seen, unseen = count["pass"] + count["fail"], count["not_evaluated"]
    if not seen and not report.findings:
        return f"Chưa xét được quy tắc nào trong {unseen} quy tắc" if unseen else "Không có quy tắc nào áp dụng"
    found, among = counted(report.findings), f"trong {seen} quy tắc đã xét"
    rest = f"; {unseen} quy tắc chưa xét được" if unseen else ""
    if report.accepted:
        rest = f"; {len(report.accepted)} chỗ hồ sơ đã chấp nhận{rest}"
    if report.count("error"):
        return f"Thấy {found} {among}{rest}"
    return f"Không thấy lỗi {among}{f', có {found}' if found else ''}{rest}"


def tally(report: Report) -> str:
    """Return how many rules came to what."""
    count = _states(report)
    parts = (
        f"{count['pass']} đạt",
        f"{count['fail']} có lỗi hoặc cảnh báo",
        f"{count['not_applicable']} không áp dụng cho văn bản này",
        f"{count['not_evaluated']} chưa xét được",
    )
    return f"{len(report.verdicts)} quy tắc: {', '.join(parts)}"


def _states(report: Report) -> Counter[State]:
    return Counter(verdict.state for verdict in report.verdicts.values())
