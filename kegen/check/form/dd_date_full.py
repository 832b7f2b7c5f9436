"""Ngày tháng ghi đầy đủ.

Quy định: ghi đầy đủ “<Địa danh>, ngày … tháng … năm …”, các số bằng chữ số Ả Rập.
Vì sao: dạng 03/6/2026 chỉ dùng khi viện dẫn, không dùng cho ngày ban hành.
Sai: Gia Kiệm, ngày 03/6/2026; Gia Kiệm ngày 03 tháng 6 năm 2026 (thiếu dấu phẩy); ngày 31 tháng 4.
Đúng: Gia Kiệm, ngày 03 tháng 6 năm 2026.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.place_names import DateLine, date_line
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.dates import parse_date

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.b-c"
WEIGHT: Weight = "M"
_EXAMPLE = "Gia Kiệm, ngày 03 tháng 6 năm 2026"


def check(paper: Paper) -> Outcome:
    """Look at each part of the line; blanks are the business of so-blank-draft."""
    date = date_line(paper)
    if date is None:
        yield Absent("không thấy địa danh và thời gian")
        return
    if not date.has_comma:
        yield Fault(date.line, "sau địa danh thiếu dấu phẩy", date.line.text, _EXAMPLE)
    for name, text, length in (("ngày", date.day, 2), ("tháng", date.month, 2), ("năm", date.year, 4)):
        if text and not re.fullmatch(rf"\d{{1,{length}}}", text):
            yield Fault(date.line, f"{name} không phải chữ số", text, _EXAMPLE)
    yield from _existing(date)


def _existing(date: DateLine) -> Outcome:
    if not (date.day.isdigit() and date.month.isdigit() and date.year.isdigit()):
        return
    try:
        parse_date(f"{date.day}/{date.month}/{date.year}")
    except ValueError as error:
        yield Fault(date.line, str(error).partition(";")[0], date.line.text, "ngày có trên lịch")
