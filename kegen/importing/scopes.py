"""Whether a target is one of the whole area or of each unit, as far as its words, its subject and its headings say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kegen.importing.entries import Entry
from kegen.importing.leads import Found
from kegen.importing.offices import is_group, opening_offices, split_offices
from kegen.plan.model import Read, Scope

_AREA = r"tỉnh|thành phố|quốc|xã|phường|đặc khu|ngành|địa bàn"
_ACROSS = re.compile(rf"\b(?:toàn|cả|toàn bộ) (?:{_AREA})\b|\btrên địa bàn(?: (?:{_AREA}|toàn|cả))\b", re.IGNORECASE)
"""Words of the whole area, in which each unit has its part."""
_OF_AREA = re.compile(
    r"\bcủa (?:toàn )?(?:tỉnh|thành phố)\b"
    r"|\b(?:khung kiến trúc|kiến trúc|nền tảng|hệ thống|cơ sở dữ liệu|kho dữ liệu|cổng) (?:\w+ ){0,2}cấp tỉnh\b",
    re.IGNORECASE,
)
"""Words of what the province itself has: of a system of the province there is but one."""
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


class Settled(NamedTuple):
    """The scope of a target, `chua-ro` where nothing settles it, and where that was read, None for the same."""

    scope: Scope
    read: Read | None = None


def scope_of(measured: Measured, at: Read, reached_by: Found, headings: Sequence[Entry]) -> Settled:
    """Return whether a target is of the whole area or of each unit; `at` is where its clause stands.

    `reached_by` are the offices that the order, or its heading, names; a share that a group of them is to reach each
    of them reaches, a number may be that of all together. That the sentence before speaks of the whole area settles
    nothing: a person has to say it.
    """
    if (own := _own_scope(measured)) != "chua-ro":
        return Settled(own, Read("scope", at.place, at.how))
    for heading in reversed(headings):
        if (over := _heading_scope(heading.text)) != "chua-ro":
            return Settled(over, Read("scope", heading.place, "tieu-de"))
    divides = measured.is_share or measured.is_limit_of_time
    if divides and reached_by.words and all(map(is_group, reached_by.words)):
        return Settled("tung-don-vi", Read("scope", reached_by.place or at.place, reached_by.how))
    return Settled("chua-ro")


def _own_scope(measured: Measured) -> Scope:
    """Return what the clause itself says; a limit of time holds for each case, wherever it is dealt with."""
    clause = measured.clause
    is_all = measured.value == "100"
    if _EACH.search(clause) or (is_all and (_OF_UNITS.search(clause) or _OF_PLACES.search(clause))):
        return "tung-don-vi"
    subject = opening_offices(clause.strip())
    rest = clause.strip()[subject.end :] if subject else clause
    if _OF_UNITS.search(rest) or _OF_AREA.search(rest):
        return "toan-dia-ban"
    if _ACROSS.search(rest):  # all of an area is also all of each of its parts
        return "chua-ro" if is_all else "toan-dia-ban"
    if measured.is_limit_of_time:
        return "chua-ro" if _MEAN.search(clause) else "tung-don-vi"
    is_each = measured.is_share and subject is not None and all(map(is_group, split_offices(subject.text)))
    return "tung-don-vi" if is_each else "chua-ro"


def _heading_scope(heading: str) -> Scope:
    if _EACH_HEADING.search(heading):
        return "tung-don-vi"
    return "toan-dia-ban" if _WHOLE_HEADING.search(heading) else "chua-ro"
