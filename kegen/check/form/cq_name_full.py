"""Tên cơ quan ban hành viết đầy đủ.

Quy định: tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản mới được viết tắt cụm từ thông
dụng.
Vì sao: “UBND” ở dòng cơ quan ban hành là lỗi hay gặp khi chép dòng cơ quan chủ quản xuống.
Sai: UBND XÃ GIA KIỆM ở dòng cơ quan ban hành (kegen chỉ cảnh báo, vì tên chính thức do quyết định thành lập nêu).
Đúng: ỦY BAN NHÂN DÂN / XÃ GIA KIỆM.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.2.a"
WEIGHT: Weight = "M"
_SHORT = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}


def check(paper: Paper) -> Outcome:
    """Look for abbreviations in the issuer's own lines."""
    if not paper.parts.issuer:
        yield Absent("không thấy tên cơ quan ban hành")
    for line in paper.parts.issuer:
        short = [each for each in _SHORT if each in line.text and re.search(rf"\b{each}\b", line.text)]
        if short:
            message = f"tên cơ quan ban hành viết tắt “{'”, “'.join(short)}”"
            whole = line.text
            for each in short:
                whole = whole.replace(each, _SHORT[each])
            yield Fault(line, message, line.text, whole, severity="warning")
