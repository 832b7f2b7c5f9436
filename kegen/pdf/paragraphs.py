"""Lines put together into paragraphs, each with the look that a Word file would give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kegen.docx.find_header import KINDS
from kegen.docx.lengths import Length, points
from kegen.docx.model import Alignment, Face, Paragraph, ParagraphFormat, Place
from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine, runs_of

PART = "pdf"
"""The part that paragraphs of a PDF stand in; it has no parts."""
_CENTRED = 4.0
_EXACTLY = 1.6
_PRECISELY = 0.5
_ROOM = 3.0
"""A line in the middle ends early where its next word would have fitted with this much room, in its size."""
_SET_IN = 8.0
_SLACK = 1.0
_BLANK = 0.2
_FULL = 3.0
"""A line that ends within this of the edge is full."""
_WIDER = 1.45
"""Lines farther apart than this, in the distance of lines of one paragraph, are two paragraphs."""
_MARK = re.compile(
    r"(?:[-–—•+*▪●]\s|[IVXLC]{1,6}\s?[.)]\s|\d{1,2}(?:\.\d{1,2}){0,4}\s?[.)]\s|\d{1,2}(?:\.\d{1,2})+\s|[a-zđ]{1,2}\s?\)\s"
    r"|(?i:điều|chương|phần|phụ lục)\s+[\divxlc]+\b)"
)
"""How a paragraph of a list, or a heading, begins."""
_ALONE = re.compile(r"(?i)(?:phụ lục|phần|chương|mục|biểu|mẫu)\b[\s\w.:]{0,12}")
_OPENS = re.compile(r"(?i)(?:căn cứ|thực hiện|xét đề nghị|kính gửi|nơi nhận)\b")


class Stretch(NamedTuple):
    """Lines of one paragraph, and which of them begin anew after a break that its writer set."""

    lines: tuple[TextLine, ...]
    breaks: tuple[bool, ...]


def cut_into_paragraphs(lines: Sequence[TextLine], frames: dict[int, Frame] | Frame) -> list[Stretch]:
    """Put lines in reading order together: by indents, by what would have fitted, by blanks between."""
    pitch = _pitches(lines)
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, _at(frames, groups[-1][-1]), _at(frames, line), pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Stretch(tuple(group), (False,) * len(group)) for group in groups]


def _at(frames: dict[int, Frame] | Frame, line: TextLine) -> Frame:
    return frames if isinstance(frames, Frame) else frames[line.page]


def _pitches(lines: Sequence[TextLine]) -> dict[float, float]:
    """Return how far apart lines of each size stand at the least, as lines of one paragraph do."""
    found: dict[float, list[float]] = {}
    for above, line in pairwise(lines):
        falls = line.y - above.y
        if above.page == line.page and above.size == line.size and 0.8 * line.size < falls < 3 * line.size:
            found.setdefault(line.size, []).append(falls)
    return {size: sorted(falls)[len(falls) // 5] for size, falls in found.items()}


def _begins(own: Sequence[TextLine], line: TextLine, before: Frame, frame: Frame, pitch: dict[float, float]) -> bool:
    """Whether a line begins a paragraph after the lines given."""
    last = own[-1]
    fits = last.x1 + last.glyphs[-1].size * _BLANK + line.first_word + _SLACK < before.right
    if not fits and abs(line.x0 - frame.left) < _EXACTLY and len(own) == 1 and _alike(last, line):
        return _MARK.match(f"{line.text} ") is not None or _is_apart(last, line, pitch)
    if is_centred(last, before) or is_centred(line, frame):
        return _begins_centred(own, line, before, frame)
    return fits or _begins_set_in(own, line.x0 - (frame.left - before.left), line, before, pitch)


def _begins_set_in(
    own: Sequence[TextLine], start: float, line: TextLine, frame: Frame, pitch: dict[float, float]
) -> bool:
    """Whether a line under a full one begins a paragraph: `start` is where it begins, on the page of those above."""
    last = own[-1]
    apart = _is_apart(last, line, pitch)
    if len(own) > 1:
        goes_on = line.page == last.page and abs(line.x0 - own[1].x0) <= _EXACTLY
        return apart or (not goes_on and start > own[1].x0 + _SET_IN)
    indented = start > frame.left + _SET_IN
    if start < own[0].x0 - _EXACTLY:
        return apart or indented
    # The second line of a paragraph hangs, or it begins one: a mark, a distance or the same indent tells.
    same = abs(start - own[0].x0) <= _EXACTLY
    return apart or _MARK.match(f"{line.text} ") is not None or (indented and same)


def _is_apart(last: TextLine, line: TextLine, pitch: dict[float, float]) -> bool:
    usual = pitch.get(line.size)
    return last.page == line.page and usual is not None and line.y - last.y > _WIDER * usual


def is_centred(line: TextLine, frame: Frame) -> bool:
    """Whether a line stands in the middle: no line that begins where first lines do, unless it is exactly there."""
    inner = line.x0 - frame.left
    off = abs(line.middle - frame.middle)
    if inner < _SET_IN or off > _CENTRED:
        return False
    if frame.indent and abs(inner - frame.indent) < _EXACTLY:
        return off < _PRECISELY and not _MARK.match(line.text) and line.text[:1].isupper() and line.is_bold
    return True


def _begins_centred(own: Sequence[TextLine], line: TextLine, before: Frame, frame: Frame) -> bool:
    """Whether a line is another paragraph than that above, one of which stands in the middle."""
    last = own[-1]
    is_of_title = _is_balanced(last, before) and last.is_bold
    if not (is_of_title or is_centred(own[0], before) or is_centred(last, before)) or not _alike(last, line):
        return True
    if last.page != line.page or line.y - last.y > 2 * line.size:
        return True
    if not (is_centred(line, frame) and is_centred(last, before)):  # as wide as the page, yet of a title
        return not (_is_balanced(line, frame) and _is_balanced(last, before) and (line.is_bold or line.is_italic))
    if own[0].text[:1] == "(" and not last.text.endswith(")"):
        return False
    if last.x1 - last.x0 + line.first_word + _ROOM * line.size < before.width:
        return True
    is_alone = last.text.upper() in KINDS or _ALONE.fullmatch(last.text) is not None
    return is_alone or _MARK.match(line.text) is not None or line.text[:1] == "("


def _is_balanced(line: TextLine, frame: Frame) -> bool:
    return abs(line.middle - frame.middle) <= _CENTRED


def _alike(one: TextLine, other: TextLine) -> bool:
    return (
        one.size == other.size
        and one.is_bold == other.is_bold
        and one.is_italic == other.is_italic
        and one.text.isupper() == other.text.isupper()
    )


def cut_cell(lines: Sequence[TextLine], frame: Frame) -> list[Stretch]:
    """Put the lines of a cell together: text there is seldom indented, so by what would have fitted, and by marks."""
    pitch = _pitches(lines)
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and not _begins_in_cell(groups[-1][-1], line, frame, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Stretch(tuple(group), (False,) * len(group)) for group in groups]


def _begins_in_cell(last: TextLine, line: TextLine, frame: Frame, pitch: dict[float, float]) -> bool:
    is_in_the_middle = abs(last.middle - frame.middle) < _EXACTLY * 2 and last.x0 - frame.left > _SLACK
    free = frame.width - (last.x1 - last.x0) if is_in_the_middle else frame.right - last.x1
    if line.first_word + 0.25 * line.size + _SLACK < free or _is_apart(last, line, pitch):
        return True
    return last.text.endswith((".", ";", ":")) and _MARK.match(f"{line.text} ") is not None


def with_breaks(lines: Sequence[TextLine], frame: Frame, slack: float = 2.0) -> Stretch:
    """Return the lines of a paragraph with the breaks that its writer set: after lines that end too early."""
    breaks = [False]
    in_the_middle = all(_is_balanced(line, frame) for line in lines)
    for above, line in pairwise(lines):
        free = frame.width - (above.x1 - above.x0) if in_the_middle else frame.right - above.x1
        breaks.append(above.page == line.page and line.first_word + slack * line.size < free)
    return Stretch(tuple(lines), tuple(breaks))


def paragraph_of(stretch: Stretch, frame: Frame, ordinal: int, section: int) -> Paragraph:
    """Return the lines as a paragraph."""
    lines = stretch.lines
    runs = runs_of(lines, stretch.breaks)
    mark = runs[-1].face if runs else Face()
    return Paragraph(
        place=Place(PART, ordinal),
        runs=runs,
        text="".join(run.text for run in runs),
        label="",
        format=_format(lines, frame),
        style="",
        mark=mark,
        section=section,
        page=lines[0].page,
    )


def _format(lines: Sequence[TextLine], frame: Frame) -> ParagraphFormat:
    if all(is_centred(line, frame) for line in (lines[0], lines[-1])):
        return ParagraphFormat(alignment="center")
    left = lines[1].x0 if len(lines) > 1 else frame.left
    on_page = [line for line in lines if line.page == lines[0].page]
    first = lines[0].x0 - left
    return ParagraphFormat(
        alignment=_alignment(on_page, frame), left=_offset(left - frame.left), first_line=_offset(first)
    )


def _alignment(lines: Sequence[TextLine], frame: Frame) -> Alignment:
    """Return `both` where all lines but the last reach the edge, or where only one line is there to tell."""
    if len(lines) == 1 and lines[0].x0 > frame.middle and abs(lines[0].x1 - frame.right) < _FULL:
        return "right"
    return "both" if all(abs(line.x1 - frame.right) < _FULL for line in lines[:-1]) else "left"


def _offset(distance: float) -> Length:
    return points(round(distance * 2) / 2 if abs(distance) >= 1 else 0)
