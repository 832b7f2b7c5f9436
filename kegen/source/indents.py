"""Which columns keys and list marks may begin at, as the lines above set them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kegen.source.lines import Line
from kegen.source.slip import Slip

_NO_VALUE = re.compile(r"(&\S+)?\s*(#.*)?$")
_COLON_FURTHER_DOWN = (
    "nội dung kéo dài sang dòng này có dấu hai chấm; hãy đặt cả nội dung, từ dòng trên, trong ngoặc kép"
)
_IDENTIFIER = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Level:
    """A column at which lines of one kind begin."""

    column: int
    kind: Literal["key", "dash"]


@dataclass
class Levels:
    """The levels open at a line; `open` when the line above may have others under it."""

    levels: list[Level] = field(default_factory=list)
    open: bool = True

    def goes_on(self, line: Line) -> bool:
        """Whether the line only carries on the text above it."""
        return bool(self.levels) and not self.open and line.indent > self.levels[-1].column

    def holds(self, line: Line) -> bool:
        """Whether the line may be a value of its own under the one above."""
        return bool(self.levels) and self.open and line.indent > self.levels[-1].column

    def enter(self, line: Line) -> None:
        """Take the line as being where it should."""
        first = _first(line)
        while self.levels and (self.levels[-1].column > first.column or _ends_list(self.levels[-1], first)):
            self.levels.pop()
        own = [Level(column, "dash") for column in line.dashes]
        if line.key is not None:
            own.append(Level(line.column, "key"))
        self.levels += own[1:] if self.levels and own[0] == self.levels[-1] else own
        self.open = bool(_NO_VALUE.match(line.value))

    def slip(self, line: Line) -> Slip | None:
        """Return what is wrong with the line's indentation."""
        first = _first(line)
        if not self.levels:
            return None
        top = self.levels[-1]
        if first.column > top.column:
            return None if self.open or first.kind == "dash" else self._too_deep(line, top)
        if first in self.levels or (first.kind == "dash" and Level(first.column, "key") in self.levels):
            return None
        nearest = self._nearest(first)
        return None if nearest is None else _astray(line, nearest)

    def _too_deep(self, line: Line, top: Level) -> Slip | None:
        if not _IDENTIFIER.fullmatch(line.key or ""):
            return Slip(line.column, "hai-cham", _COLON_FURTHER_DOWN, re.sub(r":(?= |$)", "\ua789", line.text))
        return _astray(line, top.column) if top.kind == "key" else None

    def _nearest(self, first: Level) -> int | None:
        alike = [each.column for each in self.levels if each.kind == first.kind]
        if Level(first.column, "dash") in self.levels:
            alike = [column for column in alike if column > first.column]
        return min(alike, key=lambda column: (abs(column - first.column), -column), default=None)


def _first(line: Line) -> Level:
    return Level(line.dashes[0], "dash") if line.dashes else Level(line.column, "key")


def _ends_list(level: Level, first: Level) -> bool:
    return level.column == first.column and level.kind == "dash" and first.kind == "key"


def _astray(line: Line, column: int) -> Slip:
    message = (
        f"dòng này thụt vào {line.indent} dấu cách nên không thẳng hàng với các dòng cùng nhóm phía trên; "
        f"hãy thụt vào {column} dấu cách"
    )
    return Slip(line.indent, "thut-le", message, line.moved(column))
