"""Viết hoa chữ cái đầu câu, đầu dòng.

Quy định: viết hoa chữ cái đầu âm tiết thứ nhất của câu hoàn chỉnh sau dấu chấm câu, và khi xuống dòng.
Vì sao: đoạn bị ngắt bằng phím Enter giữa câu hay bắt đầu bằng chữ thường.
Sai: “- rà soát các cuộc họp”; đoạn mới bắt đầu “của Ủy ban nhân dân xã”.
Đúng: “- Rà soát các cuộc họp”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.capitals import about
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.docx.parts import Item
from kegen.vietnamese import LOWER, fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, Mục I"
WEIGHT: Weight = "M"
_NEW_SENTENCE = re.compile(rf"[.?!](?:(?<=\w\w\w.)|(?<=\s[{LOWER}]{{2}}.)) ([{LOWER}]\w+)")
"""Words of two letters end a sentence too: `của xã. các`; those without a vowel are abbreviations."""
_VOWEL = re.compile("[aeiouyăâêôơư]")
_SHORT = re.compile(r"(?:v\.v|tp|tx|tt|đ/c|ths|gs|ts|no|st|tr)$", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look at the first letter of each paragraph after its mark, and of each sentence within."""
    items = (*paper.parts.bases, *paper.parts.body)
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
        return
    for item in items:
        yield from _first_letter(item)
    for found in paper.running.all(_NEW_SENTENCE):
        line = found.passage.line
        if _ends_sentence(line.text, found.start):
            word = found.text.split()[-1]
            place = about(line.text, found.start, found.start + len(found.text))
            message = f"sau dấu chấm câu, “{word}” không viết hoa"
            yield Fault(line, message, place, word.capitalize(), "warning")


def _ends_sentence(text: str, stop: int) -> bool:
    """Whether the word before the stop is one, not an abbreviation."""
    word = fold(text[max(stop - 8, 0) : stop].rsplit(maxsplit=1)[-1])
    return _SHORT.search(text, max(stop - 4, 0), stop) is None and _VOWEL.search(word) is not None


def _first_letter(item: Item) -> Iterator[Fault]:
    """Yield a fault where the text begins with a small letter; an address, a symbol, a formula may."""
    first = item.text[:1]
    if not (first.isalpha() and first.islower()):
        return
    word = item.text.split()[0]
    if word.isalpha():
        severity: Severity = "error" if item.rank == "doan" else "warning"
        yield Fault(item, "đầu dòng không viết hoa", word, word[:1].upper() + word[1:], severity)
