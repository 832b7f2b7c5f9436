"""Tell what each paragraph of the content is by the mark it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    return [_ranked(line) for line in map(line_of, paragraphs) if line.text]


def _ranked(line: Line) -> Item:
    for rank, mark in _MARKS:
        found = mark.match(line.text)
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
