"""Số 0 trước ngày, tháng.

Quy định: ngày nhỏ hơn 10 và tháng 1, tháng 2 ghi thêm số 0 phía trước; tháng 3 đến tháng 9 thì không.
Vì sao: nhiều phần mềm tự thêm số 0 cho mọi tháng; đó không phải là quy định, nên kegen chỉ cảnh báo.
Sai: ngày 3 tháng 6; ngày 03 tháng 2.
Đúng: ngày 03 tháng 6 năm 2026; ngày 10 tháng 02 năm 2026.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.places import date_line
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at day and month as typed."""
    date = date_line(paper)
    if date is None or not (date.day or date.month):
        yield Absent("ngày, tháng chưa ghi")
        return
    if len(date.day) == 1 and date.day.isdigit():
        yield Fault(date.line, "ngày nhỏ hơn 10 thiếu số 0 phía trước", f"ngày {date.day}", f"ngày 0{date.day}")
    if date.month in ("1", "2"):
        yield Fault(date.line, "tháng 1, tháng 2 thiếu số 0 phía trước", f"tháng {date.month}", f"tháng 0{date.month}")
    elif len(date.month) > 1 and date.month.startswith("0") and date.month not in ("01", "02"):
        message = "tháng 3 đến tháng 9 không thêm số 0"
        expected = f"tháng {date.month.lstrip('0')}"
        yield Fault(date.line, message, f"tháng {date.month}", expected, severity="warning")
