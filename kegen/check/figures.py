"""Figures in running text: how much of what, at least or at most, and the words of the clause that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kegen.check.words import key_set, words
from kegen.vietnamese import normalise

_NUMBER = r"(\d(?<![\d.,/]\d)\d{0,3}(?:[.,]\d{1,2})?(?:/\d{1,2})?)"
_PERCENT = r"\s*(?:%|phần trăm\b)"
_CUT = re.compile(r"[;:.](?=\s|$)|,(?=\s)")
_AND = re.compile(r"\s(?:và|hoặc)\s")
_AT_LEAST = re.compile(
    r"(?:tối thiểu|ít nhất|không ít hơn|không dưới|không thấp hơn|từ|trên|hơn|[≥>]=?)(?:\s+là)?\s*$", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"(?:tối đa|nhiều nhất|không quá|không vượt quá|không nhiều hơn|dưới|[≤<]=?)(?:\s+là)?\s*$", re.IGNORECASE
)
_AND_MORE, _AND_LESS = re.compile(r"\s*trở lên"), re.compile(r"\s*trở xuống")
_SAME = (
    (re.compile(r"½"), "1/2"),
    (re.compile(r"nửa ngày|(?:một|0?1) buổi", re.IGNORECASE), "1/2 ngày"),
    (re.compile(r"một ngày rưỡi", re.IGNORECASE), "1,5 ngày"),
    (re.compile(r"một ngày", re.IGNORECASE), "1 ngày"),
)
"""Figures in words, and what they are in digits."""
_ONE_NAME = (
    ("họp", ("hội nghị", "cuộc họp", "hội họp")),
    ("giảm", ("tinh giản", "tinh giảm", "cắt giảm", "giảm bớt", "giảm thiểu")),
    ("sốhóa", ("số hóa", "số hoá")),
    ("môitrườngsố", ("môi trường số", "môi trường điện tử", "môi trường mạng")),
)
"""The one name of a measure for comparing, and the several ways in which it is called."""
_PLAIN = key_set(
    "số lượng tỷ tỉ lệ tổng đạt chiếm chỉ tiêu mục đảm bảo thực hiện phấn đấu tối thiểu đa không ít hơn nhất quá"
    " dưới trên từ trở lên xuống hằng hàng năm mỗi trong của và các được so với trước là có ở tại theo cho để việc"
    " tổ chức hình thức bằng mức này toàn bộ những nhằm nghiêm quy định về tiếp tục hoàn thành ngay cụ thể như sau"
    " cơ quan đơn vị địa phương xây dựng kế hoạch đến bình quân do phải cần nội dung"
)
"""Words that say how much, not of what."""
_ELSE = {"%": ("phần trăm",), "ngày": ("buổi",)}
"""How else a unit is written."""
_PICKS = re.compile(r"(?:dưới|trên|hơn|từ|[<>])(?!\w).*(?<!trở lên)$", re.IGNORECASE)


class Figure(NamedTuple):
    """A number with its unit as a clause states it."""

    value: float
    text: str
    """The figure as written, with the word that makes it a least or a most: `tối thiểu 60%`."""
    bound: str
    """`>=`, `<=`, or "" where the text does not say."""
    clause: str
    measured: frozenset[str]
    """What is measured: the words of the clause that matter."""
    years: frozenset[str]
    """The years that the clause names."""
    start: int

    def opposes(self, comparison: str) -> bool:
        """Whether it bounds the measure on the other side than a target does."""
        return bool(self.bound) and self.bound != (">=" if comparison == "=" else comparison)

    @property
    def is_condition(self) -> bool:
        """Whether its bound may rather pick out cases (`dưới 50% thì …`) than set a limit."""
        return _PICKS.match(self.text) is not None


class Likeness(NamedTuple):
    """How alike two clauses are: the share of the other's words that the one has, and of its own that the other has."""

    recall: float
    precision: float

    @property
    def score(self) -> float:
        """Both as one number, from 0 to 1."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def _pattern(unit: str) -> re.Pattern[str]:
    return re.compile(_NUMBER + (_PERCENT if unit == "%" else rf"\s*{re.escape(unit)}\b"), re.IGNORECASE)


def figures_in(text: str, unit: str) -> Iterator[Figure]:
    """Yield the figures of that unit; a clause with several of them says nothing for sure and is passed over."""
    if unit not in text and not any(each in text for each in _ELSE.get(unit, ())):
        return
    digits, pattern = _in_digits(normalise(text)), _pattern(unit)
    before = ""
    for start, clause in _clauses(digits, pattern) if pattern.search(digits) else ():
        found = list(pattern.finditer(clause))
        if len(found) == 1:
            yield _figure(clause, found[0], before, start)
        before = clause


def _in_digits(text: str) -> str:
    for pattern, digits in _SAME:
        text = pattern.sub(digits, text)
    return text


def _clauses(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the clauses and where they start: cut at stops and commas, and at `và` between two figures."""
    start = 0
    for cut in (*(each.start() for each in _CUT.finditer(text)), len(text)):
        for joint in _AND.finditer(text, start, cut):
            if pattern.search(text, start, joint.start()) and pattern.search(text, joint.end(), cut):
                yield start, text[start : joint.start()]
                start = joint.end()
        yield start, text[start:cut]
        start = min(cut + 1, len(text))


def _figure(clause: str, found: re.Match[str], before: str, start: int) -> Figure:
    head, tail = clause[: found.start()], clause[found.end() :]
    bound, lead, after = _bound(head, tail)
    measured = measured_in(head + " " + tail) or measured_in(before)
    years = frozenset(re.findall(r"\b(?:19|20)\d\d\b", head + tail))
    written = " ".join(f"{lead}{found[0]}{after}".split())
    return Figure(amount(found[1]), written, bound, clause.strip(), measured, years, start + found.start())


def _bound(head: str, tail: str) -> tuple[str, str, str]:
    """Return how a figure bounds what it measures, and the words that say so before and after it."""
    if more := _AND_MORE.match(tail):
        return ">=", "", more[0]
    if less := _AND_LESS.match(tail):
        return "<=", "", less[0]
    if (most := _AT_MOST.search(head)) and not head[: most.start()].rstrip().casefold().endswith("không"):
        return "<=", most[0], ""
    if least := _AT_LEAST.search(head):
        return ">=", least[0], ""
    return "", "", ""


def amount(text: str) -> float:
    """Return `60`, `1,5` or `1/2` as a number."""
    whole, _, part = text.replace(",", ".").partition("/")
    return float(whole) / (float(part or 1) or 1)


def measured_in(text: str) -> frozenset[str]:
    """Return the words of a text that say what is measured."""
    text = text.casefold()
    for name, variants in _ONE_NAME:
        for each in variants:
            text = text.replace(each, name)
    return frozenset(each for each in words(text) if not each.isdigit()) - _PLAIN


def likeness(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """Return how far the words of one are those of the other."""
    common = len(one & other)
    return Likeness(common / len(other), common / len(one)) if one and other else Likeness(0.0, 0.0)


def most_like(measured: frozenset[str], others: Iterable[frozenset[str]]) -> Likeness:
    """Return the likeness to that of the others which is most alike."""
    return max((likeness(measured, each) for each in others), key=lambda found: found.score, default=Likeness(0.0, 0.0))


def is_laxer(figure: Figure, comparison: str, wanted: float) -> bool:
    """Whether a figure asks less than what is wanted; a bound the other way asks less too."""
    if comparison == "=":
        return figure.value != wanted
    if comparison == ">=":
        return figure.value < wanted or figure.bound == "<="
    return figure.value > wanted or figure.bound == ">="
