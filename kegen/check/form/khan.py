"""Dấu chỉ mức độ khẩn.

Quy định: HỎA TỐC (30 x 8 mm), THƯỢNG KHẨN (40 x 8 mm), KHẨN (20 x 8 mm): chữ in hoa, cỡ 13 đến 14, đứng, đậm, trong
khung chữ nhật viền đơn, mực đỏ tươi, đặt dưới số, ký hiệu; người ký quyết định mức độ.
Vì sao: thường là con dấu khắc sẵn; gõ vào tệp thì làm đúng kiểu chữ và khung như con dấu.
Sai: chữ KHẨN nghiêng, không có khung.
Đúng: KHẨN, cỡ 13, đứng, đậm, trong khung 20 x 8 mm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.formatting import size_fault, style_faults
from kegen.check.head import urgency_marks
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2.b; Mục V, số 10"
WEIGHT: Weight = "M"
_WHAT = "dấu chỉ mức độ khẩn"
_WIDTHS = {"khan": 20, "thuong-khan": 40, "hoa-toc": 30}
_HEIGHT = 8
_SLACK = 5.0
"""Millimetres: boxes are drawn by eye, and Word needs room for its own margins."""


def check(paper: Paper) -> Outcome:
    """Look at the letters and the frame of each mark in the head."""
    marks = urgency_marks(paper)
    if not marks:
        yield Absent("văn bản không có dấu chỉ mức độ khẩn")
    for line in marks:
        yield from size_fault(line, _WHAT, 13, 14)
        yield from style_faults(line, _WHAT, bold=True, italic=False)
        yield from _frame_faults(line)


def _frame_faults(line: Line) -> Iterator[Fault]:
    width = _WIDTHS.get(line.folded)
    wanted = "khung chữ nhật viền đơn" + (f" {width} x {_HEIGHT} mm" if width else "")
    if line.box is None:
        if not line.width:
            yield Fault(line, f"{_WHAT} không có khung", "không có khung", wanted, "warning")
        return
    box = line.box
    if not box.framed:
        yield Fault(line, f"khung của {_WHAT} không có viền", "không có viền", wanted, "warning")
    elif width and (abs(box.width.mm - width) > _SLACK or abs(box.height.mm - _HEIGHT) > _SLACK):
        found = f"{box.width.mm:.0f} x {box.height.mm:.0f} mm"
        yield Fault(line, f"khung của {_WHAT} không đúng cỡ", found, wanted, "warning")
