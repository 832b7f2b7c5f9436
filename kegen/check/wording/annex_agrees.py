"""Phụ lục phân công và nội dung ghi như nhau về cùng một nhiệm vụ.

Quy định: nhiệm vụ ghi ở nội dung và ở bảng phân công thì con số, cơ quan chủ trì, thời hạn ở hai nơi như nhau.
Vì sao: hai nơi khác nhau thì cơ quan thực hiện không biết theo nơi nào, và cơ quan kiểm tra không biết lấy gì làm mốc.
Sai: nội dung ghi “Phòng Kinh tế chủ trì … trước ngày 30/6/2026”, phụ lục ghi chủ trì là Văn phòng, Quý III/2026.
Đúng: hai nơi cùng một cơ quan chủ trì, cùng một thời hạn; thời hạn nằm trong quý, trong năm của nơi kia là khớp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.annex_tasks import Match
from kegen.check.offices import is_office, named_in, says_office
from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.words import spelled
from kegen.deadlines import DAY, Day, read_deadline
from kegen.docx.parts import Item

CITE = "Tính nhất quán của văn bản; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1"
WEIGHT: Weight = "N"
_NEAR_WORDS = 3
_SUBJECT = re.compile(
    r"(?:giao\s+|do\s+|yêu cầu\s+)?(?P<name>[^.;:]{4,120}?)\s+(?:chịu trách nhiệm\s+|có trách nhiệm\s+)?"
    r"(?:chủ trì|tham mưu|làm đầu mối|là cơ quan đầu mối)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(r"(?:tham gia\s+)?phối hợp", re.IGNORECASE)
_SHORT = re.compile(r"\b(?!UBND|HĐND|MTTQ|VP\b)[A-ZĐ&.-]{2,}[a-z]?\b")
"""A name cut short in a way that only the office itself reads: `VHXH`, `P.KT`."""
_WHEN = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hoàn thành|xong|đến hết|hết|trong|thời hạn|thời gian|vào)"
    rf"(?:\s+(?:là|vào|trong|trước|ngày|hết|cuối|:))*\s*(?P<when>(?:ngày\s+)?(?:{DAY})|"
    r"quý\s+(?:IV|I{1,3}|[1-4])\s*(?:/|năm)\s*\d{4}|tháng\s+\d{1,2}\s*(?:/|năm)\s*\d{4})",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s+tháng\s+\d|\d{1,2}[.-]\d{1,2}[.-]\d{4}", re.IGNORECASE)
_QUARTER = re.compile(r"\bquý\b", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:trong\s+|hết\s+|cuối\s+)*năm\s+\d{4}\W*", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Hold each row against its paragraph: the figures, who leads, by when."""
    rows = paper.task_rows
    if not rows:
        yield Absent("văn bản không có bảng phân công nhiệm vụ")
        return
    quotes = Quotes(paper)
    for each in paper.task_matches:
        if each.is_same and each.item is not None:
            yield from _figures(each, each.item, quotes)
        if each.is_only and each.item is not None:
            yield from _lead(each, each.item, quotes)
            yield from _deadline(each, each.item, quotes)


class _Masked(NamedTuple):
    """The words of a text with a sign for each figure, and the figures."""

    words: str
    figures: tuple[str, ...]


def _masked(text: str) -> _Masked:
    words = spelled(text).split()
    return _Masked(
        f" {' '.join('#' if each.isdigit() else each for each in words)} ", tuple(w for w in words if w.isdigit())
    )


def _figures(match: Match, item: Item, quotes: Quotes) -> Iterator[Fault]:
    """A row in the very words of its paragraph, but for a figure."""
    row, body = _masked(match.row.task), _masked(item.text)
    start = body.words.find(row.words)
    if start < 0:
        return
    first = body.words.count("#", 0, start)
    others = body.figures[first : first + len(row.figures)]
    for index, (one, other) in enumerate(zip(row.figures, others, strict=True)):
        if int(one) != int(other):
            place = quotes.quoted(item.paragraph, _around(item.text, first + index))
            message = f"bảng phân công ghi khác nội dung về cùng một nhiệm vụ: {one} và {other}; xem {place}"
            yield Fault(match.row.at, message, _around(match.row.task, index), _around(item.text, first + index))
            return


def _around(text: str, index: int) -> str:
    """Return the figure of that number, from 0, and the words next to it."""
    found = list(re.finditer(r"(?<![^\W_])\d+(?![^\W_])", text))
    if index >= len(found):
        return text[:60]
    before, after = text[: found[index].start()].split(" "), text[found[index].start() :].split(" ")
    return " ".join([*before[-_NEAR_WORDS - 1 :], *after[: _NEAR_WORDS + 1]]).replace("  ", " ").strip()


def _lead(match: Match, item: Item, quotes: Quotes) -> Iterator[Fault]:
    """A row whose lead is not the office that the paragraph, or the heading over it, names."""
    lead = match.row.lead
    names = named_in(lead)
    own = _body_leads(item, match.above)
    if not own or not names or not all(map(is_office, names)) or _SHORT.search(lead + " " + " ".join(own)):
        return
    if any(_same(one, other) for one in own for other in names) or any(says_office(item.text, each) for each in names):
        return
    message = f"cơ quan chủ trì ở bảng phân công khác nội dung: {quotes.place(item.paragraph)} là của {own[0]}"
    yield Fault(match.row.at, message, lead, "; ".join(own))


def _body_leads(item: Item, above: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the offices that lead a task by its own words, else by the heading right over it."""
    if _HELPS.match(item.text):
        return ()
    found = _SUBJECT.match(item.text)
    if found is not None:
        names = named_in(found["name"])
        return names if all(map(is_office, names)) else ()
    head = above[-1].text.partition(":")[0] if above else ""
    names = named_in(head)
    return names if names and all(map(is_office, names)) else ()


def _same(one: str, other: str) -> bool:
    return says_office(one, other) or says_office(other, one)


class _Span(NamedTuple):
    """From which day to which a deadline can lie."""

    first: Day
    last: Day
    text: str


def _deadline(match: Match, item: Item, quotes: Quotes) -> Iterator[Fault]:
    """A row whose deadline lies outside of the one that the paragraph sets."""
    row = _span(match.row.due)
    spans = [span for found in _WHEN.finditer(item.text) if (span := _span(found["when"], found[0]))]
    if row is None or not spans or any(_meet(row, each) for each in spans):
        return
    place = quotes.quoted(item.paragraph, spans[0].text)
    message = f"thời hạn ở bảng phân công khác nội dung: {place}"
    severity: Severity = "warning" if len(spans) == 1 else "info"
    yield Fault(match.row.at, message, match.row.due, spans[0].text, severity)


def _span(text: str, written: str = "") -> _Span | None:
    """Return the span of a deadline with one day of a known year, None for any other."""
    due = read_deadline(text)
    if due is None or due.every or due.always or len(due.days) != 1 or not due.days[0].year:
        return None
    last = due.days[0]
    return _Span(_first(text, last), last, " ".join((written or text).split()))


def _first(text: str, last: Day) -> Day:
    if _A_DAY.search(text):
        return last
    if _A_YEAR.fullmatch(text.strip()):
        return Day(last.year, 1, 1)
    return Day(last.year, last.month - 2 if _QUARTER.search(text) else last.month, 1)


def _meet(one: _Span, other: _Span) -> bool:
    return one.first <= other.last and other.first <= one.last
