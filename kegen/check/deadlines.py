"""Deadlines in a document: by which day what is due, and whether it is the report of the half year or of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from kegen.check.figures import measured_in
from kegen.check.paper import Paper
from kegen.check.words import key_set
from kegen.deadlines import DAY, reporting_order
from kegen.docx.model import Paragraph, Row
from kegen.plan.model import Plan, Table, TableRow, tables_of
from kegen.vietnamese import has_digit

Period = Literal["half_year", "year", ""]
_NONE: Period = ""
PERIODS: dict[Period, str] = {"half_year": "6 tháng", "year": "năm", "": ""}

_DUE = re.compile(
    rf"(?:trước|chậm nhất|muộn nhất|không muộn hơn|đến hết|hạn cuối)(?:\s+(?:là|vào|trong|ngày))*\s+{DAY}"
    rf"(?P<more>(?:\s*(?:,|;|và)\s*(?:trước\s+)?(?:ngày\s+)?{DAY})*)",
    re.IGNORECASE,
)
_EACH = re.compile(DAY)
_HALF = re.compile(r"(?:\b0?6|sáu)\s+tháng(?!\s+cuối)", re.IGNORECASE)
_YEARLY = re.compile(r"(?:hằng|hàng|mỗi|cuối|một|0?1|báo cáo)\s+năm\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[^\W\d_a-z])")
_SPRING, _AUTUMN = 4, 10
_LATEST_HALF = 8
_SENT_TO = re.compile(
    r"\(?(?:qua|gửi(?: về)?|về|cho|trình|với|tham mưu|để)\s+(?:UBND|[ỦUuủ][ỷỵyỳ] ban|Sở|Phòng|Văn phòng|Ban|Bộ"
    r"|Thường trực|Chủ tịch|Đảng ủy|tổng hợp|báo cáo|chỉ đạo|theo dõi|xem xét)[^,;.()]*\)?"
)
_FORMULA = key_set(
    "báo cáo kết quả tình hình gửi về ủy ban nhân ubnd tỉnh thành phố xã phường đặc khu sở ban ngành phòng văn"
    " qua tổng hợp trình dõi đôn đốc kiểm tra kịp thời định kỳ đột xuất tháng quý ngày trước sau chậm nhất muộn"
    " hoàn triển khai giao chủ trì phối liên quan tham mưu lãnh đạo chỉ quyết các nhiệm vụ giải pháp công tác"
    " yêu nghiêm túc lồng ghép hạn thời xong thuộc chức năng mình cấp trên địa bàn lần đầu cuối lập dân được đề"
    " nghị chịu trách khó khăn vướng mắc khi"
)
"""Words that any order to do something and to report on it has."""
_REPORT = re.compile(r"báo cáo", re.IGNORECASE)


class Deadline(NamedTuple):
    """A day by which something is due; `year` is 0 for a day of every year."""

    month: int
    day: int
    year: int
    text: str
    """As written: `trước ngày 05/6`."""
    period: Period
    """Of which regular report it is the day, "" for none or where that is not sure."""
    statement: str
    """The sentence, or the row of a table, that sets it."""
    done: frozenset[str]
    """The words of the statement that say what is due."""

    @property
    def topic(self) -> frozenset[str]:
        """What its clause speaks of, without the words that any order to report has: none for a bare report."""
        at = max(self.statement.find(self.text), 0)
        start = self.statement.rfind(";", 0, at) + 1
        end = self.statement.find(";", at + len(self.text))
        return topic_of(self.statement[start : end if end >= 0 else len(self.statement)])

    @property
    def order(self) -> tuple[int, int]:
        """What day of the year it is, to compare."""
        return reporting_order(self.month, self.day, of_year=self.period == "year")

    def is_later(self, other: Deadline) -> bool:
        """Whether it is surely the later day: both of known years, or both of every year."""
        if bool(self.year) != bool(other.year):
            return False
        if self.year:
            return (self.year, self.month, self.day) > (other.year, other.month, other.day)
        return self.order > other.order


def deadlines_of(paper: Paper) -> Iterator[tuple[Paragraph, Deadline]]:
    """Yield the deadlines of the content, of its tables and of the annexes, and the paragraphs they stand in."""
    for item in paper.parts.body:
        yield from ((item.paragraph, each) for each in _in_paragraph(item.line.text))
    for table in paper.parts.all_tables:
        for row in table.rows:
            yield from _of_row(row)


def planned_deadlines(plan: Plan) -> Iterator[Deadline]:
    """Yield the deadlines that a plan sets in its content and in its tables."""
    for paragraph in plan.body:
        yield from _in_paragraph(paragraph.text)
    for blocks in (plan.body, *(annex.blocks for annex in plan.annexes)):
        for table in tables_of(blocks):
            yield from (each for row in table.rows for each in _of_cells(table, row))


def _of_cells(table: Table, row: TableRow) -> Iterator[Deadline]:
    """Yield the deadlines in a row's cells, but for who does the work and what comes of it."""
    fields = [column.field for column in table.columns] if len(row.cells) == len(table.columns) else []
    whole = " ".join(row.cells)
    for text, field in zip_longest(row.cells, fields, fillvalue=""):
        if field in ("wording", "deadline", ""):
            yield from deadlines_in(text, whole)


def _in_paragraph(text: str) -> Iterator[Deadline]:
    """Yield the deadlines of a paragraph, sentence by sentence."""
    for sentence in _SENTENCE.split(text):
        yield from deadlines_in(sentence)


def deadlines_in(text: str, row: str = "") -> Iterator[Deadline]:
    """Yield the deadlines of one sentence, or of one cell of a row whose other cells say what is due."""
    if not has_digit(text):
        return
    whole = row or text
    for due in _DUE.finditer(text):
        days = [_date(each) for each in _EACH.finditer(due[0])]
        days = [each for each in days if _is_date(*each)]
        periods = _periods(text, due.start(), days) if _REPORT.search(whole) else [_NONE for _ in days]
        for (month, day, year), period in zip(days, periods, strict=True):
            yield Deadline(month, day, year, due[0].strip(), period, whole, measured_in(whole))


def topic_of(text: str) -> frozenset[str]:
    """Return the words that tell what a text is about, without formula, offices it is sent to, and days."""
    return measured_in(_SENT_TO.sub(" ", _DUE.sub(" ", text))) - _FORMULA


def _date(found: re.Match[str]) -> tuple[int, int, int]:
    day, month, year, worded, year_worded = found.groups()
    return int(month or worded), int(day), int(year or year_worded or 0)


def _is_date(month: int, day: int, _: int) -> bool:
    return month in range(1, 13) and day in range(1, 32)


def _periods(text: str, start: int, days: list[tuple[int, int, int]]) -> list[Period]:
    """Return of which report each day is: a pair is the half year's and the year's, else the words before tell."""
    match days:
        case [first, second] if _is_half(first) and _is_year(second):
            return ["half_year", "year"]
    before = [(each.start(), period) for period, each in _named(text, start)]
    period = max(before)[1] if before else _NONE
    return [period if len(days) == 1 and _fits(each, period) else _NONE for each in days]


def _fits(date: tuple[int, int, int], period: Period) -> bool:
    return _is_half(date) if period == "half_year" else _is_year(date)


def _named(text: str, end: int) -> Iterator[tuple[Period, re.Match[str]]]:
    for each in _HALF.finditer(text, 0, end):
        yield "half_year", each
    for each in _YEARLY.finditer(text, 0, end):
        yield "year", each


def _is_half(date: tuple[int, int, int]) -> bool:
    return _SPRING <= date[0] <= _LATEST_HALF and not date[2]


def _is_year(date: tuple[int, int, int]) -> bool:
    return date[0] >= _AUTUMN and not date[2]


def _of_row(row: Row) -> Iterator[tuple[Paragraph, Deadline]]:
    whole = " ".join(cell.text for cell in row.cells)
    for paragraph in (each for cell in row.cells for each in cell.paragraphs):
        yield from ((paragraph, each) for each in deadlines_in(paragraph.shown, whole))
