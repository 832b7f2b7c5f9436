"""The reference page of the checker's rules, made of the rules' own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.check.rule import Rule
from kegen.check.rules import grouped
from kegen.reporting.pages import WEIGHTS, rule_page, weight_of

INTRODUCTION = """\
Trang này được làm ra từ mã nguồn (`python docs/make_docs.py`); `kegen explain MÃ` in cùng lời này.

Mức của một quy tắc cho biết nó từ đâu: *bắt buộc* là Nghị định 30/2020/NĐ-CP nói thành lời, *theo mẫu* là chỉ có ở một
mẫu của Nghị định, *tùy chọn* là Nghị định cho phép làm hoặc không, *thông lệ* là cách làm quen thuộc mà làm khác đi
không phải là sai Nghị định, *nhất quán* là văn bản không được tự mâu thuẫn.

Quy tắc không áp dụng, hoặc không thể xét từ một tệp Word, thì kegen nói rõ như vậy và không tính là đạt.
"""
_SIGNS = re.compile(r"([\\`*_\[\]|])")


def rules_page() -> str:
    """Return the page: a list of all rules, then each rule's own page."""
    groups = grouped()
    lines = ["# Các quy tắc của `kegen check`", "", INTRODUCTION]
    for title, rules in groups:
        lines += [f"## {title}", "", *_list(rules), ""]
    for _, rules in groups:
        for rule in rules:
            lines += _page(rule)
    return "\n".join(lines)


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    yield from ("| mã | mức | quy tắc |", "|---|---|---|")
    for rule in rules:
        yield f"| [`{rule.id}`](#{rule.id}) | {WEIGHTS[rule.weight]} | {plain(rule.title)} |"


def _page(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.id}", "", f"{plain(rule.title)}.", "")
    yield f"- Mức: {weight_of(rule)}"
    yield f"- Theo: {plain(rule.cite)}"
    for part in rule_page(rule).parts:
        yield f"- {part.head}: {plain(part.text)}" if part.head else f"- {plain(part.text)}"
    yield ""


def plain(text: str) -> str:
    """Return the text so that Markdown shows it as it stands."""
    return _SIGNS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
