"""Căn cứ còn hiệu lực.

Quy định: căn cứ ban hành là văn bản đang có hiệu lực ở ngày ban hành.
Vì sao: phần căn cứ hay được chép từ văn bản các năm trước; căn cứ luật đã bị thay thế là căn cứ không còn.
Sai: kế hoạch năm 2026 “Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015”.
Đúng: “Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025”. Nhắc luật cũ trong nội dung, ngoài phần
căn cứ, thì không sao.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.dates import PlanDate
from kegen.docx.parts import Item

CITE = "Luật Ban hành văn bản quy phạm pháp luật (hiệu lực của văn bản)"
WEIGHT: Weight = "N"


class Replaced(NamedTuple):
    """A document that another took the place of: how it is named, its years, since when, by which."""

    name: str
    years: tuple[str, ...]
    since: PlanDate
    by: str


_REPLACED = (
    Replaced(
        "Luật Tổ chức chính quyền địa phương",
        ("2003", "2015"),
        PlanDate(2025, 3, 1),
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    ),
    Replaced(
        "Luật Tổ chức Chính phủ",
        ("2001", "2015"),
        PlanDate(2025, 3, 1),
        "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025",
    ),
    Replaced(
        "Luật Ban hành văn bản quy phạm pháp luật",
        ("2008", "2015"),
        PlanDate(2025, 4, 1),
        "Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025",
    ),
    Replaced("Luật Lưu trữ", ("2011",), PlanDate(2025, 7, 1), "Luật Lưu trữ ngày 21 tháng 6 năm 2024"),
    Replaced("Luật Đất đai", ("2003", "2013"), PlanDate(2024, 8, 1), "Luật Đất đai ngày 18 tháng 01 năm 2024"),
    Replaced(
        "Luật Cán bộ, công chức", ("2008",), PlanDate(2025, 7, 1), "Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025"
    ),
    Replaced(
        "Luật Giao dịch điện tử", ("2005",), PlanDate(2024, 7, 1), "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023"
    ),
    Replaced(
        "Luật Thi đua, khen thưởng",
        ("2003",),
        PlanDate(2024, 1, 1),
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    ),
    Replaced("Luật Đầu tư công", ("2014", "2019"), PlanDate(2025, 1, 1), "Luật Đầu tư công ngày 29 tháng 11 năm 2024"),
    Replaced(
        "Luật Ngân sách nhà nước",
        ("2002", "2015"),
        PlanDate(2026, 1, 1),
        "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025",
    ),
    Replaced(
        "Luật Bảo hiểm xã hội", ("2006", "2014"), PlanDate(2025, 7, 1), "Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024"
    ),
    Replaced("Luật Thanh tra", ("2010", "2022"), PlanDate(2025, 7, 1), "Luật Thanh tra ngày 25 tháng 6 năm 2025"),
    Replaced(
        "Luật Phòng cháy và chữa cháy",
        ("2001", "2013"),
        PlanDate(2025, 7, 1),
        "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ ngày 29 tháng 11 năm 2024",
    ),
    Replaced("Luật Việc làm", ("2013",), PlanDate(2026, 1, 1), "Luật Việc làm ngày 16 tháng 6 năm 2025"),
    Replaced("Luật Đấu thầu", ("2005", "2013"), PlanDate(2024, 1, 1), "Luật Đấu thầu ngày 23 tháng 6 năm 2023"),
    Replaced("Luật Nhà ở", ("2005", "2014"), PlanDate(2024, 8, 1), "Luật Nhà ở ngày 27 tháng 11 năm 2023"),
    Replaced(
        "Luật Tài nguyên nước", ("1998", "2012"), PlanDate(2024, 7, 1), "Luật Tài nguyên nước ngày 27 tháng 11 năm 2023"
    ),
    Replaced("Luật Căn cước công dân", ("2014",), PlanDate(2024, 7, 1), "Luật Căn cước ngày 27 tháng 11 năm 2023"),
    Replaced(
        "Luật Bảo vệ môi trường",
        ("2005", "2014"),
        PlanDate(2022, 1, 1),
        "Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020",
    ),
    Replaced("Luật Hợp tác xã", ("2003", "2012"), PlanDate(2024, 7, 1), "Luật Hợp tác xã ngày 20 tháng 6 năm 2023"),
    Replaced("Nghị định số 110/2004/NĐ-CP", ("2004",), PlanDate(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    Replaced("Nghị định số 09/2010/NĐ-CP", ("2010",), PlanDate(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    Replaced("Thông tư số 01/2011/TT-BNV", ("2011",), PlanDate(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
)
"""What plans rest on most, and what is in its place; the law's own day of effect."""
_DAY = re.compile(r"(?: số [\w/]+)?,? ngày (\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})")
_YEAR = re.compile(r"[^;.]{0,40}?(?:ngày [^;.]{0,24}?|năm )((?:19|20)\d\d)")


def check(paper: Paper) -> Outcome:
    """Look at the legal bases for documents that another took the place of before the paper's day."""
    if not paper.parts.bases:
        yield Absent("văn bản không có căn cứ")
    elif paper.date is not None:
        for item in paper.parts.bases:
            yield from _replaced(item, paper.date)


def _replaced(item: Item, on: PlanDate) -> Iterator[Fault]:
    text = item.line.text
    for each in _REPLACED:
        start = text.find(each.name)
        year = _YEAR.match(text, start + len(each.name)) if start >= 0 else None
        if year is not None and year[1] in each.years and not on.before(each.since):
            message = f"{each.name} năm {year[1]} đã được thay thế từ {each.since.written('ngan')}"
            yield Fault(item, message, text[start : year.end()], each.by)
        elif year is not None and each.by.startswith(each.name) and "sửa đổi" not in text[:start]:
            yield from _misdated(item, each, text[start:], year[1])


def _misdated(item: Item, known: Replaced, text: str, year: str) -> Iterator[Fault]:
    """Yield the law that is in force with another day of the year in which it was passed."""
    day = _DAY.match(text, len(known.name))
    right = _DAY.match(known.by, len(known.name))
    if day is not None and right is not None and right[3] == year and _numbers(day) != _numbers(right):
        yield Fault(item, f"ngày của {known.name} không đúng", day[0].strip(), known.by, "warning")


def _numbers(day: re.Match[str]) -> tuple[int, ...]:
    return tuple(map(int, day.groups()))
