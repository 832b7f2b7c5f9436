"""Lines under a heading against the width of its text (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1, II.2, II.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kegen.check.rule import Fault, Severity
from kegen.document.lines import Line
from kegen.document.model import Run
from kegen.document.parts import Underline
from kegen.measure import Face, width_mm

_TOLERANCE = 0.1
"""Widths are estimated from the metrics of the font, and officers draw by eye."""
_PLAIN = 0.2
"""A length that is off by this share of the text is plain to the eye, whatever font the reader has."""


def width_of(line: Line) -> float:
    """Return how wide a line is on the page, in mm."""
    return _width(line.runs)


@lru_cache(maxsize=4096)
def _width(runs: tuple[Run, ...]) -> float:
    return sum(width_mm(run.shown, run.face.size, _face(run.face.bold, run.face.italic)) for run in runs)


def _face(bold: bool, italic: bool) -> Face:
    return "bold-italic" if bold and italic else "bold" if bold else "italic" if italic else "regular"


def stroke_faults(
    line: Line,
    what: str,
    under: Sequence[Underline],
    span: tuple[float, float],
    severity: Severity | None = None,
) -> Iterator[Fault]:
    """Yield what is wrong with the line drawn under a text: none, not drawn, not solid, or of another length.

    `span` is the least and the most length as shares of the text's width; `severity` weighs a wrong length.
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
    if span[0] > 0.8:  # noqa: PLR2004 - as long as the text
        return f"dài bằng dòng chữ, chừng {width:.0f} mm"
    return f"từ 1/3 đến 1/2 dòng chữ, chừng {width * span[0]:.0f} đến {width * span[1]:.0f} mm"
