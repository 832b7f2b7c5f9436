"""The list under `Nơi nhận:` as entries: one a recipient, however many lines it takes; the last one is `Lưu`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from kegen.check.rule import Absent
from kegen.document.lines import Line
from kegen.document.model import Face
from kegen.document.parts import Parts
from kegen.vietnamese import fold

NO_RECIPIENTS = Absent("không thấy phần nơi nhận")

_MARK = re.compile(r"[-–—−+•*▪●]\s*")
_KEEP = re.compile(r"luu(?!-(?:tru|hanh|y|vuc|dong|hoc|van))\b")
_ENDS = ";."


class Entry(NamedTuple):
    """One recipient, or one group of them: its lines, the mark it begins with (`- `), its text after the mark."""

    lines: tuple[Line, ...]
    mark: str
    text: str

    @property
    def line(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def is_kept(self) -> bool:
        """Whether it is the line `Lưu`."""
        return _KEEP.match(fold(self.text)) is not None


class Recipients(NamedTuple):
    """The entries under `Nơi nhận:`, and the lines after `Lưu` that are none."""

    entries: tuple[Entry, ...]
    after: tuple[Line, ...]

    @property
    def kept(self) -> Entry | None:
        """The line `Lưu`."""
        return next((each for each in self.entries if each.is_kept), None)


def recipients(parts: Parts) -> Recipients:
    """Return the list; a line without a mark goes on with the entry above where that has not ended."""
    entries: list[Entry] = []
    after: list[Line] = []
    for line in parts.recipients:
        new = _entry(line)
        last = entries[-1] if entries else None
        if last is not None and not new.mark and not new.is_kept and last.text[-1:] not in _ENDS:
            entries[-1] = Entry((*last.lines, line), last.mark, f"{last.text} {line.text}")
        elif last is not None and last.is_kept and not new.mark:
            after.append(line)
        else:
            entries.append(new)
    return Recipients(tuple(entries), tuple(after))


def _entry(line: Line) -> Entry:
    found = _MARK.match(line.text)
    mark = "" if found is None else found[0]
    return Entry((line,), mark, line.text.removeprefix(mark))


def share(line: Line, is_wrong: Callable[[Face], bool]) -> Literal["none", "few", "most"]:
    """Return how many letters and digits of a line have a wrong look; blanks and points do not count."""
    counts = [(sum(c.isalnum() for c in run.text), is_wrong(run.face)) for run in line.runs]
    wrong, total = sum(count for count, bad in counts if bad), sum(count for count, _ in counts)
    return "none" if not wrong else "most" if 2 * wrong > total else "few"
