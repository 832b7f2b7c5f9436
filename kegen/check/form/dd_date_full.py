"""Ngày tháng ghi đầy đủ.

Quy định: ghi đầy đủ “<Địa danh>, ngày … tháng … năm …”, các số bằng chữ số Ả Rập.
Vì sao: ngày ban hành là một thành phần thể thức, không ghi tắt như 03/6/2026.
Sai: Gia Kiệm, ngày 03/6/2026; Gia Kiệm ngày 03 tháng 6 năm 2026 (thiếu dấu phẩy); ngày 03 tháng 6 năm 26.
Đúng: Gia Kiệm, ngày 03 tháng 6 năm 2026.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.places import DateLine, date_line
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.b-c"
WEIGHT: Weight = "M"
_DIGITS_OF_YEAR = 4
_EXAMPLE = "Gia Kiệm, ngày 03 tháng 6 năm 2026"


def check(paper: Paper) -> Outcome:
    """Look at each part of the line; blanks are told by so-blank-draft, days not on the calendar by date-exists."""
    line, date = paper.parts.place_and_date, date_line(paper)
    if line is None:
        yield Absent("không thấy địa danh và thời gian")
    elif date is None:
        yield Fault(line, "ngày ban hành chưa ghi đủ “ngày … tháng … năm …”", line.text, _EXAMPLE)
    else:
        yield from _parts(date)


def _parts(date: DateLine) -> Outcome:
    if not date.has_comma:
        text = date.line.text
        yield Fault(date.line, "sau địa danh thiếu dấu phẩy", text, re.sub(r"\s*(?=\bngày)", ", ", text, count=1))
    for name, text, length in (("ngày", date.day, 2), ("tháng", date.month, 2), ("năm", date.year, 4)):
        if text and not re.fullmatch(rf"\d{{1,{length}}}", text):
            yield Fault(date.line, f"{name} không phải chữ số Ả Rập", text, _EXAMPLE)
    if date.year.isdigit() and date.has_whole_year and len(date.year) < _DIGITS_OF_YEAR:
        yield Fault(date.line, "năm không ghi đủ bốn chữ số", date.year, _EXAMPLE)
