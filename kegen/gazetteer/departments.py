"""Departments of provinces that are no more since 2025, and what took over their work.

Sources: Nghị định 45/2025/NĐ-CP (from 01/3/2025) and Nghị định 150/2025/NĐ-CP (from 01/7/2025), which name the
departments that every province has and those that some may have.
"""

from __future__ import annotations

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
_BY_FOLDED = {fold(name): into for name, into in _TAKEN_OVER.items()}


def taken_over_by(name: str) -> str | None:
    """Return the department that took over from one that is no more, None for any other name."""
    folded = fold(name)
    return next((into for old, into in _BY_FOLDED.items() if f"{folded}-".startswith(f"{old}-")), None)
