"""Tên 13 đặc khu.

Quy định: từ 01/7/2025 cả nước có 13 đặc khu: Vân Đồn, Cô Tô, Cát Hải, Bạch Long Vĩ, Cồn Cỏ, Lý Sơn, Hoàng Sa, Trường
Sa, Phú Quý, Côn Đảo, Phú Quốc, Kiên Hải, Thổ Châu.
Vì sao: đặc khu là đơn vị hành chính có tên riêng; viết sai một dấu là sai tên cơ quan.
Sai: “đặc khu Cát Bà”, “đặc khu Thổ Chu”.
Đúng: “đặc khu Cát Hải”, “đặc khu Thổ Châu”.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.places import in_two_tiers
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.unit_mentions import prefixes
from kegen.gazetteer.units import find_units
from kegen.vietnamese import nearest

CITE = "Nghị quyết số 202/2025/QH15; Quyết định số 19/2025/QĐ-TTg"
WEIGHT: Weight = "N"
_NAMES = (
    *("Vân Đồn", "Cô Tô", "Cát Hải", "Bạch Long Vĩ", "Cồn Cỏ", "Lý Sơn", "Hoàng Sa", "Trường Sa", "Phú Quý", "Côn Đảo"),
    *("Phú Quốc", "Kiên Hải", "Thổ Châu"),
)
_ABROAD = ("Thâm Quyến", "Hồng Kông", "Hồng Công", "Ma Cao", "Macau")


def check(paper: Paper) -> Outcome:
    """Look at each đặc khu that the paper names; one that is a xã or a phường is for `unit-kind`."""
    named = [each for each in paper.mentions if each.named.kind == "dac-khu"]
    if not named or not in_two_tiers(paper.date):
        yield Absent("không rõ văn bản có từ ngày 01/7/2025" if named else "văn bản không nêu tên đặc khu nào")
        return
    for each in named:
        name = each.named.name
        if name.startswith(_ABROAD) or each.is_of_the_past:
            continue
        if " " in name and not any(find_units(part) for part in prefixes(name)):
            right = nearest(name, _NAMES)
            expected = f"đặc khu {right}" if right else "tên một trong 13 đặc khu"
            yield Fault(each.passage.line, f"không có đặc khu {name}", f"đặc khu {name}", expected)
