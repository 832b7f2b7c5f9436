"""Số và ngày để trống khi chưa ban hành, có đủ khi đã ban hành.

Quy định: số do Văn thư cấp sau khi văn bản được ký (văn bản giấy) hoặc do Hệ thống cấp (văn bản điện tử); ngày là
ngày ban hành.
Vì sao: tự điền số, ngày khi soạn dễ trùng với văn bản khác.
Sai: văn bản đã ban hành mà số, ngày, tháng còn trống.
Đúng: dự thảo để trống “Số: /KH-UBND”, “ngày tháng năm 2026”; bản ban hành có đủ.
"""

from __future__ import annotations

from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.places import date_line
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Điều 15 khoản 2, khoản 3; Mẫu 1.4 Phụ lục III"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """In a paper that is issued, look for a blank number and a date that is not whole."""
    if paper.mode == "draft":
        yield Absent("dự thảo được để trống số và ngày")
        return
    number, date = number_line(paper), date_line(paper)
    if number is not None and number.is_blank:
        yield Fault(number.line, "văn bản ban hành chưa có số", number.line.text, "số do Văn thư cấp")
    if date is not None and not (date.day and date.month and date.has_whole_year):
        found, wanted = date.line.text, "ngày, tháng, năm ban hành"
        yield Fault(date.line, "văn bản ban hành chưa đủ ngày, tháng, năm", found, wanted)
