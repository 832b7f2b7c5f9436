"""Questions that many rules ask of the look of a line: its sizes, whether it is bold, italic, upright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kegen.check.rule import Fault
from kegen.document.lines import Line
from kegen.document.model import Face, Run
from kegen.document.recent import Recent

_LEAST_GAP = 0.01
"""Sizes in points closer than this are equal: Word stores halves."""


class Look(NamedTuple):
    """How the visible characters of a line look."""

    sizes: tuple[float, ...]
    """In points, each once, smallest first."""
    bold: frozenset[bool]
    italic: frozenset[bool]
    has_small_caps: bool
    size: float
    """That of most characters, 0 for none."""

    @property
    def is_bold(self) -> bool:
        """Whether all of them are bold."""
        return self.bold == _ALL

    @property
    def is_italic(self) -> bool:
        """Whether all of them are italic."""
        return self.italic == _ALL


_ALL = frozenset((True,))
_known: Recent[tuple[Run, ...], Look] = Recent(4096)


def look_of(line: Line) -> Look:
    """Return how a line looks, told once for all lines of the same runs."""
    runs = line.runs
    if len(runs) == 1 and not runs[0].face.raised and runs[0].text.strip():
        return _look_of(runs[0].face)
    look = _known.get(runs)
    if look is None:
        look = _look(line.faces, runs)
        _known.put(runs, look)
    return look


@lru_cache(maxsize=256)
def _look_of(face: Face) -> Look:
    """Return how a line looks all of whose characters have one look."""
    return Look((face.size,), frozenset((face.bold,)), frozenset((face.italic,)), face.small_caps, face.size)


def _look(faces: Sequence[Face], runs: Sequence[Run]) -> Look:
    counted: dict[float, int] = {}
    for run in runs:
        counted[run.face.size] = counted.get(run.face.size, 0) + len(run.text.strip())
    return Look(
        tuple(sorted({face.size for face in faces})),
        frozenset(face.bold for face in faces),
        frozenset(face.italic for face in faces),
        any(face.small_caps for face in faces),
        max(counted, key=lambda size: counted[size], default=0.0),
    )


def sizes(line: Line) -> tuple[float, ...]:
    """Return the sizes of its characters in points, each once, smallest first."""
    return look_of(line).sizes


def written(size: float) -> str:
    """Return a size as Vietnamese writes it: `13`, `12,5`."""
    return f"{size:g}".replace(".", ",")


def size_fault(line: Line, what: str, least: float, most: float) -> Iterator[Fault]:
    """Yield a fault where a character is smaller or larger than allowed; sizes in points."""
    wrong = [size for size in sizes(line) if not least - _LEAST_GAP <= size <= most + _LEAST_GAP]
    if wrong:
        span = written(least) if least == most else f"từ {written(least)} đến {written(most)}"
        found = ", ".join(map(written, wrong))
        yield Fault(line, f"{what} có cỡ chữ {found}", f"cỡ {found}", f"cỡ {span}")


def style_faults(
    line: Line, what: str, *, bold: bool | None = None, italic: bool | None = None, capital: bool | None = None
) -> Iterator[Fault]:
    """Yield a fault for each of weight, slant and case that is not as asked; None asks nothing."""
    look = look_of(line)
    if bold is not None and (not bold) in look.bold:
        yield _style_fault(line, what, "đậm", wanted=bold)
    if italic is not None and (not italic) in look.italic:
        yield _style_fault(line, what, "nghiêng", wanted=italic)
    if capital and not line.is_capital:
        yield Fault(line, f"{what} chưa viết in hoa", line.text, line.text.upper())
    if capital and look.has_small_caps:
        yield Fault(line, f"{what} dùng chữ hoa nhỏ (small caps)", line.text, "chữ in hoa thường")
    if capital is False and line.is_capital and len(line.text) > 1:
        yield Fault(line, f"{what} viết in hoa cả dòng", line.text, "chữ in thường")


def _style_fault(line: Line, what: str, style: str, *, wanted: bool) -> Fault:
    opposite = "đứng" if style == "nghiêng" else "không đậm"
    if wanted:
        return Fault(
            line,
            f"{what} chưa {style} hết" if _some(line, style) else f"{what} không {style}",
            opposite,
            f"chữ {style}",
        )
    return Fault(line, f"{what} in {style}", f"chữ {style}", f"chữ {opposite}")


def _some(line: Line, style: str) -> bool:
    look = look_of(line)
    return True in (look.bold if style == "đậm" else look.italic)


def centre_fault(line: Line, what: str) -> Iterator[Fault]:
    """Yield a fault where the line is not centred."""
    alignment = line.paragraph.format.alignment
    if alignment == "center":
        return
    if line.raw.startswith(("   ", "\t")):
        yield Fault(line, f"{what} canh giữa bằng dấu cách", "dấu cách ở đầu dòng", "canh giữa (Center)", "warning")
    else:
        yield Fault(line, f"{what} không canh giữa", _ALIGNED[alignment], "canh giữa")


_ALIGNED = {
    "left": "canh trái",
    "right": "canh phải",
    "both": "canh đều hai bên",
    "distribute": "dàn đều",
    "center": "canh giữa",
}
