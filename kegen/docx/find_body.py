"""Tell what each paragraph of the content is by the mark it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kegen.docx.find_quotes import quoted_in
from kegen.docx.lines import Line, line_of
from kegen.docx.model import Block, Paragraph
from kegen.docx.parts import Item, Rank

_MARKS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    ("phan", re.compile(r"(?i)(Phần\s+(?:thứ\s+\w+|[IVXLC]+|\d+))(?=[\s.:]|$)[.:]?\s*")),
    ("chuong", re.compile(r"(?i)(Chương\s+[IVXLC\d]+)(?=[\s.:]|$)[.:]?\s*")),
    ("dieu", re.compile(r"(Điều\s+\d+[.:])\s*")),
    ("muc", re.compile(r"([IVXLC]+\s?[.)])\s*(?=\D|$)")),
    ("tiet", re.compile(r"(\d{1,2}(?:\.\d{1,2})+\.?)\s+")),
    ("khoan", re.compile(r"(\d{1,2}\s?[.)])(?!\d)\s*")),
    ("diem", re.compile(r"([a-zđ]{1,2}\s?\))\s*")),
    ("gach", re.compile(r"([-–—−•*▪●])\s*")),
    ("cong", re.compile(r"(\+)\s*")),
)
"""Each rank and the mark that a paragraph of it begins with."""
_LONGEST_PART = 120
"""A longer paragraph only speaks of a Phần or Chương."""


def items_of(blocks: Iterable[Block]) -> list[Item]:
    """Return the paragraphs outside tables that say something, each as what its mark makes it."""
    paragraphs = (each for each in blocks if isinstance(each, Paragraph) and not each.is_empty)
    lines = [line for line in map(line_of, paragraphs) if line.text]
    quoted = quoted_in(lines)
    return [
        Item("doan", "", line.text, line, is_quoted=True) if index in quoted else _ranked(line)
        for index, line in enumerate(lines)
    ]


def _ranked(line: Line) -> Item:
    for rank, mark in _MARKS:
        found = mark.match(line.text)
        if found is not None and not (rank in ("phan", "chuong") and len(line.text) > _LONGEST_PART):
            return Item(rank, found[1], line.text[found.end() :], line)
    return Item("doan", "", line.text, line)


_OPENING = 6
"""The first base is among this many items."""
_PROPOSALS = ("theo-de-nghi", "xet-de-nghi", "theo-to-trinh", "xet-to-trinh", "sau-khi-")
_OPENERS = ("thuc-hien-", "theo-", "xet-", "tren-co-so-", "trien-khai-", "tiep-theo-", "sau-khi-", "y-kien-", "de-")
"""How lines begin that stand among bases without being called so."""
_OF_WHAT_IS_ABOVE = (
    r"Căn cứ\s+(?:vào\s+)?(?:các\s+|những\s+)?[^,;.]{0,60}?\b(?:nêu trên|nói trên|trên đây|ở trên|trên)(?=\s*,)"
)
_BODY = (
    r"(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Thường trực|Chủ tịch|Sở|Phòng|Ban|Bộ|Trường|Trung tâm|Chi cục|Cục|Công an"
    r"|Đảng ủy|Văn phòng|Giám đốc|Hiệu trưởng|Trưởng|Thanh tra|Hội|Đoàn|Chi bộ|Viện|Bệnh viện|Công ty|Tổ|Kho bạc|Thuế"
    r"|Chính phủ|Thủ tướng|cơ quan|đơn vị|nhà trường|Nhà trường|tập thể)"
)
_ISSUES = "ban hành|xây dựng|đề nghị|yêu cầu|báo cáo|thông báo|quyết định|quyết nghị|kính|trân trọng|có ý kiến|đề xuất"
_DOES = (
    f"{_ISSUES}|triển khai|tổ chức|trình|giao|cử|mời|thống nhất|nhận thấy|hướng dẫn|đã|xin|gửi|lập|tiến hành|thực hiện"
    "|phê duyệt|tham gia|điều chỉnh|chỉ đạo|trả lời|đồng ý|cụ thể"
)
_CLAUSE = rf"[,.]\s+(?:nay\s+)?{_BODY}(?:\s[^,;:]{{0,100}}?)?\s(?:{{}})(?!\w)"
_ISSUING = re.compile(_CLAUSE.replace("{}", _ISSUES))
_MAIN_CLAUSE = re.compile(
    _CLAUSE.replace("{}", _DOES) + r"|,\s+(?:nay|kính|trân trọng|đề nghị|yêu cầu|để)\s|,\s+(?:thì|việc)\s"
)


def split_bases(items: list[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Split the lines `Căn cứ …` (and what is listed with them) off the rest of the content."""
    first = next((index for index, each in enumerate(items[:_OPENING]) if is_basis(each)), None)
    if first is None or not all(map(_may_open, items[:first])):
        return (), tuple(items)
    at, end = first + 1, first + 1
    while at < len(items) and _is_listed(items[at], items[at - 1]):
        at += 1
        if items[at - 1].line.folded.startswith(("can-cu-", *_PROPOSALS)) or items[at - 1].line.is_italic:
            end = at  # what only stands between bases is one of them, what comes after them opens the content
    return tuple(items[first:end]), tuple(items[:first] + items[end:])


def is_basis(item: Item) -> bool:
    """Whether it is one `Căn cứ` that the paper stands on, not a sentence that only begins so."""
    return item.line.folded.startswith("can-cu-") and item.rank in ("doan", "gach") and not says_something(item.text)


def says_something(text: str, *, listed: bool = False) -> bool:
    """Whether a text that begins as a basis is a sentence: it opens a list, closes the paper, or has a main clause.

    Of one `listed` after others only a clause that issues the paper tells it for sure: titles have clauses too.
    """
    if text.endswith((":", "./.")) or re.match(_OF_WHAT_IS_ABOVE, text):
        return True
    clause = _ISSUING if listed else _MAIN_CLAUSE
    return not text.endswith(";") and clause.search(text) is not None


def _may_open(item: Item) -> bool:
    """Whether an item may stand over the bases: the addressee, the signer's title, what is carried out."""
    text = item.line
    return (
        text.is_capital
        or item.paragraph.format.alignment == "center"
        or text.folded.startswith(("kinh-gui", *_OPENERS))
        or text.text.endswith(";")
    )


def _is_listed(item: Item, above: Item) -> bool:
    """Whether an item goes on with the bases, the last of which is the one above."""
    listed = above.text.endswith(";")
    if item.rank not in ("doan", "gach") or says_something(item.text, listed=listed):
        return False
    openers = (*_PROPOSALS, "can-cu-", *(_OPENERS if listed else ()))
    return item.line.folded.startswith(openers)
