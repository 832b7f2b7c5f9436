"""Đường kẻ dưới trích yếu.

Quy định: bên dưới trích yếu có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối ở giữa.
Vì sao: thiếu đường kẻ là lỗi hay gặp ở phần tên loại.
Sai: không có đường kẻ; gạch chân dòng cuối của trích yếu; gõ “-------”.
Đúng: vẽ một đường thẳng ngắn ở giữa, dưới dòng cuối. Độ dài là ước lượng nên lệch thì kegen chỉ cảnh báo.
"""

from __future__ import annotations

from kegen.check.formatting import width_of
from kegen.check.layout import stroke_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.5.b"
WEIGHT: Weight = "M"
_FULL = 0.9
"""Word wraps a line when it is about this full."""


def check(paper: Paper) -> Outcome:
    """Look at the line under the title: its length goes by any line of it, for the last may be a short rest."""
    lines = paper.parts.title
    if not lines:
        yield Absent("không có trích yếu dưới tên loại")
        return
    if not paper.is_administrative:
        yield Absent("tệp không có phần đầu của văn bản, có thể là văn bản kèm theo")
        return
    last, room = lines[-1], paper.document.sections[0].page.text_width.mm
    wide = [width_of(line) for line in lines]
    widths = [min(each, room) for each in (wide[-1], max(wide))]
    whole = max(wide[-1], 1)  # a title in one paragraph wraps: its last line on the page may be any part of it
    least = 1 / 6 if whole > room * _FULL else 1 / 3
    span = (min(widths) * least / whole, max(widths) / 2 / whole)
    yield from stroke_faults(last, "trích yếu", paper.parts.under_title, span, "warning")
