"""The page of a rule or a message: what it demands or means, an example of each kind, and where that is written."""

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
_HEAD = re.compile(r"(Quy định|Nghĩa là gì|Vì sao|Sai|Đúng|Lưu ý|Ghi chú|Ngoại lệ|Căn cứ): *")
_WIDTH = 100


class PageSection(NamedTuple):
    """One part of a page: its heading (`Quy định`), "" for none, and its text on one line."""

    head: str
    text: str


class Page(NamedTuple):
    """What is said of one id: its title, facts in short, and the parts of its text."""

    id: str
    title: str
    facts: tuple[PageSection, ...]
    parts: tuple[PageSection, ...]


def parts_of(text: str) -> tuple[PageSection, ...]:
    """Return the parts of a page's text, each begun by its heading at the start of a line."""
    parts: list[PageSection] = []
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head:
            parts.append(PageSection(head[1], line[head.end() :].strip()))
        elif line.strip():
            last = parts.pop() if parts else PageSection("", "")
            parts.append(last._replace(text=f"{last.text} {line.strip()}".strip()))
    return tuple(parts)


def rule_page(rule: Rule) -> Page:
    """Return the page of a rule: its docstring, with its weight and the article."""
    facts = (PageSection("Mức", weight_of(rule)), PageSection("Theo", rule.cite))
    return Page(rule.id, rule.title, facts, parts_of(rule.page.partition("\n")[2]))


def weight_of(rule: Rule) -> str:
    """Return the weight in words, and what a fault of the rule usually is."""
    return f"{WEIGHTS[rule.weight]} (sai thì thường là {SEVERITIES[USUAL[rule.weight]]})"


def page_text(page: Page) -> str:
    """Return the page as a person reads it on a terminal."""
    facts = [*map(_paragraph, page.facts), ""] if page.facts else []
    return "\n".join([f"{page.id}: {page.title}", "", *facts, *map(_paragraph, page.parts)])


def _paragraph(part: PageSection) -> str:
    """Return the part in lines; one with words to type stays on one line, so that they can be copied."""
    text = f"{part.head}: {part.text}" if part.head else part.text
    return text if "`" in text else textwrap.fill(text, _WIDTH, subsequent_indent="  ")


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
    yield "Xem trang của một quy tắc: kegen explain MÃ"


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
