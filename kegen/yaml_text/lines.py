"""One line of YAML taken apart, and what its beginning has wrong: blanks that are no spaces, a column astray."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

_FRONT = r"( *)((?:- +)*(?:-$)?)(.*)$"
_KEY = (
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""
    r"""|(?:[^\s"'\[\]{}#&*!|>%@`,-]|-[^\s:])(?:(?! #).)*?)\s*:(?= |$)"""
)
_MARKER = r"(---|\.\.\.)( |$)|%[A-Z]+ "
_BLANK_FRONT = r"[^\S\n]*(?:-[^\S\n]+)*"
_TAB = "đầu dòng có dấu Tab; hãy xóa đi và thụt vào bằng dấu cách (mỗi cấp hai dấu cách)"
ODD_BLANK = "đầu dòng có dấu cách lạ, thường do chép từ trang web hay Word; hãy xóa đi và gõ lại bằng dấu cách"
_NO_VALUE = r"(&\S+)?\s*(#.*)?$"
_COLON_FURTHER_DOWN = (
    "nội dung kéo dài sang dòng này có dấu hai chấm; hãy đặt cả nội dung, từ dòng trên, trong ngoặc kép"
)
_IDENTIFIER = r"[A-Za-z_-]+"

NO_KEY = "thiếu tên khóa trước dấu hai chấm; hãy ghi theo dạng “khóa: giá trị”"


class Slip(NamedTuple):
    """What is wrong from a column (from 0) on, and the text that stands for the line meanwhile."""

    column: int
    id: str
    message: str
    meant: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line's parts; columns count from 0."""

    number: int
    text: str
    indent: int
    dashes: tuple[int, ...]
    """The columns of its list marks."""
    body: str
    """What follows them."""
    column: int
    """Where the body begins."""
    key: str | None
    value: str

    @property
    def value_column(self) -> int:
        """Where the value begins."""
        return self.column + len(self.body) - len(self.value)

    @property
    def owner(self) -> int:
        """The column that lines belonging to this value must go beyond."""
        return self.column if self.key is not None else (self.dashes or (self.indent,))[-1]

    @property
    def bare(self) -> bool:
        """Whether nothing is on it but a comment, a document mark, or blanks."""
        return not self.dashes and (not self.body or self.body.startswith("#") or bool(re.match(_MARKER, self.text)))

    def with_value(self, value: str) -> str:
        """Return the line's text with another value."""
        return self.text[: self.value_column] + value

    def moved(self, column: int) -> str:
        """Return the line's text beginning at another column."""
        return " " * column + self.text[self.indent :]


def take_apart(text: str, number: int) -> Line:
    """Return the parts of the line, whose indentation is of spaces."""
    blanks, marks, body = re.findall(_FRONT, text)[0]  # the pattern takes any line
    body = body.rstrip()
    column = len(blanks) + len(marks)
    dashes = tuple(len(blanks) + found.start() for found in re.finditer("-", marks))
    found = re.match(_KEY, body)
    value = body[found.end() :].lstrip(" ") if found else body
    return Line(number, text.rstrip(), len(blanks), dashes, body, column, found[1] if found else None, value)


def blank_slip(text: str, tab_width: int) -> Slip | None:
    """Return the slip in the line's indentation, with the line as indented by spaces."""
    found = re.match(_BLANK_FRONT, text)
    front = found[0] if found else ""
    odd = re.search(r"[^ -]", front)
    if not odd or not text.strip():
        return None
    spaces = re.sub(r"[^ -]", " ", front.replace("\t", " " * tab_width)) + text[len(front) :]
    tab = odd[0] == "\t"
    return Slip(odd.start(), "tab" if tab else "cach-la", _TAB if tab else ODD_BLANK, spaces)


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
        self.open = bool(re.match(_NO_VALUE, line.value))

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
        if not re.fullmatch(_IDENTIFIER, line.key or ""):
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
