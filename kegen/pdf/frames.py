"""Where the text of a page begins and ends, and the indents that a document uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kegen.pdf.lines import TextLine
from kegen.pdf.pages import Page

_FREQUENT = 0.04
"""An edge is where at least this share of the lines begins or ends, and at least a few lines."""
_FEW = 3
_NEAR = 1.5
_MARGIN = 56.0
"""The margin of a page that has too few lines to tell: 20 mm (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I)."""
_SET_IN = 8.0
"""A line that begins farther in than this is indented."""


class Frame(NamedTuple):
    """The text area of a page, or of a cell, from left to right."""

    left: float
    right: float
    indent: float = 0.0
    """How far most first lines are set in, 0 where none is known."""

    @property
    def middle(self) -> float:
        """The middle between its edges."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


def frames_of(pages: Sequence[Page], lines: Iterable[TextLine]) -> Mapping[int, Frame]:
    """Return the text area of each page by its number; pages of one size have one."""
    sizes = {page.number: (round(page.width), round(page.height)) for page in pages}
    groups: dict[tuple[int, int], list[TextLine]] = defaultdict(list)
    for line in lines:
        groups[sizes[line.page]].append(line)
    by_size = {
        size: _frame(_extent([page for page in pages if sizes[page.number] == size], size[0]), groups[size])
        for size in set(sizes.values())
    }
    return {number: by_size[size] for number, size in sizes.items()}


def _extent(pages: Sequence[Page], width: float) -> tuple[float, float]:
    """Return how far to the left and right anything stands on pages: what tells where there are hardly any lines."""
    drawn = [(rule.x0, rule.x1) for page in pages for rule in page.rules if rule.is_across]
    spans = drawn + [(glyph.x0, glyph.x1) for page in pages for glyph in page.glyphs if not glyph.is_blank]
    left = min((span[0] for span in spans), default=_MARGIN)
    right = max((span[1] for span in spans), default=width - _MARGIN)
    return left, right


def _frame(extent: tuple[float, float], lines: Sequence[TextLine]) -> Frame:
    left = _extreme([line.x0 for line in lines], first=True)
    right = _extreme([line.x1 for line in lines], first=False)
    if left is None or right is None or right - left < (extent[1] - extent[0]) / 2:
        left, right = _about_the_middle(extent, lines)
    indents = Counter(round(line.x0 - left) for line in lines if line.x0 - left > _SET_IN)
    common = indents.most_common(1)
    return Frame(left, right, float(common[0][0]) if common and common[0][1] >= _FEW else 0.0)


def _about_the_middle(extent: tuple[float, float], lines: Sequence[TextLine]) -> tuple[float, float]:
    """Return the extent about the middle that lines of several widths share, as those of a title do."""
    middles = Counter(round(line.middle / _NEAR) for line in lines)
    place, count = middles.most_common(1)[0] if middles else (0, 0)
    own = [line for line in lines if round(line.middle / _NEAR) == place]
    if count <= 1 or max(line.x0 for line in own) - min(line.x0 for line in own) < _SET_IN:
        return extent
    middle = sum(line.middle for line in own) / len(own)
    reach = max(middle - extent[0], extent[1] - middle)
    return middle - reach, middle + reach


def _extreme(ends: Sequence[float], *, first: bool) -> float | None:
    """Return the farthest place at which many lines begin or end; the most frequent may be that of first lines."""
    counts = Counter(map(round, ends))
    enough = max(_FEW, _FREQUENT * len(ends))
    frequent = [place for place in counts if counts[place - 1] + counts[place] + counts[place + 1] >= enough]
    if not frequent:
        return None
    place = min(frequent) if first else max(frequent)
    own = [each for each in ends if abs(each - place) <= _NEAR]
    return sum(own) / len(own) if own else float(place)
