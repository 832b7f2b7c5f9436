"""Chữ “Nơi nhận:”.

Quy định: chữ “Nơi nhận” ở dòng riêng, sát lề trái, ngang hàng với dòng quyền hạn, chức vụ người ký; sau có dấu hai
chấm; chữ in thường, cỡ 12, nghiêng, đậm.
Vì sao: cỡ chữ và kiểu chữ ở đây khác phần liệt kê bên dưới (cỡ 11, đứng).
Sai: NƠI NHẬN; Nơi nhận: cỡ 14, không nghiêng.
Đúng: Nơi nhận: cỡ 12, nghiêng, đậm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.formatting import size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.lengths import mm
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.d; Mục V, số 8b"
WEIGHT: Weight = "M"
_WHAT = "chữ “Nơi nhận”"
_RIGHT = "Nơi nhận:"
_SLACK = mm(5)


def check(paper: Paper) -> Outcome:
    """Look at the words, their look, and their place."""
    line = paper.parts.recipients_label
    if line is None:
        yield NO_RECIPIENTS
        return
    yield from _text_faults(line)
    yield from size_fault(line, _WHAT, 12, 12)
    yield from style_faults(line, _WHAT, bold=True, italic=True)
    shape = line.paragraph.format
    if shape.alignment in ("center", "right") or shape.left + shape.first_line > _SLACK:
        yield Fault(line, f"{_WHAT} không sát lề trái", "lùi vào hoặc canh giữa", "sát lề trái", "warning")
    signature = paper.parts.signature
    if signature and line.width and not line.is_beside(signature[0]):
        message = f"{_WHAT} không ngang hàng với dòng quyền hạn, chức vụ người ký"
        yield Fault(line, message, "khác dòng", "cùng một hàng", "warning")


def _text_faults(line: Line) -> Iterator[Fault]:
    if line.text == _RIGHT:
        return
    if not line.text.endswith(":"):
        own_line = ":" not in line.text
        message = f"sau {_WHAT} không có dấu hai chấm" if own_line else f"{_WHAT} không ở dòng riêng"
        yield Fault(line, message, line.text, _RIGHT)
    elif line.text.replace(" :", ":").casefold() == _RIGHT.casefold() and not line.is_capital:
        yield Fault(line, f"{_WHAT} viết không đúng mẫu", line.text, _RIGHT, "warning")
    else:
        yield Fault(line, f"{_WHAT} viết không đúng", line.text, _RIGHT)
