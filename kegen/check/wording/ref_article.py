"""Điều được nhắc đến có trong văn bản.

Quy định: văn bản nhắc đến một điều của chính mình (“- Như Điều 3;”, “tại Điều 5 Quyết định này”) thì điều ấy phải có.
Vì sao: bỏ hoặc đánh lại một điều mà không sửa chỗ nhắc đến thì nơi nhận không biết ai phải thi hành.
Sai: quyết định có Điều 1, 2, 4 mà nơi nhận ghi “- Như Điều 3;”.
Đúng: “- Như Điều 3;” khi Điều 3 ghi ai chịu trách nhiệm thi hành.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.numbering import numbered_items
from kegen.check.paper import Paper
from kegen.check.recipients import recipients
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_AS_ARTICLE = re.compile(r"[Nn]hư (?:[Kk]hoản \d+,? )?[Đđ]iều (\d{1,3})\b")
_OF_THIS = re.compile(r"\bĐiều (\d{1,3})(?:,? (?:của )?(?:Quyết định|Nghị quyết|Quy chế|Quy định|Kế hoạch) này\b)")


def check(paper: Paper) -> Outcome:
    """Look up each article of its own that the paper refers to."""
    articles = {each.number[0] for each in numbered_items(paper.parts.body) if each.rank == "dieu"}
    if not articles:
        yield Absent("nội dung không có điều")
        return
    for entry in recipients(paper.parts).entries:
        for found in _AS_ARTICLE.finditer(entry.text):
            if int(found[1]) not in articles:
                yield Fault(
                    entry.line, f"nơi nhận ghi “{found[0]}” mà văn bản không có điều ấy", found[0], _right(articles)
                )
    yield from _in_text(paper, articles)


def _in_text(paper: Paper, articles: set[int]) -> Iterator[Fault]:
    for passage in paper.passages:
        for found in _OF_THIS.finditer(passage.line.text) if passage.zone == "body" else ():
            if int(found[1]) not in articles:
                yield Fault(
                    passage.line, f"nhắc đến “{found[0]}” mà văn bản không có điều ấy", found[0], _right(articles)
                )


def _right(articles: set[int]) -> str:
    return f"một điều có trong văn bản (Điều {min(articles)} đến Điều {max(articles)})"
