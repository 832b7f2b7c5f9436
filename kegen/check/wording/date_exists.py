"""Ngày có trên lịch.

Quy định: ngày, tháng, giờ, phút viết trong văn bản là có thật; thứ trong tuần đúng với ngày đi liền.
Vì sao: ngày không có trên lịch làm hỏng thời hạn hoặc chỉ sai văn bản viện dẫn; thứ không khớp ngày thì người được mời
không biết đến hôm nào.
Sai: 31/4/2026; ngày 30 tháng 02 năm 2026; tháng 13/2026; 8 giờ 75 phút; “thứ Ba, ngày 20/5/2026”.
Đúng: 30/4/2026; ngày 28 tháng 02 năm 2026; tháng 12/2026; 8 giờ 15 phút; “thứ Tư, ngày 20/5/2026”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Weight
from kegen.dates import parse_date

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_DATES = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)(?![\w/])"
    r"|(?<![\w/.,-])(?P<day_w>\d{1,2})\s+tháng\s+(?P<month_w>\d{1,2}),?\s+năm\s+(?P<year_w>(?:19|20)\d\d)(?!\d)"
    r"|ngày\s+(?P<day_p>\d{1,2})(?P<sign>[.-])(?P<month_p>\d{1,2})(?P=sign)(?P<year_p>(?:19|20)\d\d)(?![\w/])"
    r"|ngày\s+(?P<day_d>\d{1,2})\s+tháng\s+(?P<month_d>\d{1,2})(?!\d|/|,?\s+năm\s+\d)"
    r"|ngày\s+(?P<day_s>[0-3]?\d)/(?P<month_s>0?[1-9]|1[0-2])(?![\w/%])"
    r"|tháng\s+(?P<month_m>\d{1,2})(?:/|\s+năm\s+)(?P<year_m>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAY = (
    r"ngày\s+(?P<{0}>\d{{1,2}})(?:\s?/\s?|\s+tháng\s+)(?P<{0}_month>\d{{1,2}})(?:\s?/\s?|,?\s+năm\s+)"
    r"(?P<{0}_year>(?:19|20)\d\d)(?!\d)"
)
_NAMES = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_WEEKDAY = (
    r"(?<!lần )(?<!kỳ họp )(?<!kỳ )(?<!khóa )(?<!phiên )(?P<{0}_name>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
)
_WEEKDAY_OF = re.compile(
    rf"{_WEEKDAY.format('one')}\s*[,(]?\s*{_DAY.format('one')}"
    rf"|{_DAY.format('two')}\s*[,(]\s*{_WEEKDAY.format('two')}(?!\w)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"[Qq]uý (?:V|VI|[5-9])(?=\s*(?:/|năm)\s*\d{4})")
_LONG_YEAR = re.compile(r"(?<![\w/.,-])\d{1,2}/\d{1,2}/(?:\d{5,6}|\d{3})(?![\d/])")
_TIME = re.compile(r"(?<![\d.,])(?P<hour>\d{1,2})\s?(?:giờ|h)\s?(?P<minute>\d{2})(?![\d.,/]\d|\d)", re.IGNORECASE)
_MAY_NAME = re.compile(r"[Tt][Hh][Ứứ] |[Nn]hật|NHẬT")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_LEAP = 2028
"""Where the year is not said, 29/02 may be a day."""


def check(paper: Paper) -> Outcome:
    """Look at every date, wherever it stands."""
    for passage in paper.figured:
        yield from _weekdays(passage)
        yield from _times(passage)
        yield from _quarters_and_years(passage)
        for found in _DATES.finditer(passage.line.text):
            for why in _slip(found):
                message = f"ngày “{found[0]}” không có trên lịch"
                yield Fault(passage.line, message, found[0], why, "error")


def _weekdays(passage: Passage) -> Iterator[Fault]:
    """Yield the days of the week that stand beside another day's date."""
    text = passage.line.text
    for found in _WEEKDAY_OF.finditer(text) if _MAY_NAME.search(text) else ():
        key = "one" if found["one"] else "two"
        try:
            day = date(int(found[f"{key}_year"]), int(found[f"{key}_month"]), int(found[key]))
        except ValueError:
            continue
        if _number(found[f"{key}_name"].lower()) != day.weekday():
            right = f"thứ {_NAMES[day.weekday()].capitalize()}" if day.weekday() < len(_NAMES) else "Chủ nhật"
            message = f"thứ trong tuần không khớp với ngày: ngày {found[key]}/{found[f'{key}_month']} là {right}"
            yield Fault(passage.line, message, found[0], f"{right}, hoặc ngày khác", "error")


def _number(name: str) -> int:
    """Return which day of the week a name is, from 0 for Monday."""
    own = name.removeprefix("thứ ")
    return int(own) - 2 if own.isdigit() else _NAMES.index(own) if own in _NAMES else len(_NAMES)


def _times(passage: Passage) -> Iterator[Fault]:
    """Yield the times of day that no clock shows."""
    for found in _TIME.finditer(passage.line.text):
        if int(found["hour"]) > _LAST_HOUR or int(found["minute"]) > _LAST_MINUTE:
            message = f"giờ “{found[0]}” không có trên đồng hồ"
            yield Fault(passage.line, message, found[0], "giờ từ 0 đến 24, phút từ 00 đến 59", "error")


def _quarters_and_years(passage: Passage) -> Iterator[Fault]:
    """Yield the quarters beyond the fourth, and the years of more or fewer than four digits."""
    text = passage.line.text
    for found in _QUARTER.finditer(text):
        yield Fault(passage.line, f"“{found[0]}” không có trong năm", found[0], "quý I, II, III hoặc IV", "error")
    for found in _LONG_YEAR.finditer(text):
        message = f"năm của ngày “{found[0]}” không phải bốn chữ số"
        yield Fault(passage.line, message, found[0], "năm bốn chữ số", "error")


def _slip(found: re.Match[str]) -> Iterator[str]:
    """Yield why the date does not exist."""
    parts = {
        key.partition("_")[0]: int(value)
        for key, value in found.groupdict().items()
        if value is not None and key != "sign"
    }
    day, month, year = parts.get("day", 1), parts["month"], parts.get("year", _LEAP)
    try:
        parse_date(f"{day}/{month}/{year}")
    except ValueError:
        yield "ngày có thật, tháng từ 1 đến 12"
