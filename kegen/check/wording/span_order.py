"""Thời gian kết thúc sau thời gian bắt đầu.

Quy định: khoảng thời gian ghi từ trước đến sau: “từ ngày 01/6/2026 đến ngày 30/6/2026”, “giai đoạn 2026 - 2030”.
Vì sao: kết thúc trước khi bắt đầu là gõ nhầm ngày, tháng hoặc năm, không ai thực hiện được.
Sai: “giai đoạn 2030 - 2026”; “từ ngày 15/7/2026 đến ngày 10/6/2026”.
Đúng: “giai đoạn 2026 - 2030”; “từ ngày 10/6/2026 đến ngày 15/7/2026”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.deadlines import read_deadline
from kegen.docx.model import Paragraph, Row, Table
from kegen.vietnamese import fold

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_TO = r"\s*(?:-|–|đến(?:\s+hết)?|tới)\s*"
_DAY = r"(?:ngày\s+)?(\d{1,2})(?:(?:/|\s+tháng\s+)(\d{1,2})(?:(?:/|\s+năm\s+)(\d{4}))?)?(?![\d/]|\s+(?:tháng|năm)\s)"
_YEARS = re.compile(
    rf"(?:giai đoạn|thời kỳ|nhiệm kỳ|từ năm)(?:\s+năm)?\s+((?:19|20)\d\d){_TO}(?:năm\s+)?((?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_SECOND_YEARS = re.compile(
    r"giai đoạn [IVX\d]{1,3}\s*[:(,]?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?![\d/])", re.IGNORECASE
)
_WHOLE_DAYS = re.compile(
    r"(?<![\d/])(?<!ngày )(?<!từ )(\d{1,2})/(\d{1,2})/(\d{4})\s*[-–]\s*(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
)
_HOUR = r"\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?(?:\s*phút)?,?\s+"
_BEGINS_ENDS = re.compile(
    rf"(?:bắt đầu|khởi công)\D{{0,40}}?{_DAY}[^.;]{{0,60}}?(?:kết thúc|hoàn thành)\D{{0,30}}?{_DAY}"
    rf"|từ\s+{_HOUR}{_DAY}{_TO}{_HOUR}{_DAY}",
    re.IGNORECASE,
)
"""A day of beginning and one of end, with words or hours before each."""
_DAYS = re.compile(rf"(?:từ|kể từ)\s+(?=ngày|\d{{1,2}}/){_DAY}{_TO}{_DAY}", re.IGNORECASE)
_MONTHS = re.compile(
    rf"từ\s+(?:đầu\s+|cuối\s+)?tháng\s+(\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(\d{{4}}){_TO}(?:đầu\s+|cuối\s+)?(?:tháng\s+)?"
    r"(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"quý\s+(IV|I{{1,3}}|[1-4])(?:\s*/\s*|\s+năm\s+)(\d{{4}}){_TO}(?:quý\s+)(IV|I{{1,3}}|[1-4])(?:\s*/\s*|\s+năm\s+)(\d{{4}})",
    re.IGNORECASE,
)
_HOURS = re.compile(
    rf"từ\s+(\d{{1,2}})\s*(?:h|giờ|:)\s*(\d{{2}})?(?:\s*phút)?{_TO}(\d{{1,2}})\s*(?:h|giờ|:)\s*(\d{{2}})?(?![\d/])",
    re.IGNORECASE,
)
_EVENING = 17 * 60
"""What begins later may well go on into the next day."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BEGIN, _END = re.compile(r"bat-dau|khoi-cong|tu-ngay"), re.compile(r"ket-thuc|hoan-thanh|den-ngay")


class _Span(NamedTuple):
    """A span that runs backwards."""

    text: str
    expected: str
    severity: Severity


def check(paper: Paper) -> Outcome:
    """Look for spans of years, days, months, quarters and hours that end before they begin."""
    any_span = False
    for passage in paper.figured:
        for each in _spans(passage.line.text):
            any_span = True
            if each is not None:
                message = "thời gian kết thúc trước thời gian bắt đầu"
                yield Fault(passage.line, message, each.text, each.expected, each.severity)
    quotes = Quotes(paper)
    for table in paper.parts.all_tables:
        for fault in _in_table(table, quotes):
            any_span = True
            yield fault
    if not any_span:
        yield Absent("văn bản không ghi khoảng thời gian nào")


def _spans(text: str) -> Iterator[_Span | None]:
    """Yield each span: None for one in order."""
    for found in _YEARS.finditer(text):
        first, last = int(found[1]), int(found[2])
        yield _backwards(found, first > last, f"{last} - {first}", "error")
    for found in _SECOND_YEARS.finditer(text):
        first, last = int(found[1]), int(found[2])
        yield _backwards(found, first > last, f"{last} - {first}", "error")
    for found in _DAYS.finditer(text):
        yield _days(found, found.groups())
    for pattern in (_WHOLE_DAYS, _BEGINS_ENDS):
        for found in pattern.finditer(text):
            days = [each for each in found.groups() if each is not None]
            if len(days) == len("dmydmy"):
                yield _days(found, days)
    for found in _MONTHS.finditer(text):
        month, year, to_month, to_year = map(int, found.groups())
        yield _backwards(found, (year, month) > (to_year, to_month), "tháng sau không trước tháng đầu", "error")
    for found in _QUARTERS.finditer(text):
        one, year, other, to_year = (_ROMAN.get(each.lower()) or int(each) for each in found.groups())
        yield _backwards(found, (year, one) > (to_year, other), "quý sau không trước quý đầu", "error")
    for found in _HOURS.finditer(text):
        start, end = int(found[1]) * 60 + int(found[2] or 0), int(found[3]) * 60 + int(found[4] or 0)
        yield _backwards(found, end < start < _EVENING, "giờ kết thúc sau giờ bắt đầu", "warning")


def _backwards(found: re.Match[str], is_wrong: bool, expected: str, severity: Severity) -> _Span | None:
    return _Span(" ".join(found[0].split()), f"{expected}; xem lại hai đầu", severity) if is_wrong else None


def _days(found: re.Match[str], days: Sequence[str | None]) -> _Span | None:
    """Judge two days: surely with both years; within one month with one year said; else a span may cross new year."""
    day, month, year, to_day, to_month, to_year = (int(each or 0) for each in days)
    if not to_month or not to_year:
        return None
    if not year and month and month != to_month:
        return None
    start, end = (year or to_year, month or to_month, day), (to_year, to_month, to_day)
    return _backwards(found, start > end, "ngày sau không trước ngày đầu", "error" if year else "warning")


def _in_table(table: Table, quotes: Quotes) -> Iterator[Fault]:
    """Yield the rows of a table whose column of ends names a day before its column of beginnings."""
    for index, head in enumerate(table.rows[:2]):
        heads = [(cell.column, fold(cell.text)) for cell in head.cells if cell.span == 1]
        begin = next((column for column, text in heads if _BEGIN.search(text) and not _END.search(text)), None)
        end = next((column for column, text in heads if _END.search(text) and not _BEGIN.search(text)), None)
        if begin is not None and end is not None:
            for row in table.rows[index + 1 :]:
                yield from _row(row, begin, end, quotes)
            return


def _row(row: Row, begin: int, end: int, quotes: Quotes) -> Iterator[Fault]:
    first, last = _cell(row, begin), _cell(row, end)
    if first is None or last is None:
        return
    starts, ends = read_deadline(first[1]), read_deadline(last[1])
    if starts is None or ends is None or len(starts.days) != 1 or len(ends.days) != 1:
        return
    if starts.days[0].year and ends.days[0].year and starts.days[0] > ends.days[0]:
        message = f"thời gian kết thúc trước thời gian bắt đầu ở {quotes.place(first[0])}"
        yield Fault(last[0], message, last[1], f"không trước {first[1]}")


def _cell(row: Row, column: int) -> tuple[Paragraph, str] | None:
    for cell in row.cells:
        if cell.column == column:
            return (cell.paragraphs[0], cell.text) if cell.text else None
    return None
