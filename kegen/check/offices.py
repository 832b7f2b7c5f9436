"""Offices as documents name them: one office or a group of them, named in a line, covered by a collective line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kegen.check.words import joined, spelled
from kegen.vietnamese import UPPER, fold

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
_WORD = re.compile(r"[^\W\d_]+(?:[-&.][^\W\d_]+)*")
_SHORT = re.compile(rf"(?<!\w)[{UPPER}]+(?:[-&.][{UPPER}]+)*(?<=..)(?!\w)")
"""A name's first letters in one word: `QLTT`, `VH-XH`, `NN&MT`."""
_FEWEST_LETTERS = 3
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
    return any_says_office((text,), office, short)


def any_says_office(texts: Collection[str], office: str, short: str | None = None) -> bool:
    """Whether one of the texts names the office; they are searched for all of the name before its letters."""
    whole = spelled(_AREA.sub("", office.strip()))
    if any(whole in spelled(text) for text in texts):
        return True
    if short and any(joined(short) in joined(text) for text in texts):
        return True
    return any(says_in_short(text, office) for text in texts)


def says_in_short(text: str, office: str) -> bool:
    """Whether one of the two names the office by first letters, the other in words: `Chi cục QLTT`, `Đoàn TNCS HCM`."""
    name = _units(_AREA.sub("", office.strip()))
    if not any(map(_is_letter, name)) and (len(text) > _LONGEST or not _SHORT.search(text)):
        return False
    spoken = _units(text)
    return any(_are_alike(name, spoken[start:]) for start in range(len(spoken) - len(name) + 1))


def _units(text: str) -> list[str]:
    """Return the words of a text in small letters, those that are first letters only as single capitals."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if _SHORT.fullmatch(word):
            found += [fold(each).upper() for each in word if each.isalpha()]
        elif word.casefold() != "và":
            found.append(fold(word))
    return found


def _is_letter(unit: str) -> bool:
    return unit.isupper()


def _are_alike(name: list[str], spoken: list[str]) -> bool:
    """Whether each unit of a name is the other's, or its first letter; some are, and of enough letters."""
    pairs = list(zip(name, spoken, strict=False))
    if any(one != other and not _begins(one, other) for one, other in pairs):
        return False
    return len(pairs) >= _FEWEST_LETTERS and any(one != other for one, other in pairs)


def _begins(one: str, other: str) -> bool:
    """Whether one is the first letter of the other."""
    return _is_letter(one) != _is_letter(other) and one[0].casefold() == other[0].casefold()


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
