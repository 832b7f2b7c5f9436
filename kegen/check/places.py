"""Units of government that a paper names: where it names them, which province it is of, which unit issues it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from kegen.check.capitals import UPPER
from kegen.check.paper import Paper, Passage, lines
from kegen.country import FIRST_DAY, MERGED_INTO, PROVINCES, official_name
from kegen.dates import PlanDate
from kegen.document.lines import Line
from kegen.gazetteer.units import Unit, find_units
from kegen.vietnamese import fold

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
_NOT_BEFORE = re.compile(r"(?:\w|\b(?:tác|thị|hợp tác|liên|làng) )$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:phòng|ban|sở|chủ|ủy|uỷ|ubnd|hđnd|mttq|đảng|mặt|bí|phó|căn|thực|tổ|khu|giám|nơi|số|trưởng|những|cơ|bộ|cục|viện"
    r"|báo|đài|tm|kt|tl|yêu|theo)\b",
    re.IGNORECASE,
)
"""Words that open the name of an office, a document or a title, and of no unit."""

_OF_PROVINCE = re.compile(r"(?:UBND|HĐND|nhân dân|Sở|Tỉnh ủy|Tỉnh uỷ|Thành ủy|[Đđ]ịa bàn|Công an) $")
_IN_PROVINCE = re.compile(rf"\s*(?:,|-|–|\(|thuộc)\s*(?:(?:của )?({_KIND}) ?)?({_NAME})")
_PROVINCE_KEYS = {fold(name): name for name in (*PROVINCES, *MERGED_INTO)} | {"thua-thien-hue": "Thừa Thiên Huế"}


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

    @property
    def text(self) -> str:
        """The passage it stands in."""
        return self.passage.line.text

    @property
    def before(self) -> str:
        """What the passage says before it."""
        return self.text[: self.named.start]

    @property
    def after(self) -> str:
        """What the passage says after it."""
        return self.text[self.named.end :]


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[Named, ...]:
    """Return the units that a text names, those of a list (`các phường: Yên Bái, Văn Phú`) each."""
    return tuple(_named_in(text))


def _named_in(text: str) -> Iterator[Named]:
    for found in _MENTION.finditer(text):
        near = text[max(found.start() - _NEAR, 0) : found.start()]
        listed = _is_listed(text[: found.start()])
        if _NOT_BEFORE.search(near) or _is_no_name(found[3]) or (found[2] and not listed):
            continue
        kind = "" if _SEVERAL.search(near) else _KINDS[found[1].lower()]
        yield Named(kind, found[3], found.start(), found.end(), listed)
        if listed:
            yield from _rest(text, kind, found.end())


def _is_listed(before: str) -> bool:
    return before.rstrip(", ")[-_NEAR:].lower().endswith(_IN_LIST) and _MANY.search(before) is not None


def _rest(text: str, kind: Kind, start: int) -> Iterator[Named]:
    while (found := _NEXT.match(text, start)) and not _is_no_name(found[1]):
        start = found.end()
        if " " not in found[1] and _GOES_ON.match(text, start):
            return
        yield Named(kind, found[1], found.start(1), start, listed=True)


def _is_no_name(name: str) -> bool:
    return _NO_NAME.match(name) is not None


def mentions(text: Paper) -> tuple[Mention, ...]:
    """Return every unit that a paper, or an paper of it, names, in reading order."""
    return text.once(_mentions)


def _mentions(text: Paper) -> tuple[Mention, ...]:
    found = zip(text.passages, text.notes, strict=True)
    return tuple(Mention(passage, each) for passage, notes in found for each in notes[_in_line])


def _in_line(line: Line) -> tuple[Named, ...]:
    return named_in(line.text)


def mentions_in(passage: Passage) -> Iterator[Mention]:
    """Yield every unit that a passage names."""
    return (Mention(passage, each) for each in named_in(passage.line.text))


class Sought(NamedTuple):
    """A unit of commune level as a line names it, to be looked up."""

    kind: Kind
    name: str
    province: str | None
    """The one named right after it."""


def sought(paper: Paper, is_meant: Callable[[Sought], bool]) -> tuple[int, ...]:
    """Return the places of the passages that name a unit of commune level of which that is true."""
    places = [at for unit, named_at in paper.once(_sought).items() if is_meant(unit) for at in named_at]
    return tuple(sorted(set(places)))


def _sought(paper: Paper) -> dict[Sought, list[int]]:
    """Return the units of commune level that a paper names, each with the places of the passages that do."""
    found: dict[Sought, list[int]] = {}
    for at, units in enumerate(paper.told(lines, _sought_in)):
        for each in units:
            found.setdefault(each, []).append(at)
    return found


def _sought_in(line: Line) -> tuple[Sought, ...]:
    if not named_in(line.text):
        return ()
    return tuple(
        Sought(each.named.kind, each.named.name, province_after(each))
        for each in mentions_in(Passage("body", line))
        if each.named.kind in (*COMMUNES, "")
    )


def prefixes(name: str) -> Iterator[str]:
    """Yield the name and what is left of it without its last words, the longest first."""
    parts = name.split()
    for count in range(len(parts), 0, -1):
        if parts[count - 1] not in "-–":
            yield " ".join(parts[:count])


@lru_cache(maxsize=512)
def communes(name: str, province: str) -> tuple[Unit, ...]:
    """Return the units of the province whose name the words begin with, the longest that fits."""
    return next((found for each in prefixes(name) if (found := find_units(each, province))), ())


@lru_cache(maxsize=1024)
def province_named(name: str) -> str | None:
    """Return the province, of today or before 01/7/2025, whose name the words begin with."""
    return next((found for each in prefixes(name) if (found := _PROVINCE_KEYS.get(fold(each)))), None)


def province_after(mention: Mention) -> str | None:
    """Return the province named right after a unit: `xã Gia Kiệm, tỉnh Đồng Nai`, `(Lào Cai)`."""
    found = _IN_PROVINCE.match(mention.after)
    return None if found is None or (mention.named.listed and not found[1]) else province_named(found[2])


class Own(NamedTuple):
    """The unit whose body issues a paper: its kind and name as the head writes them."""

    kind: Kind
    name: str
    line: Line


def own_units(paper: Paper) -> tuple[Own, ...]:
    """Return the units that the lines of the issuer and its parent name, the issuer's own first."""
    heads = (*paper.parts.issuer, *paper.parts.parent)
    found = (Own(each.kind, each.name, line) for line in heads for each in named_in(line.text))
    return tuple(sorted(found, key=lambda own: own.kind not in COMMUNES))


def province_of(paper: Paper) -> str | None:
    """Return the province that the paper is of: by its profile, its head, the bodies it names; None where unsure."""
    return paper.once(_province_of)


def _province_of(paper: Paper) -> str | None:
    if paper.facts is not None and (said := paper.facts.profile.unit.province):
        return official_name(said)
    own = own_units(paper)
    for each in own:
        if each.kind in ("tinh", "thanh-pho") and (name := province_named(each.name)):
            return name if name in PROVINCES else MERGED_INTO.get(name)
    return _by_text(paper, own)


def _by_text(paper: Paper, own: tuple[Own, ...]) -> str | None:
    named = Counter(
        name
        for each in mentions(paper)
        if each.named.kind in ("tinh", "thanh-pho") and _OF_PROVINCE.search(each.before)
        if (name := province_named(each.named.name)) in PROVINCES
    )
    if len(named) <= 1:
        return next(iter(named), None) or _by_unit(own)
    holding = [name for name in named if any(communes(each.name, name or "") for each in own)]
    return holding[0] if len(holding) == 1 else None


def _by_unit(own: tuple[Own, ...]) -> str | None:
    """Return the only province that has a unit of the issuer's name."""
    found = {unit.province for each in own if each.kind in COMMUNES for unit in find_units(each.name)}
    return found.pop() if len(found) == 1 else None


def in_two_tiers(date: PlanDate | None) -> bool | None:
    """Return whether a paper of the date is of 01/7/2025 or later, None where the date does not tell."""
    if date is None:
        return None
    if date.before(FIRST_DAY):
        return False
    months = (date.year, date.month) >= (FIRST_DAY.year, FIRST_DAY.month)
    return True if months else None


def is_heading_line(paper: Paper, passage: Passage) -> bool:
    """Whether the passage is a line of the issuer or its parent."""
    return any(line.paragraph is passage.paragraph for line in (*paper.parts.issuer, *paper.parts.parent))


def is_recipient(paper: Paper, passage: Passage) -> bool:
    """Whether the passage is a line of `Nơi nhận`, or of `Kính gửi`."""
    if any(line.paragraph is passage.paragraph for line in paper.parts.recipients):
        return True
    addressee = paper.parts.addressee
    return (addressee is not None and addressee.paragraph is passage.paragraph) or may_address(passage)


def may_address(passage: Passage) -> bool:
    """Whether the passage reads as a line of `Kính gửi` above the content."""
    return passage.zone == "head" and passage.line.text.startswith(("- ", "Kính gửi"))
