"""Findings in few words: long texts shortened, repeats of a rule folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from kegen.check.report import Finding

if TYPE_CHECKING:
    from kegen.check.rule import Severity

SEVERITIES: Final[dict[Severity, str]] = {"error": "lỗi", "warning": "cảnh báo", "info": "gợi ý"}
"""By weight, the heaviest first, as a sentence names them."""
_MOST_SHOWN = 3
_MOST_LETTERS = 160


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


def short(text: str, most: int = _MOST_LETTERS) -> str:
    """Return the text on one line, cut at a word where it is long; nothing in it can steer a terminal."""
    words = "".join(letter if letter.isprintable() else " " for letter in text).split()
    line = " ".join(words)
    if len(line) <= most:
        return line
    return (line[:most].rpartition(" ")[0] or line[:most]) + "…"


def counted(findings: Iterable[Finding]) -> str:
    """Return how many findings of each weight there are (`2 lỗi, 1 cảnh báo`), "" for none."""
    count = Counter(each.severity for each in findings)
    return ", ".join(f"{count[severity]} {name}" for severity, name in SEVERITIES.items() if count[severity])
