"""Phần căn cứ là tùy chọn.

Quy định: văn bản có thể có phần căn cứ pháp lý; Mẫu 1.4 không có dòng “Căn cứ”. Kế hoạch mở đầu bằng “Thực hiện …”
vẫn đúng.
Vì sao: nhiều công cụ báo lỗi sai khi kế hoạch không có dòng “Căn cứ”.
Sai: không có trường hợp sai.
Đúng: có hoặc không có các dòng “Căn cứ …”.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.c; Mẫu 1.4 Phụ lục III"
WEIGHT: Weight = "O"


def check(paper: Paper) -> Outcome:
    """Nothing to find: bases may be there or not."""
    if not paper.parts.bases:
        yield Absent("văn bản không có dòng “Căn cứ”, điều được phép")
