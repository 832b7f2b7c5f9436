"""Number and day of a signed plan: stamps that lie over the blanks of `Số:      /KH-UBND` and of the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kegen.pdf.lines import TextLine, in_rows, lines_on
from kegen.pdf.pages import Glyph, Page
from kegen.vietnamese import fold

StampField = Literal["number", "issued"]
"""Which fact of a plan a stamp gives: its number, or the day of issue."""
_NUMBER = re.compile(r"(?i)\s*số\s*[:.]?[\s._…]*/")
_DATE = re.compile(r"(?i).*ngày.*tháng")
_EMPTY = frozenset(" \u00a0._…\t-")
"""What the blank for a number is made of."""
_STAMPED = re.compile(r"[\d/.\s]{1,12}[A-Za-zđĐ]?")
_LEADS: tuple[tuple[str, StampField], ...] = (("so", "number"), ("ngay", "issued"), ("thang", "issued"))
"""The word before a blank, and what is stamped there."""
_MOST = 20
"""No plan has more of them."""
_LEVEL = 0.75
"""A stamp lies on a line where its baseline is within this share of the size of the letters."""


class Stamped(NamedTuple):
    """What a stamp says of a plan, and in which words."""

    field: StampField
    text: str


class Placed(NamedTuple):
    """A page with its stamps put into the text, what they say, and the words of the others."""

    page: Page
    placed: tuple[Stamped, ...] = ()
    others: tuple[str, ...] = ()


def place_stamps(page: Page) -> Placed:
    """Return a page with the stamps over its blanks put in their places."""
    if not page.stamps:
        return Placed(page)
    targets = _targets(page)
    placed: list[Stamped] = []
    others: list[str] = []
    for stamp in lines_on(page.number, _each_once(page.stamps)):
        if not _STAMPED.fullmatch(stamp.text) or len(placed) >= _MOST:
            others.append(stamp.text)
            continue
        pieces = _words(stamp)
        homes = [next((line for line in targets if _field(piece, line)), None) for piece in pieces]
        if all(home is not None for home in homes):
            for piece, home in zip(pieces, homes, strict=True):
                if home is not None:
                    placed.append(Stamped(_field(piece, home) or "number", "".join(each.text for each in piece)))
                    page = _with(page, piece, home)
            targets = _targets(page)
        else:
            others.append(stamp.text)
    return Placed(page._replace(stamps=()), tuple(placed), tuple(others))


def _each_once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters of stamps, those once that lie twice at one place."""
    found: list[Glyph] = []
    for each in sorted(glyphs, key=lambda glyph: (glyph.text, round(glyph.y), glyph.x0)):
        last = found[-1] if found else None
        near = each.size / 4
        if last is None or last.text != each.text or abs(last.y - each.y) > near or abs(last.x0 - each.x0) > near:
            found.append(each)
    return found


def _targets(page: Page) -> list[TextLine]:
    """Return the lines of number and date whose blanks may be filled."""
    rows = in_rows(lines_on(page.number, page.glyphs))
    return [line for line in rows if _NUMBER.match(line.text) or _DATE.match(line.text)][:_MOST]


def _words(line: TextLine) -> list[tuple[Glyph, ...]]:
    words: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if glyph.is_blank or (words[-1] and glyph.x0 - words[-1][-1].x1 > glyph.size / 2):
            words.append([])
        if not glyph.is_blank:
            words[-1].append(glyph)
    return [tuple(word) for word in words if word]


class _Gap(NamedTuple):
    """A blank within a line and the letters on both sides of it."""

    before: Glyph
    after: Glyph
    leading: str
    """The words before it."""


def _gap(word: Sequence[Glyph], line: TextLine) -> _Gap | None:
    """Return the blank of a line that a word lies over, None where it lies over letters or beside the line."""
    if abs(word[0].y - line.y) > _LEVEL * max(line.size, word[0].size):
        return None
    start, end = word[0].x0, word[-1].x1
    shown = [glyph for glyph in line.glyphs if glyph.text not in _EMPTY]
    before = [glyph for glyph in shown if glyph.x1 <= start + glyph.size / 4]
    after = [glyph for glyph in shown if glyph.x0 >= end - glyph.size / 4]
    if not before or not after or len(before) + len(after) != len(shown):
        return None
    leading = "".join(glyph.text for glyph in before)
    last = max(before, key=lambda each: each.x1)
    return _Gap(last, min(after, key=lambda each: each.x0), leading)


def _field(word: Sequence[Glyph], line: TextLine) -> StampField | None:
    """Return whether a word lies over the blank of the number, or of the day or the month, None for elsewhere."""
    gap = _gap(word, line)
    leading = fold(gap.leading).rstrip(":.") if gap else ""
    return next((field for last, field in _LEADS if leading.endswith(last)), None)


def _with(page: Page, word: Sequence[Glyph], line: TextLine) -> Page:
    """Return the page with a word in place of the blanks it lies over."""
    gap = _gap(word, line)
    if gap is None:
        return page
    before, after, _ = gap
    own = [each._replace(y=before.y, size=before.size, font=before.font, mark=before.mark) for each in word]
    blank = own[0]._replace(text=" ", x0=before.x1, x1=own[0].x0)
    end = own[-1]
    own[-1] = end._replace(x1=after.x0) if after.text == "/" else end
    last = [] if after.text == "/" else [end._replace(text=" ", x0=end.x1, x1=after.x0)]
    others = [glyph for glyph in page.glyphs if not _is_filled(glyph, before, after)]
    at = next(index for index, glyph in enumerate(others) if glyph is before) + 1
    return page._replace(glyphs=(*others[:at], blank, *own, *last, *others[at:]))


def _is_filled(glyph: Glyph, before: Glyph, after: Glyph) -> bool:
    """Whether a character is of the blank between two others."""
    is_between = before.x1 - 1 <= glyph.x0 < after.x0 and abs(glyph.y - before.y) <= 1
    return is_between and glyph.text in _EMPTY
