"""The 34 provincial units and what kind each is on a date, as the law has it since 01/7/2025.

Sources: Nghị quyết 202/2025/QH15; cities since: NQ 30/2026/QH16 (Đồng Nai), 36/2026/QH16 (Quảng Ninh),
39/2026/QH16 (Bắc Ninh).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from kegen.dates import PlanDate
from kegen.vietnamese import fold

ProvinceKind = Literal["tinh", "thanh-pho"]
FIRST_DAY = PlanDate(2025, 7, 1)

CITIES_SINCE = {
    "Hà Nội": FIRST_DAY,
    "Hải Phòng": FIRST_DAY,
    "Huế": FIRST_DAY,
    "Đà Nẵng": FIRST_DAY,
    "Cần Thơ": FIRST_DAY,
    "Hồ Chí Minh": FIRST_DAY,
    "Đồng Nai": PlanDate(2026, 4, 30),
    "Quảng Ninh": PlanDate(2026, 9, 1),
    "Bắc Ninh": PlanDate(2026, 9, 20),
}

PROVINCES = (
    *CITIES_SINCE,
    *("Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên"),
    *("Phú Thọ", "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Quảng Ngãi"),
    *("Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang"),
)


MERGED_INTO = {
    "Hà Giang": "Tuyên Quang",
    "Yên Bái": "Lào Cai",
    "Bắc Kạn": "Thái Nguyên",
    "Vĩnh Phúc": "Phú Thọ",
    "Hòa Bình": "Phú Thọ",
    "Bắc Giang": "Bắc Ninh",
    "Thái Bình": "Hưng Yên",
    "Hải Dương": "Hải Phòng",
    "Hà Nam": "Ninh Bình",
    "Nam Định": "Ninh Bình",
    "Quảng Bình": "Quảng Trị",
    "Quảng Nam": "Đà Nẵng",
    "Kon Tum": "Quảng Ngãi",
    "Bình Định": "Gia Lai",
    "Ninh Thuận": "Khánh Hòa",
    "Đắk Nông": "Lâm Đồng",
    "Bình Thuận": "Lâm Đồng",
    "Phú Yên": "Đắk Lắk",
    "Bà Rịa - Vũng Tàu": "Hồ Chí Minh",
    "Bình Dương": "Hồ Chí Minh",
    "Bình Phước": "Đồng Nai",
    "Long An": "Tây Ninh",
    "Sóc Trăng": "Cần Thơ",
    "Hậu Giang": "Cần Thơ",
    "Bến Tre": "Vĩnh Long",
    "Trà Vinh": "Vĩnh Long",
    "Tiền Giang": "Đồng Tháp",
    "Bạc Liêu": "Cà Mau",
    "Kiên Giang": "An Giang",
}
"""The 29 provinces that are no more, and what each became part of (Nghị quyết 202/2025/QH15, Điều 1)."""


_PROVINCE_OF = {fold(name): name for name in PROVINCES} | {"hcm": "Hồ Chí Minh"}
_SUCCESSOR_OF = {fold(name): into for name, into in MERGED_INTO.items()} | {"thua-thien-hue": "Huế"}
"""What old provinces became; Thừa Thiên Huế is thành phố Huế since 01/01/2025 (Nghị quyết 175/2024/QH15)."""
_WORD = r"(?:(?:ubnd|uy-ban-nhan-dan)-)?(?:tinh|thanh-pho|thu-do|t\.?-?p|t\.)[-.]*"
"""The word of a province before its name, as people type it: `Thành phố`, `TP.`, `T.P.`, `UBND tỉnh`."""


def official_name(name: str) -> str | None:
    """Return the province's name as the law writes it (`Thanh Hóa` for `tỉnh Thanh Hoá`), None for no province."""
    return _looked_up(name, _PROVINCE_OF)


def successor(name: str) -> str | None:
    """Return the province that one of before 01/7/2025 became part of, or None."""
    return _looked_up(name, _SUCCESSOR_OF)


def _looked_up(name: str, known: Mapping[str, str]) -> str | None:
    """Return what is known of a name, as it stands or without the unit word before it."""
    folded = fold(name).strip("-. ")
    return known.get(folded) or known.get(re.sub(_WORD, "", folded, count=1) if re.match(_WORD, folded) else "")


def known_kind(name: str, on: PlanDate) -> ProvinceKind | None:
    """Return whether it is a tỉnh or a thành phố, None where the date is not whole enough to tell."""
    since = CITIES_SINCE.get(name)
    if since is None or on.before(since):
        return "tinh"
    return "thanh-pho" if since.before(on) or since == on else None


def province_kind(name: str, on: PlanDate) -> ProvinceKind:
    """Return whether the province of that name is a tỉnh or a thành phố on the date."""
    since = CITIES_SINCE.get(name)
    return "thanh-pho" if since is not None and not on.before(since) else "tinh"
