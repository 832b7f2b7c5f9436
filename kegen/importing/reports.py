"""When units report, as the sentences of a received plan order it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.check.deadlines import deadlines_in
from kegen.deadlines import DAY
from kegen.importing.leads import leads_above, leads_in
from kegen.importing.offices import is_group
from kegen.importing.tasks import Sorted
from kegen.plan.model import Read

_REPORT = re.compile(r"báo cáo|(?-i:\bBC\b)", re.IGNORECASE)
_UPWARD = re.compile(
    r"(?:tham mưu|giúp|tổng hợp)[^.;]{0,160}?báo cáo|báo cáo\s+(?:[^.;]{0,40}?)(?:Bộ |Chính phủ|Thủ tướng"
    r"|Ban Thường vụ|Tỉnh ủy|Thành ủy|Hội đồng nhân dân|HĐND|Trung ương)"
)
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[^\W\d_a-z])|;\s+")
_EACH = r"(?:hằng|hàng|mỗi|từng|định kỳ)"
_MONTH = re.compile(rf"{_EACH} tháng|báo cáo tháng|(?<=, )tháng(?=,)", re.IGNORECASE)
_QUARTER = re.compile(rf"{_EACH} quý|(?:báo cáo|BC) quý|\bquý(?=,| và| hoặc)", re.IGNORECASE)
_HALF = re.compile(r"(?:0?6|sáu) tháng(?! cuối)", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:hằng|hàng|mỗi|cuối) năm|báo cáo năm|(?:và|,|hoặc) (?:01 |một |1 )?năm\b|định kỳ năm", re.IGNORECASE
)
_EVENT = re.compile(r"đột xuất(?: (?:khi có|theo) yêu cầu)?|khi có yêu cầu|khi phát sinh", re.IGNORECASE)
_DAY_OF = re.compile(
    rf"(?:trước |chậm nhất (?:là )?|vào )?(?:ngày )(?:\d{{1,2}})\s+(?:của )?(?:(?:hằng|hàng|mỗi) tháng|tháng (?:cuối"
    rf"|đầu|sau|liền kề)"
    rf"[^,;.()]{{0,30}})|(?:trước |chậm nhất (?:là )?)(?:ngày )?{DAY}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:các|từng|mỗi) (?:cơ quan|đơn vị|sở|ban|ngành|địa phương|xã|phường|cấp)|\b(?:cơ quan, đơn vị|sở, ban)\b"
    r"|gửi báo cáo|\((?:qua|thông qua)\s|\bUBND cấp xã\b",
    re.IGNORECASE,
)
"""Words of a sentence that speak of the reports of all."""
_NEAR = 90


class Reports(NamedTuple):
    """Days of reports by field (`half_year`, `year` as `05/6`; `month`, `quarter`, `event` in words)."""

    days: dict[str, str]
    read: tuple[Read, ...]
    undated: dict[str, Sorted]
    """The entries that order a report of the half year or year without a day, by field."""
    upward: dict[str, Sorted]
    """The entries whose day is that by which the issuer reports to its own level above, by field."""


def reports_of(rows: tuple[Sorted, ...]) -> Reports:
    """Return when units report, by the first sentence that says so; else when their issuer does."""
    days: dict[str, str] = {}
    undated: dict[str, Sorted] = {}
    read: list[Read] = []
    ordered = [row for row in rows if row.role in ("task", "other", "lead-in") and row.topic != "past"]
    for row in ordered:
        for sentence in _sentences(row.entry.text):
            if not _MANY.search(sentence) and _is_of_one(row):
                continue
            found, missing = _in_sentence(sentence)
            new = {field: value for field, value in found.items() if field not in days}
            days |= new
            read += [Read(field, row.entry.place, "cau") for field in new]
            undated |= {field: row for field in missing if field not in undated}
    upward = {field: found for field, found in _upward(ordered).items() if field not in days}
    days |= {field: day for field, (_, day) in upward.items()}
    read += [Read(field, row.entry.place, "cau") for field, (row, _) in upward.items()]
    missing_ones = {field: row for field, row in undated.items() if field not in days}
    return Reports(days, tuple(read), missing_ones, {field: row for field, (row, _) in upward.items()})


def _is_of_one(row: Sorted) -> bool:
    """Whether the sentence, or its heading, orders single offices: how often they report is no day for all units."""
    leads = leads_in(row.entry.text) or leads_above(row.above).words
    return bool(leads) and not any(map(is_group, leads))


def _upward(rows: list[Sorted]) -> dict[str, tuple[Sorted, str]]:
    """Return the days of the half year and year by which the issuer reports to those above it, with their entries."""
    found: dict[str, tuple[Sorted, str]] = {}
    for row in rows:
        for sentence in _SENTENCE.split(row.entry.text):
            if _REPORT.search(sentence) and _is_upward(sentence):
                for field, day in _in_sentence(sentence)[0].items():
                    if field in ("half_year", "year"):
                        found.setdefault(field, (row, day))
    return found


def _sentences(text: str) -> list[str]:
    return [each for each in _SENTENCE.split(text) if _REPORT.search(each) and not _is_upward(each)]


def _is_upward(sentence: str) -> bool:
    """Whether the sentence is of what the issuer, or its office, reports to those above."""
    return _UPWARD.search(sentence) is not None and not re.search(
        r"\((?:qua|thông qua)\s|gửi báo cáo|báo cáo[^.;]{0,80} về (?:UBND|Ủy ban|Sở)", sentence
    )


def _in_sentence(sentence: str) -> tuple[dict[str, str], list[str]]:
    days: dict[str, str] = {}
    for due in deadlines_in(sentence):
        if due.period and not due.year:
            days.setdefault(due.period, f"{due.day:02}/{due.month}")
    for field, pattern in (("month", _MONTH), ("quarter", _QUARTER)):
        if named := pattern.search(sentence):
            days[field] = _with_day(sentence, named)
    if named := _EVENT.search(sentence):
        days["event"] = named[0]
    missing = [
        field for field, form in (("half_year", _HALF), ("year", _YEAR)) if form.search(sentence) and field not in days
    ]
    is_regular = re.search(r"định kỳ|hằng|hàng|báo cáo (?:0?6 tháng|năm|sơ kết)|trước ngày", sentence) is not None
    return (days, missing) if is_regular or days else ({}, [])


def _with_day(sentence: str, named: re.Match[str]) -> str:
    """Return the words of a monthly or quarterly report with its day where one stands beside it."""
    around = sentence[max(named.start() - 30, 0) : named.end() + _NEAR]
    day = next((each for each in _DAY_OF.finditer(around) if "tháng" in each[0]), None)
    return day[0].strip() if day else named[0].strip()
