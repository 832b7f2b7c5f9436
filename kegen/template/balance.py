"""Break a centred text (a name, a title) into even lines, where a reader expects a break."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import NamedTuple

from kegen.font_widths import Face, width_mm, wrap

_GOOD_FIRST = frozenset(("và", "của", "về", "ngày", "trên", "tại", "theo", "trong", "để", "thành", "tỉnh"))
_NEVER_FIRST = frozenset(("tháng", "năm", "-", "–"))
_NEVER_LAST = frozenset(("số", "ngày", "tháng", "năm", "quý", "xã", "phường", "tỉnh", "phố"))
_UNIT_WORDS = frozenset(("xã", "phường", "tỉnh", "thành phố", "đặc khu"))
TOGETHER = frozenset(
    (
        "thành phố", "đặc khu", "ủy ban", "nhân dân", "hội đồng", "chính phủ", "thủ tướng", "địa bàn",
        "kế hoạch",
        "quyết định", "nhiệm vụ", "hiệu quả", "hiệu lực", "phương thức", "đổi mới", "nâng cao", "hoạt động",
        "công tác", "tổ chức", "thực hiện", "triển khai", "cải cách", "hành chính", "chuyển đổi", "cuộc họp",
    )
)  # fmt: skip
"""Words a line had better not end between."""
_HAIR = 1e-6
_LONGEST_UNIT_WORD = 2
"""Words of `THÀNH PHỐ`."""


class _Breaking(NamedTuple):
    """What the best lines up to some word cost, and at which word the last of them starts."""

    cost: float
    start: int


class _Words(NamedTuple):
    """The words of a text, how far each reaches on one endless line, and what a line of them costs."""

    words: list[str]
    reach: list[float]
    blank: float
    limit: float
    mean: float
    sense: float

    def width(self, start: int, end: int) -> float:
        """Return the width of a line of these words."""
        return self.reach[end] - self.reach[start] - self.blank

    def fits(self, start: int, end: int) -> bool:
        """Whether a line of these words is not too wide; one word alone never is."""
        return end <= start + 1 or self.width(start, end) <= self.limit + _HAIR

    def cost(self, start: int, end: int) -> float:
        """Return what a line of these words costs."""
        width = self.width(start, end)
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
    owed = _lines_owed(line)
    best = [{0: _Breaking(0.0, 0)}]
    for left in range(count - 1, -1, -1):
        best.append(_one_line_more(best[-1], line, owed, left))
    starts = [len(words)]
    for each in reversed(best[1:]):
        starts.append(each[starts[-1]].start)
    return [" ".join(words[start:end]) for start, end in pairwise(reversed(starts))]


def _lines_owed(line: _Words) -> list[int]:
    """Return how many lines the words from each on need at least."""
    owed = [0] * (len(line.words) + 1)
    end = len(line.words)
    for start in range(end - 1, -1, -1):
        while not line.fits(start, end):
            end -= 1
        owed[start] = owed[end] + 1
    return owed


def _one_line_more(best: dict[int, _Breaking], line: _Words, owed: list[int], left: int) -> dict[int, _Breaking]:
    """Return the best breakings of one line more, of those alone that `left` lines after them can end.

    Hardly more than one line's words are such, so a text of thousands of words takes no long time.
    """
    longer: dict[int, _Breaking] = {}
    for start, shorter in best.items():
        for end in range(start + 1, len(line.words) + 1):
            if not line.fits(start, end):
                break
            cost = shorter.cost + line.cost(start, end)
            if owed[end] <= left and (end not in longer or cost < longer[end].cost):
                longer[end] = _Breaking(cost, start)
    return longer


def _break_cost(words: list[str], end: int) -> int:
    """Return 0 for a break a reader expects, 1 for any other, more inside a word or a date."""
    if end == len(words):
        return 0
    before, after = words[end - 1].lower(), words[end].lower()
    if end <= _LONGEST_UNIT_WORD and _is_unit_word(" ".join(words[:end])):
        return 0
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return 20
    if f"{before} {after}" in TOGETHER:
        return 5
    if before.endswith((",", ";", "-", "–")) or after in _GOOD_FIRST:
        return 0
    return 3 if words[end].isupper() else 1  # in capitals it is likely inside a name


def _is_unit_word(text: str) -> bool:
    """Whether a name in capitals has said no more than its unit word: PHƯỜNG / TRƯƠNG QUANG TRỌNG."""
    return text.isupper() and text.lower() in _UNIT_WORDS
