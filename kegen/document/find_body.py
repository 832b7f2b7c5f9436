"""Tell what each paragraph of the content is by the mark it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kegen.document.lines import Line, line_of
from kegen.document.model import Block, Paragraph
from kegen.document.parts import Item, Rank
from kegen.document.recent import remembered

_MARKS: tuple[tuple[Rank, str, str], ...] = (
    ("phan", "Pp", r"(?i)(Phần\s+(?:thứ\s+\w+|[IVXLC]+|\d+))(?=[\s.:]|$)[.:]?\s*"),
    ("chuong", "Cc", r"(?i)(Chương\s+[IVXLC\d]+)(?=[\s.:]|$)[.:]?\s*"),
    ("dieu", "Đ", r"(Điều\s+\d+[.:])\s*"),
    ("muc", "IVXLC", r"([IVXLC]+\s?[.)])\s*(?=\D|$)"),
    ("tiet", "", r"(\d{1,2}(?:\.\d{1,2})+\.?)\s+"),
    ("khoan", "", r"(\d{1,2}\s?[.)])(?!\d)\s*"),
    ("diem", "", r"([a-zđ]{1,2}\s?\))\s*"),
    ("gach", "-–—−•*▪●", r"([-–—−•*▪●])\s*"),
    ("cong", "+", r"(\+)\s*"),
)
"""Each rank, the letters its mark begins with ("" for many), and the mark."""
_LONGEST_PART = 120
_KEPT = 1024


def items_of(blocks: Iterable[Block]) -> list[Item]:
    """Return the paragraphs outside tables that say something."""
    found = _item.each(block for block in blocks if isinstance(block, Paragraph))
    return [each for each in found if each is not None]


@cache
def _compiled(mark: str) -> re.Pattern[str]:
    """Return the pattern, made when the first text may begin with it."""
    return re.compile(mark)


@remembered(_KEPT)
def _item(paragraph: Paragraph) -> Item | None:
    """Return what a paragraph is, None for one that says nothing."""
    line = line_of(paragraph)
    return None if paragraph.is_empty or not line.text else _ranked(line)


def _ranked(line: Line) -> Item:
    for rank, letters, mark in _MARKS:
        if letters and line.text[:1] not in letters:
            continue
        found = _compiled(mark).match(line.text)
        if found is not None and not (rank in ("phan", "chuong") and len(line.text) > _LONGEST_PART):
            return Item(rank, found[1], line.text[found.end() :], line)
    return Item("doan", "", line.text, line)


def split_bases(items: list[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Split the lines `Căn cứ …` (and `Theo đề nghị …` after them) off the rest of the content."""
    first = next((i for i, each in enumerate(items[:6]) if is_basis(each)), None)
    if first is None:
        return (), tuple(items)
    end = first
    while end < len(items) and (is_basis(items[end]) or _is_proposal(items[end])):
        end += 1
    return tuple(items[first:end]), tuple(items[:first] + items[end:])


def is_basis(item: Item) -> bool:
    """Whether it is one `Căn cứ` of the opening."""
    return item.line.folded.startswith("can-cu-") and item.rank in ("doan", "gach")


def _is_proposal(item: Item) -> bool:
    return item.line.folded.startswith(("theo-de-nghi", "xet-de-nghi", "theo-to-trinh", "xet-to-trinh", "sau-khi-"))
