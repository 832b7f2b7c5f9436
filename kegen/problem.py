"""What can be wrong, as values: where first, then what, then what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


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
        return f"{self.place}: {kind}: {self.message} [{self.id}]"


class KegenError(Exception):
    """Something a person can mend; its text is Vietnamese and complete. All else is a bug."""


class Invalid(KegenError):  # noqa: N818 - a state of the input, named as the caller speaks of it
    """The input has problems: all of them, sorted by place, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
