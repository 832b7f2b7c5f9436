"""The page of a rule: what it demands, why, an example of each kind, how much it weighs and where it is written."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from kegen.check.rule import USUAL, Rule, Weight
from kegen.reporting.summary import SEVERITIES

WEIGHTS: Final[dict[Weight, str]] = {
    "M": "bắt buộc",
    "T": "theo mẫu",
    "O": "tùy chọn",
    "P": "thông lệ",
    "N": "nhất quán",
}
_HEAD = re.compile(r"(Quy định|Vì sao|Sai|Đúng|Lưu ý|Ghi chú|Ngoại lệ): *")
_WIDTH = 100


class PageSection(NamedTuple):
    """One part of a page: its heading (`Quy định`), "" for none, and its text on one line."""

    head: str
    text: str


def parts_of(rule: Rule) -> list[PageSection]:
    """Return the parts of the rule's page after its title."""
    parts: list[PageSection] = []
    for line in rule.page.splitlines()[1:]:
        head = _HEAD.match(line)
        if head:
            parts.append(PageSection(head[1], line[head.end() :].strip()))
        elif line.strip():
            last = parts.pop() if parts else PageSection("", "")
            parts.append(last._replace(text=f"{last.text} {line.strip()}".strip()))
    return parts


def weight_of(rule: Rule) -> str:
    """Return the weight in words, and what a fault of the rule usually is."""
    return f"{WEIGHTS[rule.weight]} (sai thì thường là {SEVERITIES[USUAL[rule.weight]]})"


def page_text(rule: Rule) -> str:
    """Return the page as a person reads it on a terminal."""
    facts = (PageSection("Mức", weight_of(rule)), PageSection("Theo", rule.cite))
    lines = [f"{rule.id}: {rule.title}", "", *map(_paragraph, facts), "", *map(_paragraph, parts_of(rule))]
    return "\n".join(lines)


def _paragraph(part: PageSection) -> str:
    return textwrap.fill(f"{part.head}: {part.text}" if part.head else part.text, _WIDTH, subsequent_indent="  ")


def list_text(groups: Iterable[tuple[str, Sequence[Rule]]]) -> str:
    """Return all rules, a line each, under the titles of their groups."""
    return "\n".join(_lines(list(groups)))


def _lines(groups: list[tuple[str, Sequence[Rule]]]) -> Iterator[str]:
    wide = max((len(rule.id) for _, rules in groups for rule in rules), default=0)
    weighs = max(map(len, WEIGHTS.values()))
    for title, rules in groups:
        yield f"{title} ({len(rules)} quy tắc)"
        yield from (f"  {each.id:{wide}}  {WEIGHTS[each.weight]:{weighs}}  {each.title}" for each in rules)
        yield ""
    yield "Xem trang của một quy tắc: kegen rules MÃ"


def rule_record(rule: Rule) -> dict[str, Any]:
    """Return the rule as plain values."""
    return {
        "id": rule.id,
        "weight": rule.weight,
        "weight_name": WEIGHTS[rule.weight],
        "severity": USUAL[rule.weight],
        "title": rule.title,
        "cite": rule.cite,
        "page": rule.page,
    }
