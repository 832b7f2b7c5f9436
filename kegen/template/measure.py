"""How wide a text is in Times New Roman, and where its lines break: facts of the font, no layout engine."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

Face = Literal["regular", "bold", "italic", "bold-italic"]

_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_UNKNOWN = "n"
"""A character the table lacks is taken to be as wide as this one."""
_GOOD_FIRST = frozenset(("và", "của", "về", "ngày", "trên", "tại", "theo", "trong", "để"))
_NEVER_FIRST = frozenset(("tháng", "năm", "-", "–"))
_NEVER_LAST = frozenset(("số", "ngày", "tháng", "năm", "quý", "xã", "phường", "tỉnh", "phố"))


@lru_cache(maxsize=1)
def _tables() -> dict[Face, dict[str, int]]:
    data = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    faces: tuple[Face, ...] = ("regular", "bold", "italic", "bold-italic")
    return {face: dict(zip(data["characters"], data[face], strict=True)) for face in faces}


def width_mm(text: str, size: float, face: Face = "regular") -> float:
    """Return the width of the text on one line at the size in points."""
    table = _tables()[face]
    unknown = table[_UNKNOWN]
    return sum(table.get(c, unknown) for c in text) / _UNITS_PER_EM * size * _MM_PER_POINT


def wrap(text: str, limit: float, size: float, face: Face = "regular") -> list[str]:
    """Return the lines of the text within the limit in mm, each filled as far as it goes.

    A word wider than the limit stands on a line of its own.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, size, face) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balance(text: str, limit: float, size: float, face: Face = "regular", sense: float = 0.15) -> list[str]:
    """Return as few lines as `wrap` does, of the most even length, rather broken where a reader expects it.

    `sense` says how much unevenness, as a part of the mean length, a break at a better place is worth.
    """
    count = len(wrap(text, limit, size, face))
    words = text.split(" ")
    mean = width_mm(text, size, face) / count
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for _ in range(count):
        longer: dict[int, tuple[float, list[str]]] = {}
        for start, (cost, lines) in best.items():
            for end in range(start + 1, len(words) + 1):
                line = " ".join(words[start:end])
                width = width_mm(line, size, face)
                if width > limit and end > start + 1:
                    break
                total = cost + (width - mean) ** 2 + _break_cost(words, end) * (sense * mean) ** 2
                if end not in longer or total < longer[end][0]:
                    longer[end] = total, [*lines, line]
        best = longer
    return best[len(words)][1]


def _break_cost(words: list[str], end: int) -> int:
    """Return 0 for a break a reader expects, 20 for one inside a date or a number, 1 for any other."""
    if end == len(words):
        return 0
    before, after = words[end - 1].lower(), words[end].lower()
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return 20
    return int(not (before.endswith((",", ";", "-", "–")) or after in _GOOD_FIRST))
