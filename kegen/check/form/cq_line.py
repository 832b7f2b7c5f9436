"""Đường kẻ dưới tên cơ quan ban hành.

Quy định: phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối ở
giữa.
Vì sao: đường kẻ thay cho gạch chân chữ; độ dài chỉ là ước lượng nên lệch thì kegen chỉ cảnh báo.
Sai: gạch chân tên cơ quan; gõ “-------”; không có đường kẻ.
Đúng: vẽ một đường thẳng ngắn ở giữa, dưới dòng cuối của tên cơ quan.
"""

from __future__ import annotations

from kegen.check.layout import stroke_faults
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the line under the last line of the issuer's name."""
    if not paper.parts.issuer:
        yield Absent("không thấy tên cơ quan ban hành")
        return
    last = paper.parts.issuer[-1]
    yield from stroke_faults(last, "tên cơ quan ban hành", paper.parts.under_issuer, (1 / 3, 1 / 2), "warning")
