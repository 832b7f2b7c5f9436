"""Số thứ tự của phụ lục.

Quy định: văn bản có từ hai phụ lục trở lên thì các phụ lục đánh số thứ tự bằng chữ số La Mã.
Vì sao: chỉ có một phụ lục thì không đánh số; đánh số mà chỉ thấy một phụ lục thường là thiếu tệp.
Sai: Phụ lục 1, Phụ lục 2.
Đúng: Phụ lục I, Phụ lục II; chỉ một phụ lục thì ghi Phụ lục.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.check.annexes import NO_ANNEX, number_of
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.parts import Annex
from kegen.vietnamese import roman

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.a"
WEIGHT: Weight = "M"
_ROMAN = re.compile(r"[IVXLC]+")


def check(paper: Paper) -> Outcome:
    """Look at the numbers of all annexes together."""
    annexes = paper.parts.annexes
    if not annexes:
        yield NO_ANNEX
    elif len(annexes) == 1:
        if number_of(annexes[0]):
            label = annexes[0].label
            message = "văn bản chỉ có một phụ lục trong tệp mà phụ lục có số"
            yield Fault(label, message, label.text, "Phụ lục (không số), hoặc bổ sung các phụ lục còn lại", "warning")
    else:
        yield from _faults(annexes)


def _faults(annexes: Sequence[Annex]) -> Iterator[Fault]:
    for place, annex in enumerate(annexes, 1):
        number, text = number_of(annex), annex.label.text
        expected = f"Phụ lục {roman(place)}"
        if not number:
            yield Fault(annex.label, "có từ hai phụ lục trở lên mà phụ lục không có số", text, expected)
        elif not _ROMAN.fullmatch(number):
            yield Fault(annex.label, "số phụ lục không phải chữ số La Mã", text, expected)
        elif number != roman(place):
            yield Fault(annex.label, "số phụ lục không theo thứ tự", text, expected, "warning")
