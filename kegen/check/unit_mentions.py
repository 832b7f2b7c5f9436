"""Units of government that texts name: what the words call each of them, and which unit or province it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kegen.check.historical_context import Context
from kegen.check.passages import Passage
from kegen.country import MERGED_INTO, PROVINCES
from kegen.dates import PlanDate
from kegen.gazetteer.units import Unit, find_units
from kegen.vietnamese import UPPER, fold

Kind = Literal["xa", "phuong", "dac-khu", "tinh", "thanh-pho", ""]
"""The kind that the words before a name say, "" where they say several (`các xã, phường: …`)."""

WORD_OF: dict[Kind, str] = {
    "xa": "xã",
    "phuong": "phường",
    "dac-khu": "đặc khu",
    "tinh": "tỉnh",
    "thanh-pho": "thành phố",
}
COMMUNES: tuple[Kind, ...] = ("xa", "phuong", "dac-khu")
_KINDS: dict[str, Kind] = {word: kind for kind, word in WORD_OF.items()} | {"tp": "thanh-pho", "tp.": "thanh-pho"}
_KIND = (
    r"xã|Xã|XÃ(?! HỘI(?:$|[^ ]| CHỦ| XÃ| PHƯỜNG| VÀ| -))|phường|Phường|PHƯỜNG|đặc khu|Đặc khu|ĐẶC KHU"
    r"|tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP\.|TP|Tp\.|Tp"
)
_SYLLABLE = rf"[{UPPER}][\w’']*"
_NAME = (
    rf"(?:\d{{1,2}} (?=[{UPPER}]))?{_SYLLABLE}(?:(?: - | – | ){_SYLLABLE}){{0,5}}"
    r"(?: \d{1,2}(?=[,;:.)\s]|$)(?![.,]\d))?"
)
_MENTION = re.compile(rf"({_KIND})(:?) ?({_NAME})")
_NEXT = re.compile(rf"(?:, | và |; ?)({_NAME})")
_GOES_ON = re.compile(r" [^\W\dA-ZĐ]")
"""One capital syllable with a small one after it opens no name of a list: `, Công an`."""
_SEVERAL = re.compile(r"(?:xã|phường|đặc khu|tỉnh|thành phố)(?:,| và|/|;| hoặc) ?$", re.IGNORECASE)
_MANY = re.compile(r"\bcác (?:(?:xã|phường|đặc khu|tỉnh|thành phố|và|hoặc)[, ]*)*$", re.IGNORECASE)
_IN_LIST = ("các", "xã", "phường", "đặc khu", "tỉnh", "thành phố", "và", "hoặc")
_NEAR = 20
"""More than what the patterns for the words right before a name take."""
_LONGEST_LIST = 200
"""More letters than the words for a list take between `các` and the first name."""
_NOT_BEFORE = re.compile(r"(?:\w|\b(?:tác|thị|hợp tác|liên|làng) )$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:phòng|ban|sở|chủ|ủy|uỷ|ubnd|hđnd|mttq|đảng|mặt|bí|phó|căn|thực|tổ|khu|giám|nơi|số|trưởng|những|cơ|bộ|cục|viện"
    r"|báo|đài|tm|kt|tl|yêu|theo|tại|trên|trong|của|với|khi|nếu|để|được|danh|biểu|mục|điều|khoản|có|là|do|nêu|cho|về|đến"
    r"|đã|sẽ|không|phải|này|và|hoặc|luật|bảng|dưới|ngoài|giữa|nhằm|còn|đang|trình|dự|thời|ngày|tháng|phụ lục|kế hoạch"
    r"|quyết định|nghị quyết|thông báo|thông tư|công an|công văn|văn bản|các xã|các phường)\b",
    re.IGNORECASE,
)
"""Words that open the name of an office, a document or a title, or go on with the sentence, and open no unit's name."""

_IN_PROVINCE = re.compile(rf"\s*(?:,|-|–|\(|thuộc)\s*(?:(?:của )?({_KIND}) ?)?({_NAME})")
_PROVINCE_KEYS = {fold(name): name for name in (*PROVINCES, *MERGED_INTO)} | {
    "thua-thien-hue": "Thừa Thiên Huế",
    "hcm": "Hồ Chí Minh",
}


class Named(NamedTuple):
    """A unit as a text names it: `name` is every capitalised word that follows, so it may hold words too many."""

    kind: Kind
    name: str
    start: int
    end: int
    listed: bool = False
    """Whether it is one of a list after `các`."""


class Mention(NamedTuple):
    """A unit named in a passage of a paper."""

    passage: Passage
    named: Named
    context: Context
    """The whole text of the passage."""

    @property
    def text(self) -> str:
        """The passage it stands in."""
        return self.passage.line.text

    @property
    def is_of_the_past(self) -> bool:
        """Whether the sentence around it speaks of units that were, cites what is older, or quotes."""
        return self.context.is_of_the_past(self.named.start)

    @property
    def is_foreign(self) -> bool:
        """Whether the text speaks of another country."""
        return self.context.is_foreign

    @property
    def days(self) -> tuple[PlanDate, ...]:
        """The whole dates of the sentence around it."""
        return self.context.sentence(self.named.start).days

    @property
    def before(self) -> str:
        """What the passage says before it."""
        return self.text[: self.named.start]

    @property
    def after(self) -> str:
        """What the passage says after it."""
        return self.text[self.named.end :]


def named_in(text: str) -> Iterator[Named]:
    """Yield the units that a text names, those of a list (`các phường: Yên Bái, Văn Phú`) each."""
    told_to = 0
    for found in _MENTION.finditer(text):
        near = text[max(found.start() - _NEAR, 0) : found.start()]
        listed = _is_listed(text[: found.start()])
        if _NOT_BEFORE.search(near) or _is_no_name(found[3]) or (found[2] and not listed):
            continue
        kind = "" if _SEVERAL.search(near) else _KINDS[found[1].lower()]
        yield Named(kind, found[3], found.start(), found.end(), listed)
        if listed and found.start() >= told_to:
            for each in _rest(text, kind, found.end()):
                told_to = each.end
                yield each


def _is_listed(before: str) -> bool:
    near = max(len(before) - _LONGEST_LIST, 0)
    return before[near:].rstrip(", ")[-_NEAR:].lower().endswith(_IN_LIST) and _MANY.search(before, near) is not None


def _rest(text: str, kind: Kind, start: int) -> Iterator[Named]:
    while (found := _NEXT.match(text, start)) and not _is_no_name(found[1]):
        start = found.end()
        if " " not in found[1] and _GOES_ON.match(text, start):
            return
        yield Named(kind, found[1], found.start(1), start, listed=True)


def _is_no_name(name: str) -> bool:
    return _NO_NAME.match(name) is not None


def mentions_in(passage: Passage) -> Iterator[Mention]:
    """Yield every unit that a passage names."""
    context = Context(passage.line.text)
    return (Mention(passage, each, context) for each in named_in(passage.line.text))


def prefixes(name: str) -> Iterator[str]:
    """Yield the name and what is left of it without its last words, the longest first."""
    parts = name.split()
    for count in range(len(parts), 0, -1):
        if parts[count - 1] not in "-–":
            yield " ".join(parts[:count])


def communes(name: str, province: str) -> tuple[Unit, ...]:
    """Return the units of the province whose name the words begin with, the longest that fits."""
    return next((found for each in prefixes(name) if (found := find_units(each, province))), ())


def province_named(name: str) -> str | None:
    """Return the province, of today or before 01/7/2025, whose name the words begin with."""
    return next((found for each in prefixes(name) if (found := _PROVINCE_KEYS.get(fold(each)))), None)


def province_after(mention: Mention) -> str | None:
    """Return the province named right after a unit: `xã Gia Kiệm, tỉnh Đồng Nai`, `(Lào Cai)`."""
    found = _IN_PROVINCE.match(mention.after)
    return None if found is None or (mention.named.listed and not found[1]) else province_named(found[2])
