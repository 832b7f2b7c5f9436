"""Địa danh là tên đơn vị hành chính nơi cơ quan đóng.

Quy định: địa danh của cơ quan nhà nước ở địa phương là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng: của
xã là tên xã, của tỉnh và sở là tên tỉnh.
Vì sao: chép tệp của đơn vị khác hay sót địa danh cũ.
Sai: Ủy ban nhân dân xã Gia Kiệm ghi “Đồng Nai, ngày …”; ghi tên xã bên cạnh.
Đúng: Gia Kiệm, ngày 03 tháng 6 năm 2026.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.place_names import date_line, own_unit
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.a"
WEIGHT: Weight = "M"
_WORDS = ("xa-", "phuong-", "dac-khu-", "tinh-", "thanh-pho-", "tp-")


def check(paper: Paper) -> Outcome:
    """Hold the place against the unit that the issuer's name bears."""
    date = date_line(paper)
    if date is None or not date.place.strip(" .…"):
        yield Absent("không thấy địa danh")
        return
    unit = own_unit(paper)
    if unit is None:
        yield Unread("tên cơ quan ban hành không cho biết cơ quan đóng ở đâu")
    elif _bare(date.place) != fold(unit.name):
        message = f"địa danh “{date.place}” không phải tên đơn vị ban hành"
        yield Fault(date.line, message, date.place, unit.name.title())


def _bare(place: str) -> str:
    folded = fold(place)
    return next((folded[len(word) :] for word in _WORDS if folded.startswith(word)), folded)
