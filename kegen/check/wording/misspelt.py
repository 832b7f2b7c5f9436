"""Lỗi gõ, lỗi chính tả thường gặp.

Quy định: viết đúng chính tả tiếng Việt; chữ quét từ bản giấy phải đọc lại.
Vì sao: nhiều lỗi máy tính không báo, vì từng tiếng đều có nghĩa (“những nhiễu”, “sát nhập”), đứng cạnh nhau mới sai.
Sai: “chông chéo”, “những nhiễu”, “trực liên thông”, “sát nhập”, “tham mưa”, “trong trong”.
Đúng: “chồng chéo”, “nhũng nhiễu”, “trục liên thông”, “sáp nhập”, “tham mưu”, “trong”.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.check.whole_text import Find, WholeText

CITE = "Chính tả tiếng Việt"
WEIGHT: Weight = "N"
_MARKS = ",.;:()“”\"'/[]!?…-–"


class Slip(NamedTuple):
    """A wrong form in small letters, the right one, and the longer texts that hold the wrong form and are right."""

    wrong: str
    right: str
    but: tuple[str, ...]
    words: frozenset[str]


@cache
def slips() -> tuple[Slip, ...]:
    """Return the known slips."""
    _, *lines = Path(__file__).with_name("misspelt.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(map(_slip, lines))


def _slip(line: str) -> Slip:
    wrong, right, *but = line.split("\t")
    return Slip(wrong, right, tuple(but[0].split("|")) if but and but[0] else (), _words(wrong))


def _words(text: str) -> frozenset[str]:
    return frozenset(each.strip(_MARKS) for each in set(text.split()))


def check(paper: Paper) -> Outcome:
    """Look for each known slip as whole words, in one case throughout or with the first letter capital."""
    words = _words(paper.text.low)
    likely = (slip for slip in slips() if slip.words <= words)
    last = 0
    found = [(start, slip) for slip in likely for start in _starts(slip, paper.text)]
    for start, slip in sorted(found):
        end = start + len(slip.wrong)
        if start >= last:
            yield _fault(paper.text.at(start, end), slip)
        last = max(last, end)


def _starts(slip: Slip, whole: WholeText) -> Iterator[int]:
    return (start for start in whole.each(slip.wrong) if _is_slip(whole, slip, start))


def _fault(found: Find, slip: Slip) -> Fault:
    message = f"“{found.text}” có lẽ là lỗi gõ"
    return Fault(found.passage.line, message, found.text, _cased(slip.right, found.text))


def _is_slip(whole: WholeText, slip: Slip, start: int) -> bool:
    end = start + len(slip.wrong)
    text = whole.text[start:end]
    before, after = whole.text[start - 1 : start], whole.text[end : end + 1]
    if before.isalnum() or after.isalnum() or not (text[1:].islower() or text.isupper()):
        return False
    return not any(_is_part(whole, slip.wrong, longer, start) for longer in slip.but)


def _is_part(whole: WholeText, wrong: str, longer: str, start: int) -> bool:
    first = start - longer.find(wrong)
    return first >= 0 and whole.low.startswith(longer, first)


def _cased(right: str, like: str) -> str:
    """Return the right form in the case of the wrong one."""
    if like.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if like[:1].isupper() else right
