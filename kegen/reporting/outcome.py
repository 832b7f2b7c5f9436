"""What became of one file: a report, or why it could not be looked at."""

from __future__ import annotations

from typing import NamedTuple

from kegen.check.report import Report


class Unreadable(NamedTuple):
    """A file, or a folder, that could not be looked at."""

    file: str
    why: str
    """Vietnamese and complete, the name of the file in front."""


Outcome = Report | Unreadable
