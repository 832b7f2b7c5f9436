"""Đường kẻ dưới Tiêu ngữ.

Quy định: phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng độ dài của dòng chữ.
Vì sao: gạch chân chữ, hàng dấu gạch không phải là đường kẻ.
Sai: gạch chân chữ Tiêu ngữ; gõ “-------”; đường kẻ dài bằng nửa dòng.
Đúng: vẽ một đường thẳng (Hình, Shapes) dài bằng dòng Tiêu ngữ. Độ dài là ước lượng nên lệch ít thì kegen chỉ cảnh báo.
"""

from __future__ import annotations

from kegen.check.layout import stroke_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the line under the motto and its length."""
    line = paper.parts.motto
    if line is None:
        yield Absent("không thấy Tiêu ngữ")
        return
    yield from stroke_faults(line, "Tiêu ngữ", paper.parts.under_motto, (1, 1))
