"""Where tabs lead to."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from kegen.docx.model import ParagraphFormat

_NEAR = 0.5
"""A stop less than so many twips ahead is already reached."""


class Stop(NamedTuple):
    """A stop, in twips from the left edge of the column, how what follows stands there, what fills the way."""

    at: float
    kind: str
    leader: str = ""


class Tab(NamedTuple):
    """A tab on a line: how wide it is in twips, and what fills it."""

    width: float
    leader: str = ""


def stop_behind(reached: float, look: ParagraphFormat, step: float) -> Stop:
    """Return the next stop of a paragraph: one that it sets, its hanging indent, or one of those every `step` twips."""
    hanging = [Stop(look.left.twips, "left")] if look.first_line < 0 else []
    own = [Stop(tab.at.twips, tab.kind, tab.leader) for tab in look.tabs if tab.kind != "bar"]
    ahead = sorted(each for each in hanging + own if each.at > reached + _NEAR)
    if ahead:
        return ahead[0]
    return Stop((floor((reached + _NEAR) / step) + 1) * step if step > 0 else reached, "left")
