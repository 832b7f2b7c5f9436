"""Break a centred text (a name, a title) into even lines, where a reader expects a break."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from kegen.template.measure import Face, width_mm, wrap

_GOOD_FIRST = frozenset(("và", "của", "về", "ngày", "trên", "tại", "theo", "trong", "để"))
_NEVER_FIRST = frozenset(("tháng", "năm", "-", "–"))
_NEVER_LAST = frozenset(("số", "ngày", "tháng", "năm", "quý", "xã", "phường", "tỉnh", "phố"))
_HAIR = 1e-6


class _Way(NamedTuple):
    """How the words so far are broken into lines, and what that costs."""

    cost: float
    breaks: tuple[int, ...]


class _Words(NamedTuple):
    """The words of a text, how far each reaches on one endless line, and what a line of them costs."""

    words: list[str]
    reach: list[float]
    blank: float
    limit: float
    mean: float
    sense: float

    def cost(self, start: int, end: int) -> float:
        """Return what a line of these words costs, inf if it is too wide; one word alone never is."""
        width = self.reach[end] - self.reach[start] - self.blank
        if width > self.limit + _HAIR and end > start + 1:
            return inf
        return (width - self.mean) ** 2 + _break_cost(self.words, end) * (self.sense * self.mean) ** 2


def balance(text: str, limit: float, size: float, face: Face = "regular", sense: float = 0.15) -> list[str]:
    """Return as few lines as `wrap` does, of the most even length.

    `sense` says how much unevenness, as a part of the mean length, a break at a better place is worth.
    """
    count = len(wrap(text, limit, size, face))
    if count == 1:
        return [text]
    words, blank = text.split(" "), width_mm(" ", size, face)
    reach = [0.0, *accumulate(width_mm(word, size, face) + blank for word in words)]
    line = _Words(words, reach, blank, limit, reach[-1] / count, sense)
    best = {0: _Way(0.0, (0,))}
    for _ in range(count):
        best = _one_line_more(best, line)
    return [" ".join(words[start:end]) for start, end in pairwise(best[len(words)].breaks)]


def _one_line_more(best: dict[int, _Way], line: _Words) -> dict[int, _Way]:
    longer: dict[int, _Way] = {}
    for start, way in best.items():
        for end in range(start + 1, len(line.words) + 1):
            cost = way.cost + line.cost(start, end)
            if cost == inf:
                break
            if end not in longer or cost < longer[end].cost:
                longer[end] = _Way(cost, (*way.breaks, end))
    return longer


def _break_cost(words: list[str], end: int) -> int:
    """Return 0 for a break a reader expects, 20 for one inside a date or a number, 1 for any other."""
    if end == len(words):
        return 0
    before, after = words[end - 1].lower(), words[end].lower()
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return 20
    return int(not (before.endswith((",", ";", "-", "–")) or after in _GOOD_FIRST))
