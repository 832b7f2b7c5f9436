"""Người ban hành và cách ký có khớp nhau.

Quy định: văn bản của tập thể Ủy ban nhân dân ký “TM. ỦY BAN NHÂN DÂN”; văn bản của riêng Chủ tịch Ủy ban nhân dân ký
“CHỦ TỊCH”, không có “TM.”.
Vì sao: phần mở đầu nói Chủ tịch ban hành mà cuối văn bản ký thay mặt tập thể thì không rõ ai ban hành. Câu chữ có thể
hiểu nhiều cách, nên đây là cảnh báo.
Sai: “Chủ tịch UBND tỉnh ban hành Kế hoạch” … TM. ỦY BAN NHÂN DÂN.
Đúng: “Ủy ban nhân dân tỉnh ban hành Kế hoạch” … TM. ỦY BAN NHÂN DÂN.
"""

from __future__ import annotations

from kegen.check.authority import NO_SIGNATURE, chairman_issues, is_committee, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.2; Phụ lục I, Phần I, Mục V, số 7"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look whether a plan of the chairman is signed for the committee."""
    signed = signed_lines(paper.parts)
    if not (paper.is_plan and is_committee(paper)):
        yield Absent("không phải kế hoạch của Ủy ban nhân dân")
    elif not signed:
        yield NO_SIGNATURE
    elif signed[0].short == "TM" and chairman_issues(paper):
        message = "phần mở đầu nói Chủ tịch ban hành, cuối văn bản ký thay mặt Ủy ban nhân dân"
        expected = "sửa phần mở đầu thành Ủy ban nhân dân ban hành, hoặc bỏ dòng “TM.”"
        yield Fault(signed[0].line, message, signed[0].line.text, expected, "warning")
