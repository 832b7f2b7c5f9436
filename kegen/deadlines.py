"""A deadline as a plan writes it (`Quý II/2026`, `trước 05/6 và 05/12 hằng năm`), read into days that compare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from kegen.dates import PlanDate, days_in
from kegen.vietnamese import normalise

Every = Literal["week", "month", "quarter", "half-year", "year"]
_RARER: tuple[Every, ...] = ("week", "month", "quarter", "half-year", "year")
_WORDS: dict[str, Every] = {"tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}


class Day(NamedTuple):
    """A day something is due; 0 for the year of a day of every year, and for the month of one of every month."""

    year: int
    month: int
    day: int


class Due(NamedTuple):
    """What the words of a deadline say: its days in order, how often it comes back, or that it never rests."""

    days: tuple[Day, ...] = ()
    """The last day of a period that is named without one: 30/6/2026 of `Quý II/2026`."""
    every: tuple[Every, ...] = ()
    """As often as the words say, "hằng năm" and the like; the more frequent first."""
    always: bool = False
    """Whether it is work without an end (`thường xuyên`)."""


DAY = r"(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}))?(?![\d/])|\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?(?!\d))"
"""A day as running text writes it: `05/6`, `05/6/2026`, `05 tháng 6 năm 2026`."""

_MONTHS = range(1, 13)
_EARLY = 3
"""The last month in which a report on the year before may be due."""
_YEARS = range(1900, 2101)
"""A year outside is a slip of the finger."""
_YEAR = r"(?:\s*/\s*(\d{4})|\s+(?:của\s+)?năm\s+(\d{4}))?(?!\d)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])"
_JOIN = r"\s*(?:,|-|–|và|đến|tới)\s*"
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_END = r"(?=\s*(?:[,;.()]|(?:và|hoặc|trước)\b|$))"
_SINCE = re.compile(
    r"(?:bắt đầu\s+)?(?:kể\s+)?từ\s+(?:ngày\s+|tháng\s+|quý\s+|năm\s+)?[\divx/.]+(?:\s+năm\s+\d{4})?(?=\W|$)"
)
_AIM = re.compile(r"\s(?:gửi|để|về)\s.*", re.DOTALL)
_ALWAYS = re.compile(r"thường xuyên|liên tục")
_FILLER = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hạn cuối|hạn|hoàn thành|xong|định kỳ|báo cáo|"
    r"là|vào|trong|đến|hết|cuối|và|của|hoặc|ngày|đột xuất|khi có yêu cầu|theo yêu cầu|sơ kết|tổng kết|năm nay|"
    r"dự kiến|khoảng)\b|[\s,;.:()–-]+"
)


@lru_cache(maxsize=1024)  # the tasks of a plan, and the plans of a province, share their deadlines
def read_deadline(text: str) -> Due | None:
    """Return what the deadline says, None where any word of it is not understood."""
    reading = _Reading(text)
    return reading.due if reading.understood else None


def has_unreal_day(text: str) -> bool:
    """Whether the deadline names a day that no calendar has (`31/4/2026`), or one of another century."""
    return not _Reading(text).exists


def is_later(child: str, parent: str) -> bool | None:
    """Whether the child's deadline is later or laxer than its parent's; None where that cannot be told."""
    if _plain(child) == _plain(parent):
        return False
    mine, theirs = read_deadline(child), read_deadline(parent)
    if mine is None or theirs is None:
        return None
    if mine.days and theirs.days:
        return _are_later(mine.days, theirs.days) if _of_one_kind(mine, theirs) else None
    if mine.days or theirs.days or mine.always != theirs.always:
        return None
    return bool(mine.every and theirs.every) and _is_rarer(mine.every, theirs.every)


def reporting_order(month: int, day: int, *, of_year: bool) -> tuple[int, int]:
    """Return what puts days of one report in their order: that of a year may be due at the beginning of the next."""
    return (month + _MONTHS[-1] if of_year and month <= _EARLY else month), day


def is_past(text: str, on: PlanDate) -> bool:
    """Whether the deadline, or one of its days, has surely gone by on the date; a day without a year is of that one."""
    due = read_deadline(text)
    if due is None:
        return False
    dated = [PlanDate(*each) for each in due.days if each.year]
    undated = [PlanDate(on.year, each.month, each.day) for each in due.days if not each.year and each.month]
    gone = [each.before(on) for each in undated]
    return any(each.before(on) for each in dated) or (not due.every and bool(gone) and all(gone))


def _of_one_kind(mine: Due, theirs: Due) -> bool:
    """Whether the days of both are dated, or of every year, or of every month, or of every quarter."""
    of_parts = any(not each.month for each in mine.days + theirs.days)
    kinds = {(bool(each.year), bool(each.month)) for each in mine.days + theirs.days}
    return len(kinds) == 1 and (mine.every == theirs.every or not of_parts)


def _are_later(mine: tuple[Day, ...], theirs: tuple[Day, ...]) -> bool | None:
    """Compare days of one kind; unlike numbers of them by the last of each, as far as that tells."""
    if len(mine) == len(theirs):
        return any(one > other for one, other in zip(mine, theirs, strict=True))
    return True if mine[-1] > theirs[-1] else None


def _is_rarer(mine: tuple[Every, ...], theirs: tuple[Every, ...]) -> bool:
    return _RARER.index(mine[0]) > _RARER.index(theirs[0])


def _plain(text: str) -> str:
    return " ".join(normalise(text).lower().split()).rstrip(" .;")


_Meaning = Day | Every | tuple[Every, Day]
_Take = Callable[[re.Match[str]], _Meaning]


class _Reading:
    """Words of a deadline being read: what is understood is taken out of the text, so that the rest shows."""

    def __init__(self, text: str) -> None:
        self._days: list[Day] = []
        self._every: set[Every] = set()
        self._rest = _without_aim(_SINCE.sub(" ", _plain(text)))
        for pattern, take in _FORMS:
            self._rest = pattern.sub(self._taking(take), self._rest)
        self._always = bool(_ALWAYS.search(self._rest))
        self._rest = _ALWAYS.sub(" ", self._rest)

    @property
    def understood(self) -> bool:
        """Whether something was read, and nothing else stands beside it."""
        read = self._days or self._every or self._always
        return bool(read) and self.exists and not _FILLER.sub("", self._rest)

    @property
    def exists(self) -> bool:
        """Whether every day that was read is a day of the calendar."""
        return all(map(_exists, self._dated()))

    @property
    def due(self) -> Due:
        return Due(
            tuple(sorted(set(self._dated()))), tuple(each for each in _RARER if each in self._every), self._always
        )

    def _dated(self) -> Iterator[Day]:
        """Yield the days; those of `10/5 và 20/6/2026` are of one year."""
        years = {each.year for each in self._days if each.year}
        shared = years.pop() if len(years) == 1 and not self._every else 0
        yield from (each._replace(year=each.year or shared) if each.month else each for each in self._days)

    def _taking(self, take: _Take) -> Callable[[re.Match[str]], str]:
        def taken(found: re.Match[str]) -> str:
            for each in _parts(take(found)):
                if isinstance(each, Day):
                    self._days.append(each)
                else:
                    self._every.add(each)
            return " "

        return taken


def _without_aim(text: str) -> str:
    """Return the text without whom or what the work is for, where no digit stands after it."""
    tail = re.split(r"\d", text)[-1]
    return text[: len(text) - len(tail)] + _AIM.sub(" ", tail)


def _parts(meaning: _Meaning) -> tuple[Day | Every, ...]:
    return (meaning,) if isinstance(meaning, str | Day) else meaning


def _exists(day: Day) -> bool:
    if day.month == 0:
        return day.day in range(1, 32)
    if day.year and day.year not in _YEARS:
        return False
    return day.month in _MONTHS and 1 <= day.day <= days_in(day.year or 2024, day.month)


def _whole(found: re.Match[str]) -> Day:
    day, month, year, worded, year_worded = found.groups()
    return Day(int(year or year_worded or 0), int(month or worded), int(day))


def _last(month: int, *years: str | None) -> Day:
    year = int(next(filter(None, years), "0"))
    return Day(year, month, days_in(year or 2025, month) if month in _MONTHS else 0)


def _number(quarter: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(quarter) or int(quarter)


_FORMS: tuple[tuple[re.Pattern[str], _Take], ...] = (
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"), lambda found: Day(*map(int, found.groups()))),
    (re.compile(r"\b(\d{1,2})[.-](\d{1,2})[.-](\d{4})\b"), lambda found: Day(*map(int, found.groups()[::-1]))),
    (
        re.compile(rf"\bngày\s+(\d{{1,2}})\s+(?:của\s+)?{_EACH}\s+tháng\b"),
        lambda found: ("month", Day(0, 0, int(found[1]))),
    ),
    (
        re.compile(rf"\bngày\s+(\d{{1,2}})\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:{_EACH}\s+)?quý\b"),
        lambda found: ("quarter", Day(0, 0, int(found[1]))),
    ),
    (
        re.compile(rf"\btuần\s+(?:thứ\s+)?\w+\s+(?:của\s+)?tháng\s+(\d{{1,2}}){_YEAR}"),
        lambda found: _last(int(found[1]), found[2], found[3]),
    ),
    (re.compile(rf"\b(?:ngày\s+)?{DAY}"), _whole),
    (
        re.compile(r"\b(?:(?:0?6|sáu)\s+tháng|nửa)\s+đầu\s+(?:của\s+)?năm(?:\s+(\d{4}))?"),
        lambda found: _last(6, found[1]),
    ),
    (
        re.compile(r"\b(?:(?:0?6|sáu)\s+tháng|nửa)\s+cuối\s+(?:của\s+)?năm(?:\s+(\d{4}))?"),
        lambda found: _last(12, found[1]),
    ),
    (re.compile(r"\bgiai\s+đoạn\s+\d{4}\s*[-–]\s*(\d{4})\b"), lambda found: _last(12, found[1])),
    (
        re.compile(rf"\b(?:quý\s+|q(?=\d|i))(?:{_QUARTER}{_JOIN}(?:quý\s+)?)*({_QUARTER})(?!\w){_YEAR}"),
        lambda found: _last(3 * _number(found[1]), found[2], found[3]),
    ),
    (
        re.compile(rf"\b(?:tháng\s+|t(?=\d))(?:\d{{1,2}}{_JOIN}(?:tháng\s+)?)*(\d{{1,2}})(?!\d){_YEAR}"),
        lambda found: _last(int(found[1]), found[2], found[3]),
    ),
    (re.compile(r"\b(\d{1,2})/(\d{4})\b"), lambda found: _last(int(found[1]), found[2])),
    (re.compile(rf"\b(?:{_EACH}\s+)?(?:0?6|sáu)\s+tháng(?:/lần|\s+(?:một|1|01)\s+lần)?\b"), lambda _: "half-year"),
    (re.compile(r"\bnăm\s+(\d{4})\b|^(\d{4})$"), lambda found: _last(12, found[1], found[2])),
    (re.compile(rf"\b{_EACH}\s+(năm|quý|tháng|tuần)\b"), lambda found: _WORDS[found[1]]),
    (
        re.compile(rf"(?:(?<=[,;]\s)|(?<=và\s)|(?<=báo cáo\s))(năm|quý|tháng|tuần){_END}"),
        lambda found: _WORDS[found[1]],
    ),
)
