"""Mức độ chép nguyên văn văn bản của cấp trên.

Quy định: kế hoạch của đơn vị cụ thể hóa việc cấp trên giao, không sao chép lại nội dung văn bản của cấp trên.
Vì sao: chép lại thì không thêm được người làm, thời hạn, sản phẩm; đây là điều các kế hoạch cải tiến lề lối đều nhắc.
Sai: cả mục nhiệm vụ giống từng chữ kế hoạch của tỉnh.
Đúng: ghi việc của xã, cơ quan của xã, thời hạn và sản phẩm của xã. Con số này chỉ để tham khảo, không phải lỗi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.passages import Zone
from kegen.check.rule import NO_PARENT, Fault, Outcome, Weight
from kegen.check.words import opening, words

CITE = "Yêu cầu không sao chép lại nội dung văn bản của cấp trên"
WEIGHT: Weight = "N"
_RUN = 8
"""So many words in a row, the same in both, are copied."""
_SHOWN, _SHOWN_WORDS = 3, 20
_OWN: tuple[Zone, ...] = ("body", "table")
_THEIRS: tuple[Zone, ...] = (*_OWN, "annex")
"""An annex repeats the tasks of its own document: it counts as a source, not as a copy."""
_WORD = re.compile(r"[^\W_]+")
_CITED = re.compile(
    r"\bsố\s+[\w-]+(?:/[\w/-]+)?(?:\s+ngày\s[^;.:]*?\scủa\s[^;.:]*?)?(?:\s+(?:về|quy định|ban hành)\s[^;.:]*)?"
)
"""A document cited with its number, date, issuer and title: the same in both because it has to be."""


def check(paper: Paper) -> Outcome:
    """Tell what share of the words stands in runs that the parent has too, and the longest of them."""
    if paper.parent is None:
        yield NO_PARENT
        return
    known = {run for text in _texts(paper.parent, _THEIRS) for run in _runs(words(text))}
    total = 0
    copied: list[tuple[int, str]] = []
    for text in _texts(paper, _OWN):
        own = words(text)
        total += len(own)
        copied += _copied(text, own, known)
    if copied:
        share = round(100 * sum(count for count, _ in copied) / total)
        longest = sorted(dict.fromkeys(copied), key=lambda each: -each[0])[:_SHOWN]
        shown = "; ".join(f"“{opening(text, _SHOWN_WORDS)}” ({count} chữ)" for count, text in longest)
        yield Fault("nội dung", f"{share}% nội dung trùng nguyên văn văn bản của cấp trên", shown, "", "info")


def _texts(paper: Paper, zones: tuple[Zone, ...]) -> Iterator[str]:
    """Yield the paragraphs of the content cut at the documents they cite."""
    for passage in paper.passages:
        if passage.zone in zones:
            yield from (piece for piece in _CITED.split(passage.line.text) if piece.strip())


def _runs(own: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(own[start:] for start in range(_RUN)), strict=False)


def _copied(text: str, own: tuple[str, ...], known: set[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Yield each stretch of copied words: how many, and the text as it stands."""
    start = end = 0
    for index, run in enumerate(_runs(own)):
        if run not in known:
            continue
        if index > end and end:
            yield end - start, _as_written(text, own, start, end)
        if index > end or not end:
            start = index
        end = index + _RUN
    if end:
        yield end - start, _as_written(text, own, start, end)


def _as_written(text: str, own: tuple[str, ...], start: int, end: int) -> str:
    """Return some words as they stand in the text; where small letters part a word (`İ`), as they are compared."""
    spans = [each.span() for each in _WORD.finditer(text)]
    return text[spans[start][0] : spans[end - 1][1]] if len(spans) == len(own) else " ".join(own[start:end])
