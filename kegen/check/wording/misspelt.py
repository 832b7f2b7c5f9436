"""Lỗi gõ, lỗi chính tả thường gặp.

Quy định: viết đúng chính tả tiếng Việt; chữ quét từ bản giấy phải đọc lại.
Vì sao: chữ gõ thừa, thiếu, đảo hoặc sót phím bỏ dấu không thành tiếng Việt; có lỗi thì từng tiếng đều có nghĩa (“những
nhiễu”, “sát nhập”), đứng cạnh nhau mới sai. Từ nước ngoài, chữ viết tắt, tên riêng, số hiệu, địa chỉ thư và trang thông
tin điện tử không bị xét; chữ viết hoa chỉ bị xét khi chữ bên cạnh cho biết phải là chữ gì.
Sai: “phối hợpp”, “tổ chcứ”, “thưcj hiện”, “tiếp tuc”, “nhiêm vụ”, “tòan”, “sẩy ra”, “xử dụng”, “giám giám sát”.
Đúng: “phối hợp”, “tổ chức”, “thực hiện”, “tiếp tục”, “nhiệm vụ”, “toàn”, “xảy ra”, “sử dụng”, “giám sát”.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kegen.check.doubled import doubled_in
from kegen.check.fixed_lines import capitals_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.check.typos import Typo, typos_in
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
    """Look for known slips, for what is no Vietnamese syllable and for words with a wrong mark, each place once."""
    last = 0
    for each in sorted(
        (*_known_slips(paper.text), *_other_slips(paper.text)), key=lambda each: (each.start, -each.end)
    ):
        if each.start >= last:
            yield _fault(paper.text.at(each.start, each.end), each.right)
        last = max(last, each.end)


def _known_slips(whole: WholeText) -> Iterator[Typo]:
    words = _words(whole.low)
    for slip in slips():
        if slip.words <= words:
            for start in _starts(slip, whole):
                yield Typo(start, start + len(slip.wrong), slip.right)


def _other_slips(whole: WholeText) -> Iterator[Typo]:
    start = 0
    lines = whole.text.split("\n")
    for line, found in zip(lines, typos_in(lines), strict=True):
        yield from (Typo(start + each.start, start + each.end, each.right) for each in found)
        others = (*doubled_in(line), *capitals_in(line))
        yield from (Typo(start + first, start + end, right) for first, end, right in others)
        start += len(line) + 1


def _starts(slip: Slip, whole: WholeText) -> Iterator[int]:
    return (start for start in whole.each(slip.wrong) if _is_slip(whole, slip, start))


def _fault(found: Find, right: str) -> Fault:
    message = (
        f"“{found.text}” có lẽ là lỗi gõ" if right else f"“{found.text}” không phải là chữ tiếng Việt, có lẽ là lỗi gõ"
    )
    return Fault(found.passage.line, message, found.text, _cased(right, found.text))


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
