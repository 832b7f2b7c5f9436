"""The list under `Nơi nhận:` as entries: one a recipient, however many lines it takes; the last one is `Lưu`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from kegen.check.rule import Absent
from kegen.docx.lines import Line
from kegen.docx.model import Face
from kegen.docx.parts import Parts
from kegen.vietnamese import fold

NO_RECIPIENTS = Absent("không thấy phần nơi nhận")

_MARK = re.compile(r"[-–—−+•*▪●]\s*")
_ARCHIVE = re.compile(r"luu(?!-(?:tru|hanh|y|vuc|dong|hoc|van))\b")
_ENDS = ";."


class Recipient(NamedTuple):
    """One recipient, or one group of them: its lines, the mark it begins with (`- `), its text after the mark."""

    lines: tuple[Line, ...]
    mark: str
    text: str

    @property
    def line(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def is_archive(self) -> bool:
        """Whether it is the line `Lưu`."""
        return _ARCHIVE.match(fold(self.text)) is not None


class Recipients(NamedTuple):
    """The entries under `Nơi nhận:`, and the lines after `Lưu` that are none."""

    entries: tuple[Recipient, ...]
    after: tuple[Line, ...]

    @property
    def archive(self) -> Recipient | None:
        """The line `Lưu`."""
        return next((each for each in self.entries if each.is_archive), None)


def recipients(parts: Parts) -> Recipients:
    """Return the list; a line without a mark goes on with the entry above where that has not ended."""
    entries: list[Recipient] = []
    after: list[Line] = []
    for line in parts.recipients:
        new = _entry(line)
        last = entries[-1] if entries else None
        if last is not None and not new.mark and not new.is_archive and last.text[-1:] not in _ENDS:
            entries[-1] = Recipient((*last.lines, line), last.mark, f"{last.text} {line.text}")
        elif last is not None and last.is_archive and not new.mark:
            after.append(line)
        else:
            entries.append(new)
    return Recipients(tuple(entries), tuple(after))


def _entry(line: Line) -> Recipient:
    found = _MARK.match(line.text)
    mark = "" if found is None else found[0]
    return Recipient((line,), mark, line.text.removeprefix(mark))


def share(line: Line, is_wrong: Callable[[Face], bool]) -> Literal["none", "few", "most"]:
    """Return how many letters and digits of a line are set wrong; blanks and points do not count."""
    counts = [(sum(c.isalnum() for c in run.text), is_wrong(run.face)) for run in line.runs]
    wrong, total = sum(count for count, bad in counts if bad), sum(count for count, _ in counts)
    return "none" if not wrong else "most" if 2 * wrong > total else "few"
