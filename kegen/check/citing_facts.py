"""What the text says of a document after its number: date and issuer, subject, short name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kegen.check.citing_names import name_end
from kegen.check.citing_numbers import NUMBER, number_key
from kegen.dates import PlanDate, parse_date

_BLANK = r"[.…_\s]{0,12}"
_DATE = re.compile(
    r"[,;]?\s*(?:ban hành\s+)?(?:ngày\s+)?(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)"
    rf"|(?:\d{{1,2}}|{_BLANK})\s+tháng\s+(?:\d{{1,2}}|{_BLANK})[\s,]+(?:năm\s+)?\d{{4}}"
    rf"|[\d.…_]{{1,12}}/[\d.…_]{{1,12}}/\d{{4}})",
    re.IGNORECASE,
)
_OF = re.compile(r"(?P<comma>,?)\s*(?:của\s+(?=\w)|(?=Hội nghị lần thứ))")
_SAID = re.compile(r",?\s+(?=[^\W\d_])")
_NO_SUBJECT = re.compile(
    r"(?:và|để|của|được|thì|là|có|đã|tại|theo|với|cho|đến|trên|trong|từ|nhưng|hoặc|hay|này|nêu|do|gồm|bao gồm|ngày|"
    r"nhằm|còn|đang|sẽ|phải|thuộc|xác định|yêu cầu|chỉ đạo|góp phần|bảo đảm|đảm bảo|như)(?!\w)"
)
_ENDS = re.compile(r"[;:)”\".(](?:(?<=[;:)”\"])|(?<=\.)(?=\s|/|$)|(?<=\()(?=sau đây|gọi|viết))")
_ABOUT = re.compile(r"(?:về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ)(?!\w)", re.IGNORECASE)
_ENACTS = re.compile(
    r",\s+(?:Ủy ban|Uỷ ban|UBND|Chủ tịch|Hội đồng|HĐND|Sở|Ban|Bộ|Phòng|Giám đốc|Lãnh đạo)\s[^,;]{0,120}?"
    r"(?:ban hành|xây dựng|yêu cầu|đề nghị|thông báo)(?!\w)"
)
_ALIAS = re.compile(
    r"\s*\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung|ngắn gọn)?\s*(?:là)?\s*:?\s*([^)]+)\)"
)
_LONGEST = 2000
"""No title has more letters."""


class Said(NamedTuple):
    """Date and issuer, as they follow the number."""

    date: str
    """As written, "" for none."""
    issuer: str
    issuer_first: bool
    end: int
    """Where it ends."""


def short_name(text: str, start: int, key: str) -> re.Match[str] | None:
    """Find the short name the text goes on with; one with a number is only that document's."""
    found = _ALIAS.match(text, start)
    number = NUMBER.search(found[1]) if found else None
    return None if number is not None and number_key(number[0]) != key else found


def said_of(text: str, end: int) -> Said:
    """Read date and issuer after the number, in either order."""
    date, at = _dated(text, end)
    issuer, after = _issued(text, at, dated=bool(date))
    if not date and issuer:
        late, at = _dated(text, after)
        return Said(late, issuer, bool(late), at if late else after)
    return Said(date, issuer, issuer_first=False, end=after if issuer else at)


def _dated(text: str, start: int) -> tuple[str, int]:
    found = _DATE.match(text, start)
    return (found["date"].strip(), found.end()) if found else ("", start)


def _issued(text: str, start: int, *, dated: bool) -> tuple[str, int]:
    found = _OF.match(text, start)
    if found and found["comma"] and not dated:
        return "", start
    end = name_end(text, found.end()) if found else start
    return (text[found.end() : end], end) if found and end > found.end() else ("", start)


def subject_of(text: str, said: Said) -> tuple[str, int]:
    """Return the subject that follows, up to the end of its clause, and where it ends."""
    found = _SAID.match(text, said.end)
    if found is None or _NO_SUBJECT.match(text, found.end()) or not (said.date or said.issuer or _about(text, found)):
        return "", said.end
    if "," in found[0] and not _about(text, found):
        return "", said.end
    longest = min(len(text), found.end() + _LONGEST)
    stops = (each.search(text, found.end(), longest) for each in (_ENDS, _ENACTS))
    end = min((stop.start() for stop in stops if stop), default=longest)
    if end < longest and text.startswith(" (", end - 1):
        end -= 1
    return text[found.end() : end].strip(), end


def _about(text: str, before: re.Match[str]) -> bool:
    return _ABOUT.match(text, before.end()) is not None


@lru_cache(maxsize=1024)
def date_of(text: str) -> PlanDate | None:
    """Return the date as written, None for blanks and for one that does not exist."""
    try:
        return parse_date(re.sub(r"\s*([/.-])\s*", r"\1", text)) if text else None
    except ValueError:
        return None
