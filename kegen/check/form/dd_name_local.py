"""Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở.

Quy định: địa danh của cơ quan nhà nước ở địa phương là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ
sở: cơ quan của xã ghi tên xã; cơ quan của tỉnh, các sở ghi tên tỉnh.
Vì sao: chép tệp của đơn vị khác hay sót địa danh cũ.
Sai: Ủy ban nhân dân xã Gia Kiệm ghi “Đồng Nai, ngày …”; ghi tên xã bên cạnh.
Đúng: Gia Kiệm, ngày 03 tháng 6 năm 2026.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.places import OwnUnit, date_line, is_called, own_unit, place_of
from kegen.check.rule import Absent, Fault, Outcome, Unread, Weight
from kegen.gazetteer.units import find_units
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.a"
WEIGHT: Weight = "M"
_WORDS = ("xa-", "phuong-", "dac-khu-", "tinh-", "thanh-pho-", "tp-", "tp.-", "tp.")
_APOSTROPHE = re.compile("[’‘ʼ`´]")
_SITS_THERE = re.compile(r"(uy-ban-nhan-dan|ubnd|hoi-dong-nhan-dan|hdnd|so|phong|van-phong|thanh-tra)\b.*")
"""Bodies that sit where the unit of their name does; a school or a hospital of a province may sit in a commune."""


def check(paper: Paper) -> Outcome:
    """Hold the place against the unit that the issuer's name bears."""
    date = date_line(paper)
    if date is None or not date.place.strip(" .…"):
        yield Absent("không thấy địa danh")
        return
    unit = own_unit(paper)
    if unit is None:
        yield Unread("tên cơ quan ban hành không cho biết cơ quan đóng ở đâu")
    elif is_called(date.place, unit):
        return
    elif _is_of(date.place, unit):
        if _is_misspelt(date.place, unit):
            message = f"địa danh “{date.place}” viết khác tên đơn vị ban hành"
            yield Fault(date.line, message, date.place, place_of(unit))
    elif not _SITS_THERE.fullmatch(paper.parts.issuer[0].folded):
        yield Unread("tên cơ quan ban hành không cho biết cơ quan đóng ở đâu")
    else:
        message = f"địa danh “{date.place}” không phải tên đơn vị ban hành"
        yield Fault(date.line, message, date.place, place_of(unit))


def _is_of(place: str, unit: OwnUnit) -> bool:
    """Whether the place is the unit's own name, with the unit word or not; `Phương Liễu` begins with none."""
    folded, own = (fold(_APOSTROPHE.sub("'", each)) for each in (place, unit.name))
    bare = next((folded[len(word) :] for word in _WORDS if folded.startswith(word)), folded)
    return any(own == each or own.startswith(f"{each}-") for each in (folded, bare))


def _is_misspelt(place: str, unit: OwnUnit) -> bool:
    """Whether the place is no name of a commune though the issuer's is: its marks differ."""
    known = set(find_units(unit.name))
    if unit.kind in ("TỈNH", "THÀNH PHỐ") or not known:
        return False
    bare = re.sub(r"(?i)^(xã|phường|đặc khu)\s+", "", place)
    return not known & {*find_units(place), *find_units(bare)}
