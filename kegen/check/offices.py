"""Offices as documents name them: one office or a group of them, named in a line, covered by a collective line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.words import joined, spelled

_NOUN = (
    r"(?:Văn phòng|VP|Sở|Phòng|Ban|Chi cục|Cục|Trung tâm|Thanh tra|Công an|Bộ|Thuế|Kho bạc|Bảo hiểm|Ngân hàng|Hạt|Trạm"
    r"|Trường|Bệnh viện|Viện|Báo|Đài|Hội(?! đồng)|Đoàn(?! thể)|Liên đoàn|Liên minh|Ủy ban|Uỷ ban|UBND|Quỹ|Bưu điện|Đội"
    r"|Tòa án)"
)
_OFFICE = re.compile(rf"{_NOUN}\s+\w")
_JOINT = re.compile(rf"\s*(?:[;,+&\n]|\bvà\b)\s*(?={_NOUN}\s)")
_GROUP = re.compile(
    r"(?:các|những|mọi|toàn thể|từng|thủ trưởng|người đứng đầu|giám đốc các|trưởng các|chủ tịch|lãnh đạo"
    r"|(?:UBND|ủy ban nhân dân|uỷ ban nhân dân) (?:cấp|các))\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:cơ quan|đơn vị|ngành|phòng,? ban|địa phương)\b", re.IGNORECASE)
"""A group called so holds every office."""
_KIND = re.compile(r"\b(?:sở|phòng|ban|trung tâm|trường|chi cục|hội|đoàn thể)\b", re.IGNORECASE)
"""A group called so holds the offices of that kind."""
_OWN = re.compile(r"\b(?:thôn|tổ dân phố|khu phố|báo(?! cáo))\b", re.IGNORECASE)
"""Those who are no office of the unit: only a line that says their own word covers them."""
_AREA = re.compile(r"\s+(?:xã|phường|đặc khu|tỉnh|thành phố|sở)$", re.IGNORECASE)
_REFERS = re.compile(r"như\b.*\b(?:mục|điều|trên|phần|phụ lục|kính gửi|danh sách|thành phần)\b", re.IGNORECASE)
_COUNCIL, _COMMITTEE = spelled("hội đồng nhân dân"), spelled("ủy ban nhân dân")
_ROOM, _CHAIRMAN = spelled("văn phòng"), spelled("chủ tịch")
_BELOW = (spelled("các"), spelled("cấp"))
_LONGEST = 120
_NEAR = 80
"""More letters than the name of a council or a committee has."""


def is_group(text: str) -> bool:
    """Whether a text names a group of offices or their heads."""
    return _GROUP.match(text.strip()) is not None


def is_office(text: str) -> bool:
    """Whether a text is the name of an office, or of several one after another."""
    text = text.strip()
    return len(text) <= _LONGEST and _OFFICE.match(text) is not None and not is_group(text)


def named_in(text: str) -> tuple[str, ...]:
    """Return the offices that a text lists one after another, each as written; a group counts as one."""
    return tuple(name for each in _pieces(text) if (name := each.strip(" .,;:-–\n")))


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for joint in _JOINT.finditer(text):
        near = max(start, joint.start() - _NEAR)
        before, after = spelled(text[near : joint.start()]), spelled(text[joint.end() : joint.end() + _NEAR])
        if not (before.endswith(_COUNCIL) and after.startswith(_COMMITTEE)):
            yield text[start : joint.start()]
            start = joint.end()
    yield text[start:]


def says_office(text: str, office: str, short: str | None = None) -> bool:
    """Whether a text names the office: whole, or without the word of its area at the end, or in short."""
    if spelled(_AREA.sub("", office.strip())) in spelled(text):
        return True
    return bool(short) and joined(short or "") in joined(text)


def covers(line: str, office: str, short: str | None = None) -> bool:
    """Whether a line of `Nơi nhận` names the office, sends the reader elsewhere, or names a group with the office."""
    if refers(line):
        return True
    return any(_covers(each.strip(" -–+"), name, short) for each in line.split(";") for name in office.split(";"))


def _covers(piece: str, office: str, short: str | None) -> bool:
    if says_office(piece, office, short):
        return True
    if _is_room_of(piece, office) or _is_committee_below(piece, office):
        return True
    if not is_group(piece):
        return False
    if own := _OWN.findall(office):
        return any(each.casefold() in piece.casefold() for each in own)
    return _ALL.search(piece) is not None or bool(_kinds(piece) & _kinds(office))


def _is_room_of(piece: str, office: str) -> bool:
    """Whether the office is the committee's own (Văn phòng) and the line names it in any way: `CVP. UBND tỉnh`."""
    return spelled(office).startswith(_ROOM) and _ROOM in spelled(piece)


def _is_committee_below(piece: str, office: str) -> bool:
    """Whether committees of the level below are meant, or their heads: `UBND cấp xã`, `UBND các xã, phường`."""
    wanted = spelled(office).removeprefix(_CHAIRMAN.rstrip())
    named = spelled(piece)
    return any(each in named for each in _BELOW) and wanted.startswith(_COMMITTEE) and _COMMITTEE in named


def _kinds(text: str) -> set[str]:
    return {each.casefold() for each in _KIND.findall(text)}


def refers(line: str) -> bool:
    """Whether a line of `Nơi nhận` sends the reader elsewhere: `Như Điều 3`, `Như trên`."""
    return _REFERS.match(line.strip(" -–+")) is not None
