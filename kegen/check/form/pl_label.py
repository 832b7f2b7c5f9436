"""Chữ “Phụ lục”.

Quy định: chữ “Phụ lục” và số thứ tự ở dòng riêng, canh giữa, chữ in thường, cỡ 14, đứng, đậm.
Vì sao: nhiều nơi quen viết PHỤ LỤC in hoa; mẫu của Nghị định viết in thường, chỉ tên phụ lục mới in hoa.
Sai: PHỤ LỤC I; cỡ 13.
Đúng: Phụ lục I, cỡ 14, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.annexes import NO_ANNEX
from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.b; Mục V, số 9"
WEIGHT: Weight = "M"
_WHAT = "chữ “Phụ lục”"
_WORDS = "Phụ lục"


def check(paper: Paper) -> Outcome:
    """Look at case, size, weight, slant and alignment of each label."""
    if not paper.parts.annexes:
        yield NO_ANNEX
    for annex in paper.parts.annexes:
        line = annex.label
        yield from _case_faults(line)
        yield from size_fault(line, _WHAT, 14, 14)
        yield from style_faults(line, _WHAT, bold=True, italic=False)
        yield from centre_fault(line, _WHAT)


def _case_faults(line: Line) -> Iterator[Fault]:
    head, rest = line.text[: len(_WORDS)], line.text[len(_WORDS) :]
    if head.isupper():
        yield Fault(line, f"{_WHAT} viết in hoa", line.text, _WORDS + rest)
    elif head != _WORDS:
        yield Fault(line, f"{_WHAT} viết không đúng", line.text, _WORDS + rest, "warning")
    elif rest.endswith((".", ":")):
        yield Fault(line, f"sau {_WHAT} có dấu câu thừa", line.text, line.text.rstrip(".: "), "warning")
