"""Whether a target is one of the whole area or of each unit, as far as its words, its subject and its headings say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kegen.importing.offices import is_group, opening_offices, split_offices
from kegen.plan.model import Scope

_AREA = r"tỉnh|thành phố|quốc|xã|phường|đặc khu|ngành|địa bàn"
_WHOLE = re.compile(
    rf"\b(?:toàn|cả|toàn bộ) (?:{_AREA})\b|\btrên địa bàn(?: (?:{_AREA}|toàn|cả))\b"
    r"|\bcủa (?:toàn )?(?:tỉnh|thành phố)\b"
    r"|\b(?:khung kiến trúc|kiến trúc|nền tảng|hệ thống|cơ sở dữ liệu|kho dữ liệu|cổng) (?:\w+ ){0,2}cấp tỉnh\b",
    re.IGNORECASE,
)
"""Words of the whole area; of a system of the province there is but one."""
_AROUND = re.compile(r"\b(?:toàn (?:tỉnh|thành phố)|trên địa bàn (?:tỉnh|thành phố))\b", re.IGNORECASE)
_WHOLE_HEADING = re.compile(
    r"\b(?:toàn (?:tỉnh|thành phố|xã|phường|đặc khu|quốc|ngành|địa bàn)|chung của (?:tỉnh|thành phố|xã|phường|đặc khu)"
    r"|chỉ tiêu (?:cấp|của) (?:tỉnh|thành phố))\b",
    re.IGNORECASE,
)
_EACH_HEADING = re.compile(
    r"\b(?:đối với|của|cho) (?:các |từng |mỗi )(?:cơ quan|đơn vị|địa phương|sở|xã|phường|cấp xã)\b|\b(?:từng|mỗi)"
    r" (?:cơ quan|đơn vị|địa phương|sở|xã|phường)\b",
    re.IGNORECASE,
)
_UNITS = r"(?:cơ quan|đơn vị(?! hành chính)|địa phương|sở(?! hữu)|ngành(?! nghề)|xã(?! hội)|phường|đặc khu|UBND)"
_PLACES = (
    r"(?:thôn|bản(?! (?:đồ|án|vẽ|tin|sao|ghi|quyền))|tổ dân phố|khu phố|trường(?! hợp)|cơ sở giáo dục|nhà trường"
    r"|trạm y tế|doanh nghiệp|chi bộ|phòng(?! (?:học|chống|ngừa|máy|ở|bệnh|họp|thí|khám)))"
)
_EACH = re.compile(rf"\b(?:mỗi|từng) (?:{_UNITS}|{_PLACES})\b|\b(?:cơ quan|đơn vị|địa phương) mình\b", re.IGNORECASE)
_OF = r"(?:%|phần trăm)\s*(?:trở lên\s*)?(?:(?:tổng )?số |các |tổng số )*"
_OF_UNITS = re.compile(rf"{_OF}{_UNITS}(?!\w)", re.IGNORECASE)
_OF_PLACES = re.compile(rf"{_OF}{_PLACES}(?!\w)", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:trung bình|bình quân)\b", re.IGNORECASE)


class Measured(NamedTuple):
    """The words that set a target."""

    clause: str
    value: str = ""
    is_share: bool = False
    is_limit_of_time: bool = False
    before: str = ""
    """The sentences of its paragraph before its own."""


def scope_of(measured: Measured, reached_by: Sequence[str], headings: Sequence[str]) -> Scope:
    """Return whether a target is of the whole area or of each unit, `chua-ro` where nothing settles it.

    `reached_by` are the offices that the order, or its heading, names; a share that a group of them is to reach each
    of them reaches, a number may be that of all together.
    """
    own = _own_scope(measured)
    if own != "chua-ro":
        return own
    over = next((each for heading in reversed(headings) if (each := _heading_scope(heading)) != "chua-ro"), None)
    if over:
        return over
    divides = measured.is_share or measured.is_limit_of_time
    if divides and reached_by and all(map(is_group, reached_by)):
        return "tung-don-vi"
    is_count = bool(measured.value) and not divides and not reached_by
    return "toan-dia-ban" if is_count and _AROUND.search(measured.before) else "chua-ro"


def _own_scope(measured: Measured) -> Scope:
    """Return what the clause itself says; a limit of time holds for each case, wherever it is dealt with."""
    clause = measured.clause
    is_all = measured.value == "100"
    if _EACH.search(clause) or (is_all and (_OF_UNITS.search(clause) or _OF_PLACES.search(clause))):
        return "tung-don-vi"
    subject = opening_offices(clause.strip())
    rest = clause.strip()[subject.end :] if subject else clause
    if _OF_UNITS.search(rest) or _WHOLE.search(rest):
        return "toan-dia-ban"
    if measured.is_limit_of_time:
        return "chua-ro" if _MEAN.search(clause) else "tung-don-vi"
    is_each = measured.is_share and subject is not None and all(map(is_group, split_offices(subject.text)))
    return "tung-don-vi" if is_each else "chua-ro"


def _heading_scope(heading: str) -> Scope:
    if _EACH_HEADING.search(heading):
        return "tung-don-vi"
    return "toan-dia-ban" if _WHOLE_HEADING.search(heading) else "chua-ro"
