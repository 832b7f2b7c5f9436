"""What a Word file says outside the parts that are compared one by one: margins, text boxes, what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kegen.compare.content import ContentLine
from kegen.docx.lines import Line, lines_of
from kegen.docx.model import Block, Document, Paragraph

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]")

ComparedPart = Line | Paragraph
"""A line that is compared in its own place, or a whole paragraph that is."""


def rest_of(document: Document, compared: Iterable[ComparedPart]) -> tuple[ContentLine, ...]:
    """Return each line of the file that is none of those compared elsewhere, with where it stands."""
    known = {_key(each) for each in compared}
    body = (line for line in lines_of(document.blocks) if known.isdisjoint((_key(line), _key(line.paragraph))))
    lines = [ContentLine("", "other", line.text, "khung chữ" if line.box else "") for line in body]
    return tuple(each for each in (*lines, *dict.fromkeys(_margins(document))) if _WORD.search(each.text))


def _key(part: ComparedPart) -> tuple[int, str]:
    """Return what tells a line, or a whole paragraph, from all others of the file."""
    return (id(part), "") if isinstance(part, Paragraph) else (id(part.paragraph), part.text)


def _margins(document: Document) -> Iterator[ContentLine]:
    for section in document.sections:
        for where, margins in (("đầu trang", section.headers), ("chân trang", section.footers)):
            shown = margins if document.has_even_pages else margins._replace(even=())
            yield from (ContentLine("", "other", text, where) for blocks in shown for text in _texts(blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the lines of a margin, without the numbers that a field counts."""
    for line in lines_of(blocks):
        yield _NUMBER.sub("", line.text).strip() if line.paragraph.fields else line.text
