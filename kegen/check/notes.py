"""What was made of one line, or of one item of the body, noted with it: the next paper with the very same need not ask.

A reader gives equal paragraphs of many documents as one object, so most lines of a further plan have been seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kegen.document.lines import Line
from kegen.document.parts import Item
from kegen.document.recent import remembered

_MOST, _MOST_WORKS = 2048, 256


class Notes(dict[Callable[[Any], Any], Any]):
    """What works made of a line or an item, by work: `notes[is_heading]` is the answer, found once.

    A work goes by the line or item alone, whatever paper it stands in.
    """

    def __init__(self, about: Any) -> None:  # noqa: ANN401 - a line or an item, as the work takes it
        super().__init__()
        self.about = about

    def __missing__(self, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - what the work makes
        if len(self) >= _MOST_WORKS:
            self.clear()
        made = self[work] = work(self.about)
        return made


@remembered(_MOST)
def notes_of(about: Line | Item) -> Notes:
    """Return the notes of a line or an item."""
    return Notes(about)
