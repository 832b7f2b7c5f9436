"""Ngày có trên lịch.

Quy định: ngày, tháng viết trong văn bản là ngày, tháng có thật.
Vì sao: ngày không có trên lịch làm hỏng thời hạn hoặc chỉ sai văn bản viện dẫn; thường do gõ nhầm hay do quét chữ.
Sai: 31/4/2026; ngày 30 tháng 02 năm 2026; tháng 13/2026.
Đúng: 30/4/2026; ngày 28 tháng 02 năm 2026; tháng 12/2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
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
_LEAP = 2028
"""Where the year is not said, 29/02 may be a day."""


def check(paper: Paper) -> Outcome:
    """Look at every date, wherever it stands."""
    for passage in paper.figured:
        for found in _DATES.finditer(passage.line.text):
            for why in _slip(found):
                message = f"ngày “{found[0]}” không có trên lịch"
                yield Fault(passage.line, message, found[0], why, "error")


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
