"""Find the paragraphs that quote another document: its words, numbers and look are not the paper's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.docx.lines import Line

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_LONGEST = 40
"""A quotation has at most this many paragraphs; a mark that nobody closes opens none."""
_LEADS = re.compile(
    r"\b(?:quy định|nêu|ghi|trích|nội dung|hướng dẫn|sửa đổi|bổ sung|thay thế|sau đây|như sau|đọc)\b[^:]*:$",
    re.IGNORECASE,
)
"""How a paragraph ends that what is quoted stands under."""
_OF_A_LAW = re.compile(r"\b(?:Điều|điểm|khoản|Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy chế|Quy định)\b")


def quoted_in(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that stand in a quotation."""
    return frozenset((*_in_marks(lines), *_in_italics(lines)))


def _in_marks(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines between an opening and its closing mark, and those that a mark opens and closes."""
    index = 0
    while index < len(lines):
        text = lines[index].text
        end = _end(lines, index) if _opens(text) else None
        if text.startswith((_OPEN, _STRAIGHT)) and (end is not None or _is_closed(text)):
            yield index
        if end is not None:
            yield from range(index + 1, end + 1)
            index = end
        index += 1


def _opens(text: str) -> bool:
    """Whether a quotation begins in the text that does not end in it."""
    return text.count(_OPEN) > text.count(_CLOSE) or text.count(_STRAIGHT) % 2 == 1


def _end(lines: Sequence[Line], start: int) -> int | None:
    """Return the line in which the quotation that begins at `start` ends, None where none ends near."""
    straight = lines[start].text.count(_STRAIGHT) % 2 == 1
    for index in range(start + 1, min(start + _LONGEST, len(lines))):
        text = lines[index].text
        if (text.count(_STRAIGHT) % 2 == 1) if straight else text.count(_CLOSE) > text.count(_OPEN):
            return index
    return None


def _is_closed(text: str) -> bool:
    return text.rstrip(".;,/ )").endswith((_CLOSE, _STRAIGHT))


def _in_italics(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the italic lines under one that says that a law is quoted."""
    quoting = False
    for index, line in enumerate(lines):
        if line.is_italic and not line.folded.startswith("can-cu-"):
            if quoting:
                yield index
        else:
            quoting = _LEADS.search(line.text) is not None and _OF_A_LAW.search(line.text) is not None
