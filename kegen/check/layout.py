"""Blank between lines and paragraphs, and lines drawn under a text, as Word lays them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kegen.check.formatting import width_of
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Severity
from kegen.docx.lines import Line
from kegen.docx.model import Block, Paragraph, Table
from kegen.docx.parts import Underline

SINGLE = 240
"""240ths of a line: single spacing (ECMA-376 Part 1, 17.3.1.33)."""
LINE_HEIGHT = 1.15
"""How tall a single line of Times New Roman is, as a share of its size."""
_SLACK = 1.08
"""Word of today offers 1.08 where older files say single; the eye sees no difference."""
_LEAST_GAP = 3.0
"""Points between two lines that a reader takes for one line spacing."""
_TINY = 6.0
"""An empty paragraph of this size in points or less shows no blank line."""
_HEAD_BLOCKS = 20
"""The head of a document is over within this many blocks."""
_TOLERANCE = 0.1
"""Widths are estimated from the metrics of the font, and officers draw by eye."""
_PLAIN = 0.2
"""A length that is off by this share of the text is plain to the eye, whatever font the reader has."""
_AS_LONG_AS_THE_TEXT = 0.8


def line_spacing(paragraph: Paragraph, size: float) -> float:
    """Return the line spacing of a paragraph as a multiple of single, for characters of the size in points."""
    spacing = paragraph.format.spacing
    if spacing.rule == "auto":
        return spacing.line / SINGLE
    height = spacing.line / 20 / (size * LINE_HEIGHT)
    return height if spacing.rule == "exact" else max(1.0, height)


def single_faults(paper: Paper, lines: Sequence[Line], what: str) -> Iterator[Fault]:
    """Yield a fault where lines that belong together do not stand in single spacing."""
    for above, below in pairwise(lines):
        if above.paragraph is below.paragraph:
            continue
        if not _follows(above, below) and _has_blank_between(
            paper.document.blocks[:_HEAD_BLOCKS], above.paragraph, below.paragraph
        ):
            yield Fault(below, f"giữa {what} có dòng trống", "một dòng trống", "dòng đơn, không có dòng trống")
        gap = _gap(above.paragraph, below.paragraph)
        size = max((face.size for face in below.faces), default=13)
        spacing = line_spacing(below.paragraph, size)
        if gap > _LEAST_GAP:
            found = f"{gap:g} pt".replace(".", ",")
            yield Fault(below, f"{what} cách nhau thêm {found}", f"cách {found}", "dòng đơn, cách 0 pt")
        elif spacing > _SLACK:
            found = f"giãn dòng {spacing:.2f}".replace(".", ",")
            yield Fault(below, f"{what} không cách nhau dòng đơn", found, "dòng đơn (Single)")


def _follows(above: Line, below: Line) -> bool:
    """Whether one is the very next paragraph of the file after the other."""
    one, other = above.paragraph.place, below.paragraph.place
    return one.part == other.part and one.ordinal + 1 == other.ordinal


def _has_blank_between(blocks: Sequence[Block], above: Paragraph, below: Paragraph) -> bool:
    """Whether an empty paragraph stands between two of one cell; a tiny one is nothing to the eye."""
    places = {id(block): index for index, block in enumerate(blocks)}
    if id(above) in places and id(below) in places:
        between = blocks[places[id(above)] + 1 : places[id(below)]]
        return any(
            isinstance(each, Paragraph) and each.is_empty and not each.shapes and each.mark.size > _TINY
            for each in between
        )
    cells = (cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells)
    return any(_has_blank_between(cell.blocks, above, below) for cell in cells)


def _gap(above: Paragraph, below: Paragraph) -> float:
    """Return the blank between two paragraphs in points; a style may leave it out between its own (17.3.1.9)."""
    after, before = above.format.spacing, below.format.spacing
    alike = above.style == below.style
    ends = 0 if after.contextual and alike else after.after
    begins = 0 if before.contextual and alike else before.before
    return max(ends, begins) / 12_700


def stroke_faults(
    line: Line,
    what: str,
    under: Sequence[Underline],
    span: tuple[float, float],
    severity: Severity | None = None,
) -> Iterator[Fault]:
    """Yield what is wrong with the line drawn under a text: none, not drawn, not solid, or of another length.

    `span` is the least and the most length as shares of the text's width; `severity` weighs a wrong length
    (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1, II.2, II.5).
    """
    drawn = [each for each in under if each.how in ("shape", "border", "underscores")]
    if not drawn:
        yield _missing(line, what, under)
        return
    width = max(width_of(line), 1)
    share, stroke = min(((each.length.mm / width, each) for each in drawn), key=lambda each: _miss(each[0], span))
    if not stroke.solid:
        yield Fault(line, f"đường kẻ dưới {what} không phải nét liền", "nét đứt", "nét liền")
    if not span[0] * (1 - _TOLERANCE) <= share <= span[1] * (1 + _TOLERANCE):
        found = f"{stroke.length.mm:.0f} mm, bằng {share:.0%} dòng chữ".replace(".", ",")
        off = severity or ("warning" if _miss(share, span) < _PLAIN else None)
        yield Fault(line, f"đường kẻ dưới {what} dài chưa đúng", found, _wanted(line, span), off)


def _miss(share: float, span: tuple[float, float]) -> float:
    return max(span[0] - share, share - span[1], 0)


def _missing(line: Line, what: str, under: Sequence[Underline]) -> Fault:
    how = {each.how for each in under}
    if "dashes" in how:
        return Fault(line, f"dưới {what} là hàng dấu gạch, không phải đường kẻ", "hàng dấu gạch", "đường kẻ nét liền")
    if "underlined" in how:
        return Fault(line, f"{what} gạch chân chữ thay cho đường kẻ", "chữ gạch chân", "đường kẻ nét liền riêng")
    return Fault(line, f"dưới {what} không có đường kẻ", "không có đường kẻ", "đường kẻ nét liền")


def _wanted(line: Line, span: tuple[float, float]) -> str:
    width = width_of(line)
    if span[0] > _AS_LONG_AS_THE_TEXT:
        return f"dài bằng dòng chữ, chừng {width:.0f} mm"
    return f"từ 1/3 đến 1/2 dòng chữ, chừng {width * span[0]:.0f} đến {width * span[1]:.0f} mm"
