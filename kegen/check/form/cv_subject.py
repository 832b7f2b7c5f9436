"""Trích yếu của công văn.

Quy định: trích yếu của công văn đặt dưới số, ký hiệu, sau chữ “V/v”, bằng chữ in thường, cỡ 12 đến 13, kiểu chữ đứng,
canh giữa.
Vì sao: công văn không có tên loại, người nhận đọc trích yếu để biết việc; trích yếu đậm, nghiêng, cỡ lớn là kiểu của
văn bản có tên loại.
Sai: “Báo cáo công tác văn thư” đậm, cỡ 14 dưới số; “Về việc báo cáo …”.
Đúng: V/v báo cáo công tác văn thư (cỡ 12, chữ đứng, không đậm).
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.letters import NO_LETTER, is_letter, subject_lines
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.lines import Line
from kegen.vietnamese import lower_first

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.5.b; Mục V, số 5b"
WEIGHT: Weight = "M"
_WHAT = "trích yếu công văn"
_RIGHT = "V/v"


def check(paper: Paper) -> Outcome:
    """Look at the subject under the number: how it begins, its look."""
    if not is_letter(paper):
        yield NO_LETTER
        return
    lines = subject_lines(paper)
    if not lines:
        yield Fault("trích yếu", "công văn không có trích yếu dưới số, ký hiệu", "không có", "V/v …", "warning")
        return
    yield from _beginning(lines[0])
    for line in lines:
        yield from size_fault(line, _WHAT, 12, 13)
        yield from style_faults(line, _WHAT, bold=False, italic=False, capital=False)
        yield from centre_fault(line, _WHAT)


def _beginning(line: Line) -> Iterator[Fault]:
    if line.text.startswith(_RIGHT):
        return
    is_near = line.folded.startswith(("v/v", "ve-viec"))
    rest = line.text.split(maxsplit=1 if line.folded.startswith("v/v") else 2)[-1] if is_near else line.text
    message = f"{_WHAT} không bắt đầu bằng “{_RIGHT}”"
    yield Fault(line, message, line.text, f"{_RIGHT} {lower_first(rest)}", "warning" if is_near else None)
