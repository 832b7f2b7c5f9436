"""Characters put together into lines: what a reader sees as one stretch of text on one baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from kegen.docx.model import Face, Run
from kegen.pdf.pages import Glyph

_LEVEL = 2.0
"""Baselines that lie within this are one."""
_RAISED = 0.8
"""A sign is raised or lowered where it is smaller than this share of its neighbours and off their baseline."""
_REACH = 0.6
"""How far off the baseline of its neighbours, in their size."""
_TOUCHES = 3.0
_APART = 1.0
"""A gap wider than this, in the size of the letters and besides what blanks fill, may set texts side by side."""
_TAB = 2.2
"""A gap wider than this within one text is a tab."""
_ONE_ROW = 2.0
_SPACE = 0.16
"""A gap wider than this without a blank stands for one."""


class TextLine(NamedTuple):
    """Characters on one baseline, from left to right, without blanks at the ends."""

    page: int
    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    y: float
    size: float
    """That of most of its characters."""
    text: str

    @property
    def middle(self) -> float:
        """The middle between its ends."""
        return (self.x0 + self.x1) / 2

    @property
    def first_word(self) -> float:
        """How wide its first word is, with all that firm blanks (U+00A0) tie to it."""
        word = next((at for at, each in enumerate(self.glyphs) if each.text == " "), len(self.glyphs))
        return self.glyphs[word - 1].x1 - self.x0

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(each.font.bold for each in self.glyphs if each.text.isalnum())

    @property
    def is_italic(self) -> bool:
        """Whether all its letters are italic."""
        return all(each.font.italic for each in self.glyphs if each.text.isalnum())


def line_of(page: int, glyphs: Sequence[Glyph]) -> TextLine | None:
    """Return characters as a line, None where they show nothing."""
    shown = [index for index, each in enumerate(glyphs) if not each.is_blank]
    if not shown:
        return None
    own = tuple(glyphs[shown[0] : shown[-1] + 1])
    size = Counter(round(each.size * 2) / 2 for each in own if not each.is_blank).most_common(1)[0][0]
    base = [each.y for each in own if not each.is_blank and abs(each.size - size) <= 1] or [own[0].y]
    text = "".join(text for text, _ in _spaced(own, size))
    ends = min(each.x0 for each in own if not each.is_blank), max(each.x1 for each in own if not each.is_blank)
    return TextLine(page, own, *ends, sorted(base)[len(base) // 2], size, text)


def lines_on(page: int, glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Return the lines that characters make by where they stand: down the page, from left to right."""
    rows: list[list[Glyph]] = []
    for each in sorted(glyphs, key=lambda glyph: glyph.y):
        if rows and each.y - rows[-1][-1].y <= _LEVEL:
            rows[-1].append(each)
        else:
            rows.append([each])
    pieces = [piece for row in _with_raised(rows) for piece in _side_by_side(row)]
    lines = (line_of(page, piece) for piece in pieces)
    return [line for line in lines if line is not None]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put rows of small signs that touch larger letters into the row of those."""
    sizes = [max((each.size for each in row if not each.is_blank), default=0.0) for row in rows]
    home = list(range(len(rows)))
    for index, row in enumerate(rows):
        for other in (index + 1, index - 1):
            if 0 <= other < len(rows) and sizes[index] < _RAISED * sizes[other] and _touch(row, rows[other]):
                home[index] = other
                break
    gathered: list[list[Glyph]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        gathered[home[index]] += row
    return [row for row in gathered if row]


def _touch(small: Sequence[Glyph], large: Sequence[Glyph]) -> bool:
    shown = [each for each in small if not each.is_blank]
    size = max(each.size for each in large)
    if not shown or abs(shown[0].y - large[0].y) > _REACH * size:
        return False
    start, end = min(each.x0 for each in shown), max(each.x1 for each in shown)
    return any(start - _TOUCHES < glyph.x1 and glyph.x0 < end + _TOUCHES for glyph in large)


def _side_by_side(row: list[Glyph]) -> list[list[Glyph]]:
    """Cut a row where a wide gap sets texts side by side."""
    ordered = sorted(row, key=lambda glyph: (glyph.x0 + glyph.x1) / 2)
    pieces: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    filled = 0.0
    for each in ordered:
        if each.is_blank:
            filled += each.x1 - each.x0
            pieces[-1].append(each)
            continue
        if last is not None and each.x0 - last.x1 - filled > _APART * max(each.size, last.size):
            pieces.append([])
        pieces[-1].append(each)
        last, filled = each, 0.0
    return pieces


def in_rows(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, those side by side as one: the gap between them becomes a blank or a tab."""
    found: list[TextLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and last.page == line.page and abs(last.y - line.y) < _ONE_ROW and line.x0 >= last.x1:
            whole = line_of(line.page, (*last.glyphs, *line.glyphs))
            found[-1] = line if whole is None else whole
        else:
            found.append(line)
    return found


def lines_in_order(page: int, glyphs: Sequence[Glyph]) -> list[TextLine]:
    """Return the lines of characters that the file gives in reading order."""
    pieces: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for each in glyphs:
        if last is not None and _begins_line(last, each):
            pieces.append([])
        pieces[-1].append(each)
        last = last if each.is_blank else each
    lines = (line_of(page, piece) for piece in pieces)
    return [line for line in lines if line is not None]


def _begins_line(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    falls = glyph.y - last.y
    return abs(falls) > _REACH * size or (glyph.x1 < last.x0 - size and falls > _LEVEL)


def _spaced(glyphs: Sequence[Glyph], size: float) -> list[tuple[str, Glyph]]:
    """Return each character with the blank that a gap before it stands for."""
    found: list[tuple[str, Glyph]] = []
    last: Glyph | None = None
    for each in glyphs:
        gap = 0.0 if last is None or last.is_blank or each.is_blank else each.x0 - last.x1
        wide = "\t" if gap > _TAB * size else " " if gap > _SPACE * size else ""
        found.append((wide + each.text, each))
        last = each
    return found


def runs_of(lines: Sequence[TextLine], breaks: Sequence[bool]) -> tuple[Run, ...]:
    """Return the text of lines that make a paragraph, run by run; `breaks` says of each whether it begins anew."""
    pieces: list[tuple[str, Face]] = []
    for line, anew in zip(lines, breaks, strict=True):
        joint = "\n" if anew else joint_after("".join([text for text, _ in pieces[-2:]])) if pieces else ""
        if joint:
            pieces.append((joint, pieces[-1][1]))
        pieces += [(text, _face(glyph, line)) for text, glyph in _spaced(line.glyphs, line.size)]
    return tuple(
        Run("".join(text for text, _ in group), face)
        for face, group in ((face, list(own)) for face, own in groupby(pieces, lambda piece: piece[1]))
    )


def joint_after(text: str) -> str:
    """Return what joins a line that ends so with the next: nothing after a hyphen within a word."""
    is_within = text.endswith(("-", "–", "/")) and not text[-2:-1].isspace() and len(text) > 1
    return "" if is_within else " "


def _face(glyph: Glyph, line: TextLine) -> Face:
    """Return the look of a character: a small one off the baseline is raised or lowered, of the size of the rest."""
    face = glyph.face
    if glyph.size >= _RAISED * line.size or abs(glyph.y - line.y) < 1:
        return face
    return face._replace(size=line.size, raised="superscript" if glyph.y < line.y else "subscript")
