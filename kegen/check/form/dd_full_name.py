"""Địa danh mang tên người, chữ số hoặc sự kiện thì ghi đủ cả loại đơn vị.

Quy định: đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử thì ghi tên gọi đầy đủ, gồm cả loại
đơn vị.
Vì sao: “Lê Chân, ngày …” đọc như tên người ký.
Sai: “Hồ Chí Minh, ngày …”; “Lê Chân, ngày …”.
Đúng: “Thành phố Hồ Chí Minh, ngày …”; “Phường Lê Chân, ngày …”.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.places import WORDS, date_line, is_called, keeps_word, own_unit
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.a; Phụ lục II, III.1"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at a place that is a bare name of a person, a number or an event."""
    date, unit = date_line(paper), own_unit(paper)
    if date is None or not date.place.strip(" .…"):
        yield Absent("không thấy địa danh")
        return
    if unit is None or not (is_called(date.place, unit) or fold(date.place) == fold(unit.name)):
        yield Absent("địa danh đã ghi loại đơn vị, hoặc không phải tên đơn vị ban hành")
        return
    keeps = keeps_word(unit)
    if keeps:
        whole = f"{WORDS[unit.kind]} {date.place}"
        yield Fault(date.line, "địa danh thiếu loại đơn vị hành chính", date.place, whole)
    elif keeps is None:
        yield Unread("không rõ tên đơn vị có phải tên người, sự kiện lịch sử hay không")
