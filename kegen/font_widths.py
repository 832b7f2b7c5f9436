"""How wide a text is in Times New Roman, and where its lines break: facts of the font, no layout engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from math import inf
from pathlib import Path
from typing import Literal

Face = Literal["regular", "bold", "italic", "bold-italic"]

_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_UNKNOWN = "n"
"""A character the table lacks is taken to be as wide as this one."""


class _Widths(dict[str, int]):
    """The width of each character in units of the font."""

    def __missing__(self, _: str) -> int:
        return self[_UNKNOWN]


@cache
def _tables() -> dict[Face, _Widths]:
    data = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    faces: tuple[Face, ...] = ("regular", "bold", "italic", "bold-italic")
    return {face: _Widths(zip(data["characters"], data[face], strict=True)) for face in faces}


def width_mm(text: str, size: float, face: Face = "regular") -> float:
    """Return the width of the text on one line at the size in points."""
    return _units(text, face) / _UNITS_PER_EM * size * _MM_PER_POINT


def units_each(text: str, face: Face) -> Iterator[int]:
    """Yield the width of each character in units of the font, 2048 an em."""
    return map(_tables()[face].__getitem__, text)


def _units(text: str, face: Face) -> int:
    """Return the width in units of the font."""
    return sum(units_each(text, face))


def wrap(text: str, limit: float, size: float, face: Face = "regular") -> list[str]:
    """Return the lines of the text within the limit in mm, each filled as far as it goes.

    A word wider than the limit stands on a line of its own.
    """
    lines: list[list[str]] = []
    reach = limit * _UNITS_PER_EM / size / _MM_PER_POINT
    blank, width = _units(" ", face), inf
    for word in text.split(" "):
        own = _units(word, face)
        if width + blank + own <= reach:
            lines[-1].append(word)
            width += blank + own
        else:
            lines.append([word])
            width = own
    return [" ".join(line) for line in lines]
