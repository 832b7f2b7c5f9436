"""Kiểu chữ quyền hạn, chức vụ.

Quy định: quyền hạn, chức vụ của người ký viết chữ in hoa, cỡ 13 đến 14, đứng, đậm, ở bên phải cuối văn bản.
Vì sao: các dòng này cùng một kiểu với nhau và canh giữa trên họ tên người ký.
Sai: Chủ tịch; cỡ 12; chữ nghiêng; canh trái.
Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH, cỡ 14, đứng, đậm, canh giữa.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, has_title
from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.7.đ; Mục V, số 7"
WEIGHT: Weight = "M"
_WHAT = "dòng quyền hạn, chức vụ người ký"


def check(paper: Paper) -> Outcome:
    """Look at each line over the name: size, weight, slant, case, and the alignment where it stands in a cell."""
    lines = paper.parts.signature
    if not has_title(paper.parts):
        yield NO_SIGNATURE
        return
    for line in lines:
        yield from size_fault(line, _WHAT, 13, 14)
        yield from style_faults(line, _WHAT, bold=True, italic=False, capital=line is lines[0] or None)
        if line is not lines[0] and not line.is_capital:
            yield Fault(line, f"{_WHAT} chưa viết in hoa", line.text, line.text.upper(), "warning")
        if line.width:
            yield from centre_fault(line, _WHAT)
    label = paper.parts.recipients_label
    if label is not None and label.side == "right" and all(line.side == "left" for line in lines):
        yield Fault(lines[0], "chữ ký ở bên trái, nơi nhận ở bên phải", "bên trái", "bên phải", "warning")
