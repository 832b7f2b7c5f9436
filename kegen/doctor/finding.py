"""What looking at one thing of the machine came to."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

State = Literal["good", "note", "bad"]
STATES: Final[dict[State, str]] = {"good": "đạt", "note": "lưu ý", "bad": "hỏng"}
"""In words, which a console has that knows neither ticks nor crosses."""


class Finding(NamedTuple):
    """One thing looked at: whether it is there, whether kegen can do without it, what was found, what to do."""

    id: str
    name: str
    state: State
    found: str
    advice: str = ""
    """What to do, a sentence without a full stop; "" for nothing."""
