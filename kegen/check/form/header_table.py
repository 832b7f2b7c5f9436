"""Phần đầu đủ rộng, không xuống dòng.

Quy định: vị trí các thành phần theo sơ đồ ở Mục IV; Nghị định không quy định bề rộng từng ô. Đây là thông lệ, khác đi
không phải là trái quy định.
Vì sao: ô bên phải hẹp thì Quốc hiệu, ngày tháng bị xuống dòng.
Sai: ô bên phải rộng 85 mm với Quốc hiệu cỡ 13.
Đúng: ô bên phải từ 92,5 mm (cỡ 12) hoặc 99,6 mm (cỡ 13) trở lên.
"""

from __future__ import annotations

from kegen.check.formatting import width_of
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "Thông lệ, theo sơ đồ ở NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV"
WEIGHT: Weight = "P"
_PADDING = 3.8
"""The blank that Word leaves at both sides of a cell, in mm."""
_SLACK = 1.02


def check(paper: Paper) -> Outcome:
    """Hold the width of each line against its cell, where the cell says how wide it is."""
    lines = (paper.parts.national_title, paper.parts.motto, paper.parts.place_and_date)
    lines_in_cells = [line for line in lines if line is not None and line.width]
    if not lines_in_cells:
        yield Absent("phần đầu không có ô với bề rộng cho trước")
    for line in lines_in_cells:
        needed = width_of(line) + _PADDING
        if needed > line.width.mm * _SLACK:
            message = "dòng chữ rộng hơn ô nên xuống dòng"
            found = f"ô rộng {line.width.mm:.0f} mm"
            yield Fault(line, message, found, f"từ {needed:.0f} mm, hoặc cỡ chữ nhỏ hơn trong khoảng cho phép")
