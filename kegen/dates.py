"""Dates as officers type them and as the decree writes them, whole or with blanks."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

DateStyle = Literal["ngan", "dai"]
BLANK = "……"
"""What stands where a day, month or number is not known yet inside a sentence."""

_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS = r"(?:(?:ngày\s+(\d{1,2})\s+)?tháng\s+(\d{1,2})\s+)?năm\s+(\d{4})"
_WORDS_BARE = r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"


class PlanDate(NamedTuple):
    """A date of the Gregorian calendar whose day, or day and month, may not be known yet (0)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def whole(self) -> bool:
        """Whether day, month and year are all known."""
        return bool(self.month and self.day)

    def before(self, other: PlanDate) -> bool:
        """Whether this date is surely earlier than the other, as far as both are known."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        for a, b in zip(mine, theirs, strict=True):
            if not a or not b:
                return False
            if a != b:
                return a < b
        return False

    def written(self, style: DateStyle) -> str:
        """Return it as a citation writes it: `31/3/2026` (ngan) or `31 tháng 3 năm 2026` (dai)."""
        day = f"{self.day:02}" if self.day else BLANK
        month = month_digits(self.month) if self.month else BLANK
        return f"{day}/{month}/{self.year}" if style == "ngan" else f"{day} tháng {month} năm {self.year}"

    def iso(self) -> str:
        """Return it as `2026-03-31`, "" while it is not whole."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.whole else ""

    def line(self) -> str:
        """Return it as the date line writes it, blanks left open (NĐ 30, Phụ lục I, II.4.b; Mẫu 1.4)."""
        day = f"{self.day:02}" if self.day else " " * 5
        month = month_digits(self.month) if self.month else " " * 5
        return f"ngày {day} tháng {month} năm {self.year}"


def month_digits(month: int) -> str:
    """Return the month with a leading zero for 1 and 2 only (NĐ 30, Phụ lục I, II.4.b)."""
    return f"{month:02}" if month < 3 else str(month)  # noqa: PLR2004 - the decree's own number


def parse_date(text: str) -> PlanDate:
    """Read `5/3/2026`, `05-03-2026`, `2026-03-05`, `ngày 05 tháng 3 năm 2026`, `5/2026` or `2026`.

    Raises ValueError, in Vietnamese, for text that is no date and for a date that does not exist.
    """
    text = " ".join(text.split())
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(g) for g in match.groups())
        if not (month and day):
            raise ValueError(f"ngày {text} không có trên lịch; hãy viết ngày/tháng/năm, ví dụ 05/3/2026")
    elif match := _DAY_FIRST.fullmatch(text) or _in_words(text):
        day, month, year = (int(g or 0) for g in match.groups())
        if any(g is not None and int(g) == 0 for g in match.groups()):
            raise ValueError(f"ngày {text} không có trên lịch; chưa biết ngày thì chỉ ghi năm, ví dụ 2026")
    else:
        raise ValueError(f"“{text}” không phải là ngày; hãy viết ngày/tháng/năm, ví dụ 05/3/2026")
    return _existing(year, month, day, text)


def _in_words(text: str) -> re.Match[str] | None:
    return re.fullmatch(_WORDS_BARE, text, re.IGNORECASE) or re.fullmatch(_IN_WORDS, text, re.IGNORECASE)


def _existing(year: int, month: int, day: int, text: str) -> PlanDate:
    if not 1900 <= year <= 2100:  # noqa: PLR2004 - a year outside is a slip of the finger
        raise ValueError(f"năm {year} trong “{text}” không hợp lý; hãy viết đủ bốn chữ số, ví dụ 2026")
    if month > 12:  # noqa: PLR2004
        raise ValueError(f"“{text}” có tháng {month}; hãy viết theo thứ tự ngày/tháng/năm, ví dụ 31/3/2026")
    if month and day > (last := days_in(year, month)):
        raise ValueError(f"ngày {text} không có trên lịch; tháng {month}/{year} chỉ có {last} ngày")
    return PlanDate(year, month, day)


def days_in(year: int, month: int) -> int:
    """Return how many days the month, from 1 to 12, has."""
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31
