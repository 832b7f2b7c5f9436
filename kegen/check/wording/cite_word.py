"""Chữ “số” trước số của văn bản viện dẫn.

Quy định: viện dẫn ghi tên loại, rồi “số” và số, ký hiệu: Quyết định số 534/QĐ-TTg.
Vì sao: thiếu “số” là cách nói của báo chí; trong một văn bản hành chính thì ghi như Nghị định 30/2020/NĐ-CP ghi.
Sai: thực hiện Quyết định 534/QĐ-TTg.
Đúng: thực hiện Quyết định số 534/QĐ-TTg. Tên gọi tắt đã nêu (“sau đây gọi tắt là Nghị quyết 57-NQ/TW”) thì không tính.
"""

from __future__ import annotations

import re

from kegen.check.citations import Citation
from kegen.check.document_numbers import NUMBER, plain
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "N"
_WORD = re.compile(r"(?<!\w)số(?!\w)", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for the word in the first citation of each document."""
    if not paper.citations:
        yield Absent("văn bản không viện dẫn văn bản nào")
    named = {each.key for each in paper.citations if each.is_alias}
    named |= {each.key for each in paper.citations if NUMBER.search(plain(each.short))}
    seen: set[str] = set()
    for each in paper.citations:
        if each.key in seen or each.key in named or not _is_bare(each):
            continue
        seen.add(each.key)
        yield Fault(
            each.paragraph, f"{each.kind} {each.number} thiếu chữ “số”", f"{each.kind} {each.number}", each.name
        )


def _is_bare(cited: Citation) -> bool:
    """Whether only blanks stand between the kind and the number."""
    if not cited.kind or cited.is_law or cited.is_alias or cited.is_in_capitals:
        return False
    between = cited.text[len(cited.kind) : cited.text.find(cited.number)]
    return cited.text.startswith(cited.kind) and _WORD.search(between) is None and not between.strip()
