"""How the characters of a line are set: size, weight, slant, case, font, alignment, and how wide the line is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kegen.check.rule import Fault
from kegen.docx.lines import Line
from kegen.docx.model import Run
from kegen.font_widths import Face, width_mm

_MM_PER_POINT = 25.4 / 72
_LEAST_GAP = 0.01
"""Sizes in points closer than this are equal: Word stores halves."""
_OLD_ENCODING = re.compile(
    r"(?i)^\.vn|^vn(time|arial|exotic|avant|book|century|comm|cour|tekno|univers|3d|black|memo)|^vni[- ]"
)
_ALIGNED = {
    "left": "canh trái",
    "right": "canh phải",
    "both": "canh đều hai bên",
    "distribute": "dàn đều",
    "center": "canh giữa",
}


def sizes(line: Line) -> tuple[float, ...]:
    """Return the sizes of its visible characters in points, each once, smallest first."""
    return tuple(sorted({face.size for face in line.faces}))


def main_size(line: Line) -> float:
    """Return the size of most of its characters in points, 0 for a line without any."""
    counted: Counter[float] = Counter()
    for run in line.runs:
        counted[run.face.size] += len(run.text.strip())
    return max(counted, key=lambda size: counted[size], default=0.0)


def write_size(size: float) -> str:
    """Return a size as Vietnamese writes it: `13`, `12,5`."""
    return f"{size:g}".replace(".", ",")


def width_of(line: Line) -> float:
    """Return how wide a line is on the page, in mm."""
    return sum(map(_width, line.runs))


def _width(run: Run) -> float:
    """Return how wide a run is in mm, its characters set closer or farther, narrower or wider as it says."""
    drawn = width_mm(run.shown, run.face.size, _weight_and_slant(run)) * run.face.scale
    return max(drawn + len(run.shown) * run.face.spacing * _MM_PER_POINT, 0.0)


def _weight_and_slant(run: Run) -> Face:
    if run.face.bold:
        return "bold-italic" if run.face.italic else "bold"
    return "italic" if run.face.italic else "regular"


def fonts_of(line: Line) -> Iterator[tuple[str, str]]:
    """Yield font and text of each run of a line that shows letters; "" for a font the file does not tell.

    ASCII letters take one font of the run, all others another (ECMA-376 Part 1, 17.3.2.26).
    """
    for run in line.runs:
        if any(c.isascii() and not c.isspace() for c in run.text):
            yield run.face.font, run.text.strip()
        if any(c.isalpha() and not c.isascii() for c in run.text):
            yield run.face.font_other, run.text.strip()


def is_of_old_encoding(font: str) -> bool:
    """Whether the font is one of TCVN3 or VNI, whose letters are no Unicode."""
    return _OLD_ENCODING.search(font) is not None


def size_fault(line: Line, what: str, least: float, most: float) -> Iterator[Fault]:
    """Yield a fault where a character is smaller or larger than allowed; sizes in points."""
    wrong = [size for size in sizes(line) if not least - _LEAST_GAP <= size <= most + _LEAST_GAP]
    if wrong:
        span = write_size(least) if least == most else f"từ {write_size(least)} đến {write_size(most)}"
        found = ", ".join(map(write_size, wrong))
        yield Fault(line, f"{what} có cỡ chữ {found}", f"cỡ {found}", f"cỡ {span}")


def style_faults(
    line: Line, what: str, *, bold: bool | None = None, italic: bool | None = None, capital: bool | None = None
) -> Iterator[Fault]:
    """Yield a fault for each of weight, slant and case that is not as asked; None asks nothing."""
    faces = line.faces
    if bold is not None:
        yield from _style_fault(line, what, "đậm", [face.bold for face in faces], wanted=bold)
    if italic is not None:
        yield from _style_fault(line, what, "nghiêng", [face.italic for face in faces], wanted=italic)
    if capital and not line.is_capital:
        yield Fault(line, f"{what} chưa viết in hoa", line.text, line.text.upper())
    if capital and any(face.small_caps for face in faces):
        yield Fault(line, f"{what} dùng chữ hoa nhỏ (small caps)", line.text, "chữ in hoa thường")
    if capital is False and line.is_capital and len(line.text) > 1:
        yield Fault(line, f"{what} viết in hoa cả dòng", line.text, "chữ in thường")


def _style_fault(line: Line, what: str, style: str, found: list[bool], *, wanted: bool) -> Iterator[Fault]:
    opposite = "đứng" if style == "nghiêng" else "không đậm"
    if wanted and not all(found):
        message = f"{what} chưa {style} hết" if any(found) else f"{what} không {style}"
        yield Fault(line, message, opposite, f"chữ {style}")
    elif not wanted and any(found):
        yield Fault(line, f"{what} in {style}", f"chữ {style}", f"chữ {opposite}")


def centre_fault(line: Line, what: str) -> Iterator[Fault]:
    """Yield a fault where the line is not centred."""
    alignment = line.paragraph.format.alignment
    if alignment == "center":
        return
    if line.raw.startswith(("   ", "\t")):
        yield Fault(line, f"{what} canh giữa bằng dấu cách", "dấu cách ở đầu dòng", "canh giữa (Center)", "warning")
    else:
        yield Fault(line, f"{what} không canh giữa", _ALIGNED[alignment], "canh giữa")
