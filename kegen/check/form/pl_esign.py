"""Chữ ký số trên phụ lục.

Quy định: phụ lục cùng tệp với văn bản thì chỉ ký số văn bản; phụ lục ở tệp riêng thì Văn thư ký số của cơ quan ở góc
trên, bên phải, trang đầu tệp: không hiển thị hình ảnh; ghi số, ký hiệu và thời gian ký, Times New Roman cỡ 10, đứng,
đen.
Vì sao: việc này làm khi ban hành; tệp Word soạn thảo thì chưa có để xem.
Sai: ký số lại lên phụ lục nằm cùng tệp.
Đúng: ký số một lần trên văn bản chính.
"""

from __future__ import annotations

from kegen.check.annexes import NO_ANNEX
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.d; Phụ lục III, Mẫu 2.2"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Tell that annexes are signed when the document is issued."""
    if not paper.parts.annexes:
        yield NO_ANNEX
    elif paper.medium == "paper":
        yield Absent("văn bản giấy không ký số")
    else:
        yield Unread("tệp Word chưa có chữ ký số; hãy xem trên bản đã ký")
