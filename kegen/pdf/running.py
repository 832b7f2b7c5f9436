"""What a page repeats and what stands under it: page numbers, running heads, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine, line_of
from kegen.pdf.pages import Page, Rule

_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_MARGIN = 0.12
"""Page numbers and running heads stand within this share of the height from an edge."""
_MOST_LINES = 3
_OFTEN = 3
_RAISED = 0.85
_SHORT = (40.0, 220.0)
"""How long the line over the footnotes is."""
_NOTE = re.compile(r"\(?\[?(\d{1,3})[\])]?[.\s]?")


class Foot(NamedTuple):
    """A footnote: its number, and its lines without it."""

    number: int
    lines: tuple[TextLine, ...]


def without_running(pages: Sequence[Page], by_page: dict[int, list[TextLine]]) -> dict[int, list[TextLine]]:
    """Return the lines of each page without its number and without what stands at the same place of many pages."""
    heights = {page.number: page.height for page in pages}
    outer = {number: _outer(lines, heights[number]) for number, lines in by_page.items()}
    often = Counter(_key(line) for lines in outer.values() for line in lines)
    found = {}
    for number, lines in by_page.items():
        dropped = {id(line) for line in outer[number] if _is_number(line) or often[_key(line)] >= _OFTEN}
        found[number] = [line for line in lines if id(line) not in dropped]
    return found


def _outer(lines: Sequence[TextLine], height: float) -> list[TextLine]:
    above = [line for line in lines[:_MOST_LINES] if line.y < _MARGIN * height]
    return above + [line for line in lines[-_MOST_LINES:] if line.y > (1 - _MARGIN) * height]


def _key(line: TextLine) -> tuple[str, int, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / 4), round(line.middle / 8)


def _is_number(line: TextLine) -> bool:
    return _NUMBER.fullmatch(line.text) is not None


def split_notes(page: Page, lines: Sequence[TextLine], frame: Frame) -> tuple[list[TextLine], list[Foot]]:
    """Return the lines of a page without its footnotes, and the footnotes: small lines under a short line."""
    rule = next((each for each in page.rules if _parts_notes(each, frame, page.height)), None)
    below = [line for line in lines if rule is not None and line.y > rule.y0]
    body = [line for line in lines if rule is None or line.y <= rule.y0]
    usual = Counter(line.size for line in body).most_common(1)
    if not below or not usual or any(line.size >= usual[0][0] for line in below) or not _NOTE.match(below[0].text):
        return list(lines), []
    return body, list(_notes(below))


def _parts_notes(rule: Rule, frame: Frame, height: float) -> bool:
    is_at_left = abs(rule.x0 - frame.left) < 4  # noqa: PLR2004 - points
    return rule.is_across and is_at_left and _SHORT[0] < rule.x1 - rule.x0 < _SHORT[1] and rule.y0 > height / 2


def _notes(lines: Iterable[TextLine]) -> Iterable[Foot]:
    number, own = 0, list[TextLine]()
    for line in lines:
        found = _NOTE.match(line.text)
        is_next = found is not None and int(found[1]) > number and line.glyphs[0].size < line.size * _RAISED
        if is_next or not own:
            if own:
                yield foot_of(number, own)
            number, own = int(found[1]) if found is not None else number + 1, []
        own.append(line)
    yield foot_of(number, own)


def foot_of(number: int, lines: Sequence[TextLine]) -> Foot:
    """Return a footnote without the raised sign that it begins with."""
    first, *rest = lines
    raised = takewhile(lambda each: each.is_blank or each.size < _RAISED * first.size, first.glyphs)
    bare = line_of(first.page, first.glyphs[len(list(raised)) :])
    return Foot(number, (*(() if bare is None else (bare,)), *rest))
