"""Viết hoa chữ cái đầu câu, đầu dòng.

Quy định: viết hoa chữ cái đầu âm tiết thứ nhất của câu hoàn chỉnh sau dấu chấm câu, và khi xuống dòng.
Vì sao: đoạn bị ngắt bằng phím Enter giữa câu hay bắt đầu bằng chữ thường.
Sai: “- rà soát các cuộc họp”; đoạn mới bắt đầu “của Ủy ban nhân dân xã”.
Đúng: “- Rà soát các cuộc họp”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.capitals import RUNNING, about
from kegen.check.paper import Paper, items
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.whole_text import Search
from kegen.document.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, Mục I"
WEIGHT: Weight = "M"
_NEW_SENTENCE = re.compile(r"[.?!](?<=\w\w\w.) ([a-zàáâãèéêìíòóôõùúýăđĩũơư]\w+)")
_SHORT = re.compile(r"(?:v\.v|tp|tx|tt|đ/c|ths|gs|ts|no|st|tr)$", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look at the first letter of each paragraph after its mark, and of each sentence within."""
    body = paper.told(items, _first_letter)
    if not paper.parts.bases and not body:
        yield Absent("văn bản không có nội dung ngoài bảng")
        return
    for wrong in (*map(_first_letter, paper.parts.bases), *body):
        yield from wrong
    for find in _SENTENCES.all(paper) if any(_SENTENCES.said(paper)) else ():
        if find.passage.zone in RUNNING:
            message = f"sau dấu chấm câu, “{find.text}” không viết hoa"
            found = about(find.passage.line.text, find.start - 2, find.start + len(find.text))
            yield Fault(find.passage.line, message, found, find.text.capitalize(), "warning")


def _small_after_stop(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words after a stop that begin small."""
    for found in _NEW_SENTENCE.finditer(text) if not text.isupper() else ():
        if not _SHORT.search(text[: found.start()]):
            yield found.span(1)


_SENTENCES = Search(_small_after_stop)


def _first_letter(item: Item) -> tuple[Fault, ...]:
    """Return what is wrong with the first letter."""
    first = item.text[:1]
    if not (first.isalpha() and first.islower()):
        return ()
    word = item.text.split()[0]
    if not word.isalpha():  # an address, a symbol, a formula
        return ()
    severity: Severity = "error" if item.rank == "doan" else "warning"
    return (Fault(item, "đầu dòng không viết hoa", word, word[:1].upper() + word[1:], severity),)
