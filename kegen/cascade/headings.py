"""What the headings of a list of units mean, as officers word them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kegen.vietnamese import fold, nearest

_NAMES = {
    "name": "Tên, Tên đơn vị, Đơn vị, Tên xã, Xã phường, Name, Unit",
    "kind": "Loại, Loại đơn vị, Cấp, Kind, Level, Type",
    "province": "Tỉnh, Thành phố, Tỉnh thành phố, Province",
    "place": "Địa danh, Place",
    "position": "Chức vụ, Chức danh, Chức vụ người ký, Position",
    "signer": "Người ký, Họ tên, Họ và tên, Họ tên người ký, Tên người ký, Signer",
    "number": "Số, Số kế hoạch, Số văn bản, Number",
    "date": "Ngày, Ngày ban hành, Ngày ký, Ngày tháng, Date",
    "offices": "Cơ quan, Các cơ quan, Phòng ban, Cơ quan chuyên môn, Departments, Offices",
}
_NO_MATTER = {"", "stt", "tt", "so-tt", "so-thu-tu", "ghi-chu", "note", "notes", "ma", "ma-don-vi", "ma-xa", "code"}
_REMARK = re.compile(r"\([^()]*\)")
_OF_UNIT = {"name", "kind", "province", "place", "offices"}
_OF_SIGNER = {"position", "signer", "date"}
_OF_PLAN = {"number", "date"}
_UNDER = {
    **dict.fromkeys(_OF_UNIT, _OF_UNIT),
    **dict.fromkeys(("position", "signer"), _OF_SIGNER),
    **dict.fromkeys(_OF_PLAN, _OF_PLAN),
}
_PLAN = re.compile(r"ke-hoach|van-ban|ban-hanh|^thong-tin(-chung)?$")
_SIGNER = re.compile(r"(^|-)(?<!dinh-)ky(-|$)|lanh-dao")
_SOMEBODY_ELSE = re.compile(r"lien-he|dau-moi|tham-muu|theo-doi|phu-trach|soan-thao|lap-bieu|tong-hop")


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_FIELDS = {_key(name): field for field, names in _NAMES.items() for name in names.split(", ")}


def field_of(heading: str) -> str | None:
    """Return the field that a heading names, with or without a remark in brackets; None where it names none."""
    return _FIELDS.get(_key(heading)) or _FIELDS.get(_key(_REMARK.sub(" ", heading)))


def fields_in(headings: Iterable[str]) -> set[str]:
    """Return the fields that the headings name."""
    return {field for heading in headings if (field := field_of(heading))}


def field_under(heading: str, groups: Iterable[str]) -> str | None:
    """Return the field that a heading names below headings of whole groups: under “Người ký”, “Tên” is the signer's."""
    above = tuple(groups)
    joined = (field_of(f"{heading} {group}") for group in reversed(above))
    field = next(filter(None, joined), None) or field_of(heading)
    return field if all(field in _fields_under(group) for group in above) else None


def _fields_under(group: str) -> set[str]:
    """Return what a heading may name under a group; another person's name, another paper's number, are not ours."""
    key = _key(group)
    if field := field_of(group):
        return _UNDER[field]
    if _SOMEBODY_ELSE.search(key):
        return set()
    found = _OF_UNIT | (_OF_PLAN | _OF_SIGNER if _PLAN.search(key) else set())
    return found | (_OF_SIGNER if _SIGNER.search(key) else set())


def is_of_somebody_else(group: str) -> bool:
    """Whether a group of columns is about a person who does not sign: whom to call, who made the list."""
    return bool(_SOMEBODY_ELSE.search(_key(group)))


def is_no_matter(heading: str) -> bool:
    """Whether a column of that heading is no matter for a plan: a running number, a remark."""
    return _key(heading) in _NO_MATTER


def hint_for(heading: str) -> str:
    """Return which heading was meant by one that is not understood, or all that may be used."""
    near = nearest(heading, [name for names in _NAMES.values() for name in names.split(", ")])
    return f"có phải là “{near}”?" if near else f"các cột dùng được: {', '.join(known_headings())}"


def known_headings() -> list[str]:
    """Return one heading for each field."""
    return [names.split(", ")[0] for names in _NAMES.values()]
