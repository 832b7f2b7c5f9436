"""Đầu văn bản của Ủy ban nhân dân cấp xã.

Quy định: tên cơ quan chủ quản trực tiếp chỉ ghi “nếu có”; Nghị định không nói Ủy ban nhân dân tỉnh là cơ quan chủ
quản của Ủy ban nhân dân xã.
Vì sao: phần lớn xã, phường, đặc khu ghi hai dòng ỦY BAN NHÂN DÂN / XÃ …, không có dòng của tỉnh. Đây là thông lệ, ghi
thêm dòng trên không phải là lỗi.
Sai: (không có, chỉ là gợi ý).
Đúng: ỦY BAN NHÂN DÂN / XÃ GIA KIỆM.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.a"
WEIGHT: Weight = "P"
_COMMUNE = re.compile(r"(uy-ban-nhan-dan|ubnd)-(xa|phuong|dac-khu)-.*")


def check(paper: Paper) -> Outcome:
    """Look for a parent line over the committee of a commune."""
    issuer = "-".join(line.folded for line in paper.parts.issuer)
    if not _COMMUNE.fullmatch(issuer):
        yield Absent("không phải văn bản của Ủy ban nhân dân cấp xã")
    elif paper.parts.parent:
        line = paper.parts.parent[0]
        message = "Ủy ban nhân dân cấp xã thường không ghi cơ quan chủ quản"
        yield Fault(line, message, line.text, "chỉ tên Ủy ban nhân dân xã, phường, đặc khu", "info")
