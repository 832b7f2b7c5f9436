"""Whether a text speaks of the time before 01/7/2025: old units, older documents, what was merged or is no more."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from kegen.country import FIRST_DAY
from kegen.dates import PlanDate

_PAST = re.compile(
    r"\bcũ\b|trước đây|trước kia|trước (?:khi )?(?:sáp nhập|sắp xếp|hợp nhất|thực hiện)|nay là|nay thuộc|sáp nhập"
    r"|sát nhập|hợp nhất|chia tách|giải thể|kết thúc hoạt động|chấm dứt hoạt động|tiền thân"
    r"|nguyên (?:là|chủ tịch|phó|bí thư|trưởng|giám đốc)"
    r"|trước (?:ngày )?(?:0?1/0?7/2025|0?1 tháng 0?7 năm 2025|sắp xếp)"
    r"|lịch sử|kháng chiến|tồn đọng|chuyển tiếp|nhiệm kỳ(?! 20(?:2[5-9]|[3-9]))|(?-i:Đại hội|Quy hoạch)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"(?:Trường|(?<!môi )(?<!Môi )(?<!thị )(?<!hiện )(?<!công )(?<!lập )trường|Bệnh viện|bệnh viện|Công ty|công ty"
    r"|Hợp tác xã|hợp tác xã|HTX|Quỹ|Nhà máy|[Kk]hu công nghiệp|KCN|[Cc]ụm công nghiệp|CCN|chợ|Chợ|[Đđ]ường(?! lối)"
    r"|(?<!yêu )(?<!nhu )(?<!Yêu )(?<!toàn )cầu|Cầu|[Dd]ự án|[Cc]ông trình|(?<!rực )[Tt]uyến|[Dd]i tích|Trạm [Yy] tế"
    r"|[Nn]hà văn hóa|[Nn]hà văn hoá|THPT|THCS"
    r"|[Đđ]ồng hương|[Bb]an liên lạc|[Qq]uê quán|[Nn]guyên quán|[Nn]ơi sinh|[Ss]inh (?:ngày|năm)|[Hh]ộ khẩu)\b"
    r"[^,;.:]{0,80}$"
    r"|(?:[Qq]uê quán|[Nn]guyên quán|[Nn]ơi sinh|[Hh]ộ khẩu)[^,;.:]{0,20}:[^;.:]{0,80}$"
)
_FOREIGN = re.compile(
    r"Trung Quốc|Campuchia|\bnước (?:bạn|láng giềng|(?!Cộng hòa xã|CHXHCN)[A-ZĐ])"
    r"|Vân Nam|Quảng Tây|CHDCND Lào|\(Lào\)|Thái Lan|Nhật Bản|Hàn Quốc"
)
_SENTENCE_END = re.compile(r"[.;](?=\s)")
_PERIOD = re.compile(r"(?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)|(\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")


_LONGEST_INSTITUTION = 120
"""More letters than the words of an institution and those between it and a place take."""


class Sentence:
    """A sentence of a text, or a clause up to a semicolon, looked through once however many units it names."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def days(self) -> tuple[PlanDate, ...]:
        """The whole dates in it."""
        return days_in(self._text)

    @cached_property
    def is_of_the_past(self) -> bool:
        """Whether it speaks of units that were, or cites what is older."""
        return bool(_PAST.search(self._text)) or _is_older(self._text)


class Context:
    """A text and its sentences, for asking what a place in it speaks of."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
        self._sentences: dict[int, Sentence] = {}

    def sentence(self, start: int) -> Sentence:
        """Return the sentence that the place lies in."""
        index = bisect_right(self._bounds, start, hi=len(self._bounds) - 1)
        if index not in self._sentences:
            self._sentences[index] = Sentence(self._text[self._bounds[index - 1] : self._bounds[index]])
        return self._sentences[index]

    def is_of_the_past(self, start: int) -> bool:
        """Whether the sentence at the place speaks of units that were, cites what is older, or quotes."""
        return self.sentence(start).is_of_the_past or is_quoted(self._text, start) or self.is_foreign

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it speaks of another country."""
        return _FOREIGN.search(self._text) is not None


def days_in(text: str) -> tuple[PlanDate, ...]:
    """Return the whole dates of a text."""
    found = (tuple(int(part) for part in each if part) for each in _DAY.findall(text))
    return tuple(PlanDate(year, month, day) for day, month, year in found)


def is_of_the_past(text: str, start: int) -> bool:
    """Whether the sentence at the place speaks of units that were, cites what is older, or quotes."""
    return Context(text).is_of_the_past(start)


def names_institution(before: str) -> bool:
    """Whether what comes next belongs to the proper name of a school, a road, a works, which may keep old names."""
    return _INSTITUTION.search(before, max(len(before) - _LONGEST_INSTITUTION, 0)) is not None


def is_quoted(text: str, start: int) -> bool:
    """Whether the place lies between quotation marks."""
    return text.count("“", 0, start) > text.count("”", 0, start) or text.count('"', 0, start) % 2 == 1


def _is_older(sentence: str) -> bool:
    if any(day.before(FIRST_DAY) for day in days_in(sentence)):
        return True
    bare = _PERIOD.sub(r"\1", _DAY.sub("", sentence))
    return any(int(year) <= FIRST_DAY.year for year in _YEAR.findall(bare))
