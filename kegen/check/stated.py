"""Figures that a paper states of something: how much, of what, in which scope, under which headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kegen.check.figures import amount, measured_in
from kegen.check.headings import under_headings
from kegen.check.paper import Paper
from kegen.check.words import key_set
from kegen.docx.model import Paragraph
from kegen.docx.parts import Item
from kegen.vietnamese import has_digit, normalise

_FIGURE = re.compile(
    r"(?<![\d.,/–-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,4}(?:[.,]\d{1,2})?(?:/\d)?)(?![\d/]|[.,]\d)\s*"
    r"(?P<unit>%|phần trăm\b|(?:lớp|cuộc|đợt|hội nghị|buổi|mô hình|công trình|(?:tỷ |triệu |nghìn )?đồng)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_SEGMENT = re.compile(r"[;:](?=\s|$)")
_JOINT = re.compile(r",\s|\s(?:và|hoặc|còn)\s", re.IGNORECASE)
_YEAR = re.compile(r"(?<![/\d.-])(?:19|20)\d\d(?![\d/])")
_SCOPE = re.compile(
    r"\b(quý|tháng|tuần|giai đoạn|nhiệm kỳ|bình quân|trung bình|lũy kế|cộng dồn|mỗi|từng|toàn|riêng|cùng kỳ|vùng|loại"
    r"|nhóm|đợt \d+|lần \d+|bước \d+)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(đã|(?<!đổi )mới|(?<!thực )(?<!phát )hiện|còn|chưa|nếu|trường hợp|khi|không đạt|vượt|ước|dự kiến|kết quả"
    r"|từng bước|trong đó|tăng thêm)\b",
    re.IGNORECASE,
)
"""Words of what was reached, of a condition or a part: nothing to hold against a target."""
_LONGEST = 400
"""A piece longer than this says too much to be told by its words."""


class Stated(NamedTuple):
    """A figure and what it says."""

    at: Paragraph
    text: str
    """The words around it."""
    value: float
    unit: str
    measured: frozenset[str]
    scope: frozenset[str]
    """The words that say for which part of time or place it holds."""
    years: frozenset[str]
    """The years of its sentence, else of the headings over it."""
    lead: frozenset[str]
    """What stands before the last colon of its sentence."""
    above: tuple[Item, ...]
    """The headings it stands under; none in a table or an annex."""
    in_table: bool


def stated(paper: Paper) -> Iterator[Stated]:
    """Yield the figures of the content, then of the cells of its tables and of the annexes."""
    for item, above in under_headings(paper.parts.body):
        years = _years(" ".join(each.line.text for each in above))
        yield from _of_text(item.paragraph, item.line.text, years, above, in_table=False)
    for passage in paper.passages:
        if passage.zone in ("table", "annex"):
            yield from _of_text(passage.paragraph, passage.line.text, frozenset(), (), in_table=True)


def _of_text(
    at: Paragraph, text: str, years: frozenset[str], above: tuple[Item, ...], *, in_table: bool
) -> Iterator[Stated]:
    if not has_digit(text) or _FIGURE.search(text) is None:
        return
    for sentence in _SENTENCE.split(normalise(text)):
        own = _years(sentence) or years
        start, lead = 0, ""
        for end in (*(each.start() for each in _SEGMENT.finditer(sentence)), len(sentence)):
            segment = sentence[start:end]
            for found, piece in _pieces(segment):
                yield Stated(at, piece, *_read(found, piece), own, key_set(lead), above, in_table)
            lead = segment if sentence[end : end + 1] == ":" else lead
            start = end + 1


def _read(found: re.Match[str], piece: str) -> tuple[float, str, frozenset[str], frozenset[str]]:
    number = found["number"]
    value = float(number.replace(".", "").replace(",", ".")) if number.count(".") and _is_grouped(number) else None
    unit = "%" if found["unit"].lower() in ("%", "phần trăm") else found["unit"].lower()
    rest = piece.replace(found[0], " ", 1)
    scope = frozenset(each.lower() for each in _SCOPE.findall(rest))
    return (amount(number) if value is None else value), unit, measured_in(rest), scope


def _is_grouped(number: str) -> bool:
    return all(len(each) == 3 for each in number.partition(",")[0].split(".")[1:])  # noqa: PLR2004 - thousands


def _pieces(segment: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each figure with the words that belong to it and to no other."""
    found = list(_FIGURE.finditer(segment))
    if not found:
        return
    starts: list[int] = [0]
    ends: list[int] = []
    for one, other in pairwise(found):
        joints = list(_JOINT.finditer(segment, one.end(), other.start()))
        ends.append(joints[0].start() if len(joints) == 1 else -1)
        starts.append(joints[0].end() if len(joints) == 1 else -1)
    ends.append(len(segment))
    for each, start, end in zip(found, starts, ends, strict=True):
        piece = segment[start:end] if start >= 0 <= end else ""
        if piece and len(piece) <= _LONGEST and not _RESULT.search(piece):
            yield each, piece


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))
