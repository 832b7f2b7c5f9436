"""Departments of provinces: those that there are since 2025, and what took over the work of those that are no more.

Sources: Nghị định 45/2025/NĐ-CP (from 01/3/2025) and Nghị định 150/2025/NĐ-CP (from 01/7/2025), Điều 8 and 9, which
name the departments that every province has and those that some may have, as read on luatvietnam.vn and
hdnd.dongnai.gov.vn; Sở Văn hóa và Thể thao stands beside a Sở Du lịch, as in An Giang; Sở An toàn thực phẩm is that of
Thành phố Hồ Chí Minh.
"""

from __future__ import annotations

import re

from kegen.vietnamese import fold

SOURCE = "Nghị định 150/2025/NĐ-CP"
_TAKEN_OVER = {
    "Sở Kế hoạch và Đầu tư": "Sở Tài chính",
    "Sở Giao thông vận tải": "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
    "Sở Nông nghiệp và Phát triển nông thôn": "Sở Nông nghiệp và Môi trường",
    "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
    "Sở Lao động - Thương binh và Xã hội": "Sở Nội vụ",
    "Ban Dân tộc": "Sở Dân tộc và Tôn giáo",
}
_DEPARTMENTS = (
    *("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng"),
    *("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế"),
    *("Sở Ngoại vụ", "Sở Dân tộc và Tôn giáo", "Sở Du lịch", "Sở Quy hoạch - Kiến trúc"),
    *("Sở Văn hóa và Thể thao", "Sở An toàn thực phẩm"),
)
_OF_PROVINCE = re.compile(r"\s+(?:tỉnh|thành phố|TP\.?)\s+\S.*", re.IGNORECASE)


def _key(name: str) -> str:
    """Return a name as it is compared: `&` for `và` and commas do not count."""
    return fold(name.replace("&", " và ").replace(",", " "))


_KNOWN = {_key(name): name for name in _DEPARTMENTS}
_BY_KEY = {_key(name): into for name, into in _TAKEN_OVER.items()}


def department_named(name: str) -> str | None:
    """Return the department of that name as the law writes it, however typed, with its province or without."""
    return _KNOWN.get(_key(_OF_PROVINCE.sub("", name, count=1)))


def departments() -> tuple[str, ...]:
    """Return the names that departments of provinces have."""
    return _DEPARTMENTS


def taken_over_by(name: str) -> str | None:
    """Return the department that took over from one that is no more, None for any other name."""
    key = _key(name)
    return next((into for old, into in _BY_KEY.items() if f"{key}-".startswith(f"{old}-")), None)
