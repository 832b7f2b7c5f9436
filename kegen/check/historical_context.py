"""Whether a text speaks of the time before 01/7/2025: old units, older documents, what was merged or is no more."""

from __future__ import annotations

import re

from kegen.country import FIRST_DAY
from kegen.dates import PlanDate

_PAST = re.compile(
    r"\bcũ\b|trước đây|trước kia|trước (?:khi )?(?:sáp nhập|sắp xếp|hợp nhất|thực hiện)|nay là|nay thuộc|sáp nhập"
    r"|sát nhập|hợp nhất|chia tách|giải thể|kết thúc hoạt động|chấm dứt hoạt động|tiền thân"
    r"|nguyên (?:là|chủ tịch|phó|bí thư|trưởng|giám đốc)"
    r"|lịch sử|kháng chiến|tồn đọng|chuyển tiếp|nhiệm kỳ|(?-i:Đại hội|Quy hoạch)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"(?:Trường|trường|Bệnh viện|bệnh viện|Công ty|công ty|Hợp tác xã|hợp tác xã|HTX|Quỹ|Nhà máy|[Kk]hu công nghiệp|KCN"
    r"|[Cc]ụm công nghiệp|CCN|chợ|Chợ|đường|Đường|cầu|Cầu|[Dd]ự án|[Cc]ông trình|[Tt]uyến|[Dd]i tích|Trạm [Yy] tế"
    r"|[Nn]hà văn hóa|[Nn]hà văn hoá|THPT|THCS"
    r"|[Đđ]ồng hương|[Bb]an liên lạc|[Qq]uê quán|[Ss]inh (?:ngày|năm)|[Hh]ộ khẩu)\b[^,;.:]{0,80}$"
)
_FOREIGN = re.compile(
    r"Trung Quốc|Campuchia|\bnước (?:bạn|láng giềng|(?!Cộng hòa xã|CHXHCN)[A-ZĐ])"
    r"|Vân Nam|Quảng Tây|CHDCND Lào|\(Lào\)|Thái Lan|Nhật Bản|Hàn Quốc"
)
_SENTENCE_END = re.compile(r"[.;](?=\s)")
_PERIOD = re.compile(r"(?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)|(\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")


def sentence_at(text: str, start: int) -> str:
    """Return the sentence of a text, or the clause up to a semicolon, that the place lies in."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    before = max((end for end in ends if end <= start), default=0)
    return text[before : min((end for end in ends if end > start), default=len(text))]


def days_in(text: str) -> tuple[PlanDate, ...]:
    """Return the whole dates of a text."""
    found = (tuple(int(part) for part in each if part) for each in _DAY.findall(text))
    return tuple(PlanDate(year, month, day) for day, month, year in found)


def is_of_the_past(text: str, start: int) -> bool:
    """Whether the sentence at the place speaks of units that were, cites what is older, or quotes."""
    sentence = sentence_at(text, start)
    return bool(_PAST.search(sentence)) or _is_older(sentence) or is_quoted(text, start) or bool(_FOREIGN.search(text))


def names_institution(before: str) -> bool:
    """Whether what comes next belongs to the proper name of a school, a road, a works, which may keep old names."""
    return _INSTITUTION.search(before) is not None


def is_quoted(text: str, start: int) -> bool:
    """Whether the place lies between quotation marks."""
    before = text[:start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_older(sentence: str) -> bool:
    if any(day.before(FIRST_DAY) for day in days_in(sentence)):
        return True
    bare = _PERIOD.sub(r"\1", _DAY.sub("", sentence))
    return any(int(year) <= FIRST_DAY.year for year in _YEAR.findall(bare))
