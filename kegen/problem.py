"""What can be wrong, as values: where first, then what, then what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

MOST_SHOWN = 200
"""Problems of one file that are shown: nobody reads more before mending these."""
_LONGEST_MESSAGE = 4_000
"""A longer one quotes what was pasted in a wrong place."""

NO_UNIT, OTHER_KIND, BARE_PLACE = "unit-exists", "unit-kind", "dd-full-name"
ACCEPTABLE_ERRORS = frozenset({NO_UNIT, OTHER_KIND, BARE_PLACE})
"""Ids of errors that rest on lists, which may be behind or have missed something: a reason outweighs them."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops the draft, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A spot in a file a person wrote; line and column count from 1, 0 where there is none."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Problem(NamedTuple):
    """One thing wrong, complete when born: its place, id, message in Vietnamese and weight."""

    place: Place
    id: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        kind = "lỗi" if self.severity is Severity.ERROR else "cảnh báo"
        message = self.message
        if len(message) > _LONGEST_MESSAGE:
            message = f"{message[: _LONGEST_MESSAGE // 2]} … {message[-_LONGEST_MESSAGE // 4 :]}"
        return f"{self.place}: {kind}: {message} [{self.id}]"


def shown_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by place, each once; of a file that has too many the first, and a last that counts the rest.

    Errors go before warnings there: a draft waits for them.
    """
    every = sorted(dict.fromkeys(problems), key=lambda each: each.place)
    return [each for _, own in groupby(every, lambda each: each.place.file) for each in _shortened(list(own))]


def _shortened(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST_SHOWN:
        return problems
    weighed = sorted(problems, key=lambda each: each.severity is not Severity.ERROR)
    errors = sum(each.severity is Severity.ERROR for each in weighed[MOST_SHOWN:])
    severity = Severity.ERROR if errors else Severity.WARNING
    rest = f"{errors or len(problems) - MOST_SHOWN:,} {'lỗi' if errors else 'cảnh báo'} nữa".replace(",", ".")
    last = Problem(
        Place(problems[0].place.file), "con-nua", f"và {rest}; hãy sửa những chỗ trên rồi chạy lại", severity
    )
    return [*sorted(weighed[:MOST_SHOWN], key=lambda each: each.place), last]


class KegenError(Exception):
    """Something a person can mend; its text is Vietnamese and complete. All else is a bug."""


class Invalid(KegenError):  # noqa: N818 - a state of the input, named as the caller speaks of it
    """The input has problems: all of them, sorted by place, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, shown_problems(self.problems))))
