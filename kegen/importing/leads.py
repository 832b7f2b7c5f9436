"""Who is to do a task and who helps, as its sentence, its labels and the headings above say it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.importing.entries import Entry
from kegen.importing.offices import only_offices, opening_offices, split_offices
from kegen.plan.model import How

_GIVES = re.compile(
    r"(?:Giao|Phân công|Đề nghị|Kiến nghị|Ủy quyền|Yêu cầu|Trách nhiệm của|Nhiệm vụ của|Đối với)\s+(?:cho\s+)?"
)
_SOFT = re.compile(r"(?:Yêu cầu)\s")
_TO = re.compile(
    r"(?:(?:^|[.;(]\s*|đồng thời,? )(?:[Gg]iao|[Pp]hân công)"
    r"|(?:^|[,.;]\s+)(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Giám đốc|Tỉnh ủy|Ban Thường vụ)\s[^,;.:]{0,60}?"
    r"\s(?:giao|phân công|yêu cầu|đề nghị))\s+(?:cho\s+)?"
)
_BY = re.compile(
    r"(?:^|[,;(.])\s*(?:và )?do\s+|(?:^|[;.]\s+)(?:Việc|Công tác|Nhiệm vụ|Nội dung)\s[^,;.:]{2,120}?\sdo\s+",
    re.IGNORECASE,
)
"""`…, do Sở Y tế chủ trì`; but what `đoàn kiểm tra do Sở Y tế chủ trì` says is which team is meant."""
_CLAUSE = re.compile(r"[;.]\s+|,\s+(?:giao )?")
_LEADS = re.compile(r"\s*(?:làm |là )?(?:chủ trì|làm đầu mối|đầu mối|là cơ quan (?:chủ trì|thường trực))")
_DOES = re.compile(rf"{_LEADS.pattern}|\s*(?:thực hiện|chịu trách nhiệm|triển khai|tham mưu)")
_IN_BRACKETS = re.compile(r"\(([^()]{4,150}?),? chủ trì\b")
_DIRECTS = re.compile(r"\s+chỉ đạo\s.*$", re.DOTALL)
_LONGEST_HEAD = 250
_COOPERATES = re.compile(
    r"[Pp]hối hợp(?: (?:chặt chẽ|tốt|thường xuyên|kịp thời|hiệu quả|đồng bộ|chặt chẽ, (?:thường xuyên"
    r"|hiệu quả)))*(?:,? (?:cùng )?với)?\s+"
)
_ENDS = re.compile(r"\s(?:trong|để|nhằm|tại|theo|khi)\s|[.:;]|$")


_ORDINAL = re.compile(
    r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là"
    r"|(?:Nhiệm vụ|Giải pháp|Nội dung|Công việc)(?: thứ)? (?:\d{1,2}|[IVX]{1,4}))\s*[,:.–-]\s*"
)
"""Words that count what a list orders: `Thứ hai, các xã …`, `Nhiệm vụ 2: Sở Y tế …`."""
_PASSES_ON = re.compile(r"\s*(?P<how>giao|phân công|yêu cầu|đề nghị|chỉ đạo)(?: cho)? ")
_ISSUER = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Thường trực|Ban Thường vụ|Tỉnh ủy|HĐND)")


class Found(NamedTuple):
    """The words that were read, how and where."""

    words: tuple[str, ...]
    how: How
    place: str = ""


NOBODY = Found((), "khong")


def leads_in(text: str) -> tuple[str, ...]:
    """Return who is to do what a sentence orders, as far as the sentence says it."""
    text = _ORDINAL.sub("", text)
    return _before_colon(text) or _subject(text) or _named_within(text)


def leads_above(above: tuple[Entry, ...]) -> Found:
    """Return the offices that the nearest heading or lead-in names, where one does."""
    for heading in reversed(above):
        offices = heading_offices(heading.text)
        if offices:
            return Found(offices, "tieu-de", heading.place)
    return NOBODY


def heading_offices(text: str) -> tuple[str, ...]:
    """Return the offices that a heading speaks to: `2. Giao Văn phòng Sở`, `Các sở, ban, ngành`; none for others."""
    given = _GIVES.match(text)
    bare = text[given.end() :] if given else text
    if only_offices(bare):
        return split_offices(bare.rstrip(" .:"))
    subject = opening_offices(bare)
    return split_offices(subject.text) if subject else ()


def helpers_in(text: str) -> tuple[str, ...]:
    """Return whom a task is to be done together with: `phối hợp với Công an tỉnh …`."""
    found = (_after(text, each.end()) for each in _COOPERATES.finditer(text))
    return tuple(dict.fromkeys(office for offices in found for office in offices))


def _after(text: str, start: int) -> tuple[str, ...]:
    named = opening_offices(text, start)
    longest = start + _LONGEST_HEAD
    end = _ENDS.search(text, start, longest)
    rest = text[start : end.start() if end else longest]
    if named and named.end <= start + len(rest):
        return split_offices(named.text)
    return split_offices(rest) if only_offices(rest) else ()


def _before_colon(text: str) -> tuple[str, ...]:
    """Return the offices of `7. Các sở, ban, ngành: Căn cứ …`, `Bộ Chỉ huy quân sự tỉnh chỉ đạo …: Chủ trì …`."""
    head, colon, _ = text[:_LONGEST_HEAD].partition(":")
    if not colon:
        return ()
    given = _GIVES.match(head)
    bare = _DIRECTS.sub("", head[given.end() :] if given else head)
    return split_offices(bare) if only_offices(bare) else ()


def _subject(text: str) -> tuple[str, ...]:
    given = _GIVES.match(text)
    named = opening_offices(text, given.end() if given else 0)
    if named is None or (given and _SOFT.match(text) and not _is_public(named.text)):
        return ()
    passed = _PASSES_ON.match(text, named.end)
    other = opening_offices(text, passed.end()) if passed and not given else None
    if other and passed and (passed["how"] in ("giao", "phân công") or _ISSUER.match(named.text)):
        return split_offices(other.text)
    return split_offices(named.text)


def _is_public(name: str) -> bool:
    """Whether an office is asked here by the plan, not by who carries it out (`Yêu cầu các doanh nghiệp …`)."""
    return not re.search(
        r"doanh nghiệp|tổ chức|cá nhân|chủ đầu tư|hoạt động|các đơn vị (?!, địa)|công ty|hộ ", name + " "
    )


def _named_within(text: str) -> tuple[str, ...]:
    """Return who leads by a later clause: `… Giao Sở Y tế chủ trì`, `do Sở Y tế chủ trì`, `(Sở Y tế chủ trì)`."""
    for found in (*_TO.finditer(text), *_BY.finditer(text)):
        named = opening_offices(text, found.end())
        if named and (found.re is _TO or _DOES.match(text, named.end)):
            return split_offices(named.text)
    for clause in _CLAUSE.finditer(text):
        named = opening_offices(text, clause.end())
        if named and _LEADS.match(text, named.end):
            return split_offices(named.text)
    brackets = _IN_BRACKETS.search(text)
    return split_offices(brackets[1]) if brackets and only_offices(brackets[1]) else ()
