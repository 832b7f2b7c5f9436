"""Numbers of sentences that are goals: each with its bound, and the clause it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kegen.importing.units_of_count import NO_UNIT, PAIRS, TIMES
from kegen.vietnamese import fold

_NUMBER = r"\d{0,3}[½¼¾]|\d{1,3}(?:\.\d{3}){1,2}(?![\d.])|\d{1,9}(?:,\d{1,9}|\.\d{1,2}(?!\d)|/[1-9]\d?(?![\d/]))?(?!\d)"
_FRACTIONS = {"½": ("1/2", "5"), "¼": ("1/4", "25"), "¾": ("3/4", "75")}
"""Each sign alone, and behind a whole number as its decimals."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
LEAST = (
    r"tối thiểu|ít nhất|không ít hơn|không dưới|không thấp hơn|từ trên|trên|hơn|từ|≥|>=|>|đạt từ|vượt|tăng thêm"
    r"|tăng ít nhất"
)
MOST = r"tối đa|nhiều nhất|không quá|không vượt quá|không nhiều hơn|dưới|≤|<=|<"
_LINK = r"(?:\s*(?:là|đạt|được|còn|có|mức))?\s*"
_PERCENT = re.compile(
    rf"(?:(?P<bound>{LEAST}|{MOST}){_LINK})?(?<![\d/.,-])(?P<value>{_NUMBER})\s?(?:%"
    rf"|phần trăm\b)(?P<more>\s*trở (?:lên|xuống))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:(?P<bound>{LEAST}|{MOST}){_LINK}|(?P<bare>(?:phấn đấu|mỗi [\w ]{{2,30}}?|đạt|xây dựng|tổ chức"
    rf"|có)\s+(?:được |có |đạt |thêm |xây dựng |tổ chức )*))"
    rf"(?<![\d/.,-])(?P<value>{_NUMBER})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)(?P<tail>[^,;.]{{0,80}}?\btrở (?:lên"
    rf"|xuống))?",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"(?<!\w)(?P<bound>{LEAST}|{MOST}){_LINK}\Z", re.IGNORECASE)
_NEAR = 30
_LIMIT = re.compile(r"tối đa|không quá|không vượt quá|dưới|≤|<", re.IGNORECASE)
_TERM = re.compile(
    r"(?:trong thời hạn|thời hạn|trong vòng|chậm nhất|muộn nhất|kể từ|sau|trước|trong thời gian)\s*(?:là\s*)?$",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"(?:số|điều|khoản|điểm|mục|phụ lục|khóa|kỳ họp thứ|lần thứ|tổ|khu phố|quốc lộ|ngày|tháng|năm|nhóm|giai đoạn"
    r"|cấp độ)\s*$",
    re.IGNORECASE,
)
_NO_GOAL = re.compile(
    r"\b(?:đã (?!được)|hiện có|hiện nay|hiện tại|mới đạt|nếu|trường hợp|năm trước đạt|tính đến|bao gồm|gồm|được hưởng"
    r"|mức hỗ trợ|hỗ trợ (?:tối đa|không quá)|kinh phí|thuế suất|lãi suất|mức phạt)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"(?:giảm|tăng|cắt giảm|tinh giản|tiết kiệm|rút ngắn)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_FALLS = re.compile(r"(?:tiết kiệm|giảm|tinh giản|rút ngắn)(?! (?:còn|xuống))", re.IGNORECASE)
_FALLS_TO = re.compile(r"(?:giảm|hạ|rút ngắn)[^,;.]{0,30}?\s(?:còn|xuống(?: còn)?)\s*$", re.IGNORECASE)
"""Words before what something is to come down to: that is the most it may be."""
_JOINT = re.compile(r"[,;:]\s+|\s(?:và|trong đó|riêng)\s")
_AND = re.compile(r"\s*và\s*", re.IGNORECASE)
_ENDS_IN_YEAR = re.compile(r"năm\s+20\d\d\Z", re.IGNORECASE)
_MOST_PERCENT, _WHOLE_SHARE = 1000.0, 100.0


class Figure(NamedTuple):
    """A figure of a sentence, and the clause it stands in."""

    found: re.Match[str]
    comparison: str
    unit: str
    start: int
    """Where its clause begins and ends in the sentence."""
    end: int
    shared: tuple[int, int]
    """The same of its clause with those that share its words: `90% số trạm và 100% số kho được sửa`."""

    @property
    def value(self) -> str:
        """Its number as a plan has it: `60`, `1,5`, `1/2`, a thousand as `1000`."""
        return number_of(self.found["value"])

    @property
    def is_share(self) -> bool:
        """Whether it is so much of a hundred."""
        return self.unit == "%"

    @property
    def is_limit_of_time(self) -> bool:
        """Whether it says how long something may last at most."""
        return self.comparison == "<=" and fold(self.unit.split()[0]) in TIMES


def figures_in(sentence: str) -> Iterator[Figure]:
    """Yield the figures of a sentence that are targets, each with its clause."""
    found = sorted(
        [each for each in _PERCENT.finditer(sentence) if _is_goal(sentence, each)]
        + [each for each in _COUNTED.finditer(sentence) if _is_counted(sentence, each)],
        key=lambda each: each.start("value"),
    )
    found = [each for at, each in enumerate(found) if at == 0 or each.start("value") != found[at - 1].start("value")]
    starts = [
        0,
        *(_clause_start(sentence, one.end(), other.start()) for one, other in pairwise(found)),
    ]
    ends = [*starts[1:], len(sentence)]
    first = 0
    for at, each in enumerate(found):
        first = first if at and _is_joined(sentence, starts[at], each) else at
        last = at
        while last + 1 < len(found) and _is_joined(sentence, starts[last + 1], found[last + 1]):
            last += 1
        shared = (starts[first], ends[last])
        yield Figure(each, _comparison(sentence, each), _unit(each), starts[at], ends[at], shared)


def _is_joined(sentence: str, start: int, found: re.Match[str]) -> bool:
    """Whether a clause that begins there says no more than `và` before its figure: it goes on with the one before."""
    return _AND.fullmatch(sentence, start, bound_start(sentence, found)) is not None


def _clause_start(sentence: str, after: int, before: int) -> int:
    """Return where the clause of a figure begins after that of the figure before it."""
    joints = [each for each in _JOINT.finditer(sentence, after, before + 1) if each.end() <= before]
    strong = [each for each in joints if each[0].startswith(";")]
    if strong:
        return strong[-1].start() + 1
    while (
        len(joints) > 1
        and joints[-1][0][0] == ","
        and _ENDS_IN_YEAR.search(sentence, max(joints[-1].start() - _NEAR, 0), joints[-1].start())
    ):
        joints.pop()
    return joints[-1].start() + 1 if joints else before


def _is_goal(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[max(found.start() - 60, 0) : found.start("value")]
    after = sentence[found.end() : found.end() + 25]
    if _NO_GOAL.search(before) or re.match(r"\s*(?:thì\b|vốn điều lệ|kinh phí|giá trị hợp đồng|mức lương)", after):
        return False
    return _plain(found["value"]) <= _MOST_PERCENT


def number_of(written: str) -> str:
    """Return a number without the points between its thousands, a fraction's sign as digits."""
    whole, sign = (written[:-1], written[-1]) if written[-1] in _FRACTIONS else (written, "")
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    if sign:
        return f"{whole},{_FRACTIONS[sign][1]}" if whole else _FRACTIONS[sign][0]
    return whole.replace(".", ",")


def _plain(value: str) -> float:
    whole, _, below = number_of(value).replace(",", ".").partition("/")
    return float(whole) / float(below or 1)


def _is_counted(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[max(found.start() - 60, 0) : found.start()]
    first = fold(found["unit"].split()[0])
    if first in NO_UNIT or _CITES.search(before) or _NO_GOAL.search(before) or _TERM.search(before):
        return False
    bound = _bound(sentence, found)
    if re.fullmatch(r"(?:đạt )?(?:từ|trên|hơn|vượt)", bound.lower()) and not (
        found["tail"] or _promises(sentence, found)
    ):
        return False
    if first in TIMES:
        return bool(_LIMIT.fullmatch(bound)) and not re.search(
            r"\b(?:kể từ|sau khi|từ khi)\b", sentence[found.end() : found.end() + 40]
        )
    return bool(bound) or _promises(sentence, found)


def _promises(sentence: str, found: re.Match[str]) -> bool:
    """Whether a plain number is a goal by the words around it: `phấn đấu có 05 mô hình`, `mỗi xã có 01 tổ`."""
    words = sentence[max(found.start() - 80, 0) : found.end() + 60].lower()
    return (
        re.search(
            r"phấn đấu|mỗi (?:xã|phường|năm|đơn vị|cơ quan|địa phương|thôn)|hằng năm|hàng năm|đến năm|chỉ tiêu", words
        )
        is not None
    )


def bound_start(sentence: str, found: re.Match[str]) -> int:
    """Return where the words begin that bound a figure from below or above, its own place where there are none."""
    at = found.start("value")
    words = _BOUND.search(sentence, max(at - _NEAR, 0), at)
    return words.start("bound") if words else at


def _bound(sentence: str, found: re.Match[str]) -> str:
    words = _BOUND.search(sentence, bound_start(sentence, found), found.start("value"))
    return words["bound"] if words else ""


def _comparison(sentence: str, found: re.Match[str]) -> str:
    """Return how the figure bounds what it measures; a bare share below the whole is the least that is wanted."""
    groups = found.groupdict()
    tail = (groups.get("more") or groups.get("tail") or "").lower()
    bound = _bound(sentence, found).lower()
    if tail.endswith("xuống") or re.fullmatch(MOST, bound):
        falls = _FALLS.search(sentence[max(found.start() - 20, 0) : found.start()])
        return ">=" if falls and bound not in ("tối đa", "không quá") else "<="
    if tail.endswith("lên") or bound:
        return ">="
    if _FALLS_TO.search(sentence[max(found.start("value") - 50, 0) : found.start("value")]):
        return "<="
    is_share = "unit" not in groups
    changes = _CHANGES.search(sentence[max(found.start() - 30, 0) : found.start()])
    return ">=" if changes or (is_share and _plain(found["value"]) < _WHOLE_SHARE) else "="


def _unit(found: re.Match[str]) -> str:
    words = found.groupdict().get("unit")
    if not words:
        return "%"
    return words if fold(words) in {each.replace(" ", "-") for each in PAIRS} else words.split()[0]
