"""Tổng bằng các số hạng, tỷ lệ bằng phần chia cho toàn thể.

Quy định: dòng “Tổng cộng” bằng tổng các dòng, cột “Tổng số” bằng tổng các cột; “trong đó” kể đủ thì cộng lại bằng tổng;
“45/50 đơn vị, đạt 90%” thì 45 chia 50 là 90%; số tiền ghi bằng chữ trong ngoặc bằng số tiền ghi bằng số.
Vì sao: sửa một số mà quên cộng lại thì quyết toán, giao chỉ tiêu sai theo.
Sai: ba dòng 120, 80, 50 và “Tổng cộng 240”; “500 triệu đồng, gồm: tỉnh 300 triệu đồng, xã 150 triệu đồng”.
Đúng: “Tổng cộng 250”; xã 200 triệu đồng. Cột đơn giá, tỷ lệ, năm không cộng nên không xét.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.check.number_words import number_in_words
from kegen.check.paper import Paper
from kegen.check.quoting import Quotes
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.stated_sums import StatedSum, is_near, listed_sum, number, sums_in, written
from kegen.docx.model import Cell, Paragraph, Row, Table
from kegen.vietnamese import fold, has_digit

CITE = "Tính nhất quán của văn bản"
WEIGHT: Weight = "N"
_TOTAL = re.compile(r"(?:tong-cong|tong-so|tong|cong|tong-kinh-phi|tong-cong-.{0,30})")
_NO_SUM = re.compile(
    r"ty-le|ti-le|don-gia|binh-quan|trung-binh|nam-sinh|^stt$|^tt$|^so-tt|ma-so|%|diem|thu-tu|dinh-muc|muc-ho-tro"
    r"|luy-ke"
)
_TOTAL_COLUMN = re.compile(r"tong-so|tong-cong|^tong$|^cong$")
_GROUP = re.compile(r"(?:[IVX]+|[A-HĐ])[.)]?")
_ROMAN, _LETTER, _DIGITS = re.compile(r"[IVX]+[.)]?"), re.compile(r"[A-HĐ][.)]?"), re.compile(r"\d{1,3}[.)]?")
_LEAF = re.compile(r"(?:\d{1,3}|[a-zđ]|-|\+|\d+\.\d+)[.)]?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FEWEST = 2
_FEWEST_ROWS = 3
_LONGEST_LIST = 40
_SHARE = 0.75
"""So many rows at least must add up before the others can be wrong."""
_RATIO = re.compile(
    r"(?<![\d/.,])(?<!ngày )(?<!tháng )(?<!số )(?<!trước )(?<!điều )(?P<part>\d{1,6})/(?P<whole>\d{1,6})(?![\d/])"
    r"(?P<of>\s+[^\d%;.:/]{2,60}?)(?:,|\()?\s*(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ|đạt tỷ lệ)\s+(?:tỷ lệ\s+)?"
    r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s*%",
    re.IGNORECASE,
)
_MONEY_RATIO = re.compile(
    r"(?<![\d.,])(?P<part>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s*(?P<unit>(?:tỷ|triệu|nghìn)?\s*đồng)\s*/"
    r"(?P<whole>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s*(?P=unit)[^;.:\d]{0,60}?(?:đạt|bằng|chiếm)\s+(?:tỷ lệ\s+)?"
    r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s*%",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?P<number>(?<![\d.,])\d{1,3}(?:\.\d{3})+) đồng\.? ?\((?:bằng chữ ?: ?|số tiền bằng chữ ?: ?)?"
    r"(?P<words>[^()\d]{3,120}?) đồng(?: chẵn)?[./]{0,2}\)",
    re.IGNORECASE,
)


class _Numbers(NamedTuple):
    """A row with numbers: its first words, and the number of each column that has one."""

    row: Row
    name: str
    mark: str
    values: dict[int, float]

    @property
    def is_total(self) -> bool:
        return _TOTAL.fullmatch(self.name) is not None


def check(paper: Paper) -> Outcome:
    """Add up the tables, the sums told in a sentence, and divide the shares of a whole."""
    any_number = False
    quotes = Quotes(paper)
    for table in paper.parts.all_tables:
        heads, rows = _read(table)
        any_number = any_number or bool(rows)
        yield from _columns(heads, rows, quotes)
        yield from _across(heads, rows)
    for passage in paper.figured:
        if passage.zone in ("body", "annex", "table", "note"):
            yield from _in_text(passage.line.text, passage.paragraph)
    body = paper.parts.body
    for index, item in enumerate(body):
        for each in listed_sum(item, body[index + 1 : index + 1 + _LONGEST_LIST]) if has_digit(item.text) else ():
            yield _sum_fault(each, item.paragraph)
    if not any_number:
        yield Absent("văn bản không có bảng số")


def _read(table: Table) -> tuple[dict[int, str], list[_Numbers]]:
    """Return the heads of the columns, and the rows that have numbers beside that of the row."""
    heads: dict[int, str] = {}
    rows: list[_Numbers] = []
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        values = {cell.column: value for cell in row.cells if (value := number(cell.text)) is not None}
        names = [each for each in texts if any(map(str.isalpha, each))]
        is_numbering = len(values) > _FEWEST and [values[each] for each in sorted(values)] == list(
            range(1, len(values) + 1)
        )
        if (not names and not values) or is_numbering:
            continue
        if not rows and all(_FIRST_YEAR <= each <= _LAST_YEAR for each in values.values()):
            heads |= {cell.column: f"{heads.get(cell.column, '')} {fold(cell.text)}".strip() for cell in row.cells}
            continue
        first = texts[0].strip() if texts else ""
        mark = first if _GROUP.fullmatch(first) or _LEAF.fullmatch(first) else ""
        own = {column: value for column, value in values.items() if not (mark and column == row.cells[0].column)}
        if own:
            label = next((each for each in names if each.strip() != mark), "")
            rows.append(_Numbers(row, fold(label).strip("-:. "), mark, own))
    return heads, rows


def _columns(heads: dict[int, str], rows: Sequence[_Numbers], quotes: Quotes) -> Iterator[Fault]:
    """Hold the only row of totals against the rows of the table."""
    totals = [each for each in rows if each.is_total]
    if len(totals) != 1:
        return
    total = totals[0]
    others = [each for each in rows if each is not total]
    if len(others) < _FEWEST or total not in (rows[0], rows[-1]):
        return
    summed = [column for column in total.values if not _NO_SUM.search(heads.get(column, ""))]
    right = [column for column in summed if _adds_up(total, others, column)]
    for column in summed:
        if column not in right and all(column in each.values for each in _leaves(others)):
            severity: Severity = "warning" if right or _is_flat(others) else "info"
            yield _wrong_column(total, others, column, severity, quotes)


def _is_flat(rows: Sequence[_Numbers]) -> bool:
    """Whether no row is a part of another: all are numbered, or none."""
    return all(_DIGITS.fullmatch(each.mark) for each in rows) or not any(each.mark for each in rows)


def _leaves(rows: Sequence[_Numbers]) -> list[_Numbers]:
    """Return the rows that only their groups add up, and the groups that have no row under them."""
    after = (*rows[1:], None)
    return [
        each
        for each, below in zip(rows, after, strict=True)
        if not _GROUP.fullmatch(each.mark) or below is None or _GROUP.fullmatch(below.mark)
    ]


def _adds_up(total: _Numbers, others: Sequence[_Numbers], column: int) -> bool:
    """Whether all rows, or the groups alone, or the rows under them alone add up to the total."""
    kinds = [[each for each in others if kind.fullmatch(each.mark)] for kind in (_GROUP, _ROMAN, _LETTER, _DIGITS)]
    wanted = total.values[column]
    return any(
        is_near(sum(each.values.get(column, 0.0) for each in rows), wanted, len(rows))
        for rows in (others, *kinds, _leaves(others))
        if rows
    )


def _wrong_column(
    total: _Numbers, others: Sequence[_Numbers], column: int, severity: Severity, quotes: Quotes
) -> Fault:
    leaves = _leaves(others)
    added = sum(each.values[column] for each in leaves)
    first, last = _at(leaves[0].row, column), _at(leaves[-1].row, column)
    message = f"dòng tổng không bằng tổng {len(leaves)} dòng, từ {quotes.place(first)} đến {quotes.place(last)}"
    return Fault(_at(total.row, column), message, written(total.values[column]), written(added), severity)


def _across(heads: dict[int, str], rows: Sequence[_Numbers]) -> Iterator[Fault]:
    """Hold a column of totals against the columns after it, where it is the sum of them in nearly all rows."""
    column = next((each for each, head in heads.items() if _TOTAL_COLUMN.search(head)), None)
    if column is None or len(rows) < _FEWEST_ROWS:
        return
    parts = [each for each, head in heads.items() if each > column and not _NO_SUM.search(head)]
    judged = [each for each in rows if column in each.values and sum(part in each.values for part in parts) >= _FEWEST]
    sums = [sum(each.values.get(part, 0.0) for part in parts) for each in judged]
    right = [is_near(added, each.values[column], len(parts)) for added, each in zip(sums, judged, strict=True)]
    if len(judged) < _FEWEST_ROWS or sum(right) < _SHARE * len(judged):
        return
    for each, added, is_right in zip(judged, sums, right, strict=True):
        if not is_right:
            parts_text = " + ".join(written(each.values[part]) for part in parts if part in each.values)
            message = f"cột tổng không bằng tổng các cột sau nó ({parts_text})"
            yield Fault(_at(each.row, column), message, written(each.values[column]), written(added))


def _at(row: Row, column: int) -> Paragraph:
    """Return the paragraph of a number."""
    return _first(next(each for each in row.cells if each.column == column))


def _first(cell: Cell) -> Paragraph:
    return cell.paragraphs[0]


def _in_text(text: str, at: Paragraph) -> Iterator[Fault]:
    for found in _RATIO.finditer(text):
        yield from _ratio(found, at, of_whole=True)
    for found in _MONEY_RATIO.finditer(text) if "đồng/" in text else ():
        yield from _ratio(found, at, of_whole=False)
    for found in _IN_WORDS.finditer(text) if "đồng" in text and "(" in text else ():
        value = number_in_words(found["words"])
        if value is not None and value != number(found["number"]):
            message = f"số tiền bằng số và bằng chữ khác nhau: {found['number']} và {written(value)}"
            yield Fault(at, message, found[0], f"cùng một số: {found['number']} hoặc {written(value)} đồng", "error")
    for each in sums_in(text):
        yield _sum_fault(each, at)


def _sum_fault(each: StatedSum, at: Paragraph) -> Fault:
    terms = " + ".join(map(written, each.values))
    message = f"tổng không bằng các số hạng kể ra: “{each.total}” và {terms}"
    return Fault(at, message, each.total, f"{written(each.added)} {each.unit}", each.severity)


def _ratio(found: re.Match[str], at: Paragraph, *, of_whole: bool) -> Iterator[Fault]:
    """Hold a percentage against the two numbers before it; what is not of a whole may be more than all of it."""
    part, whole = (number(found[each].replace(".", "")) or 0.0 for each in ("part", "whole"))
    percent = number(found["percent"].replace(".", ",")) or 0.0
    places = len(found["percent"].replace(".", ",").partition(",")[2])
    if whole and not (of_whole and part > whole) and abs(100 * part / whole - percent) > 10**-places:
        message = f"tỷ lệ không bằng phần chia cho toàn thể: {found['part']}/{found['whole']} và {found['percent']}%"
        yield Fault(at, message, found[0], f"{written(round(100 * part / whole, max(places, 1)))}%")
