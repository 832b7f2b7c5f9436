"""One line of YAML taken apart: its indentation, list marks, key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONT = re.compile(r"( *)((?:- +)*(?:-$)?)(.*)$")
_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""
    r"""|(?:[^\s"'\[\]{}#&*!|>%@`,-]|-[^\s:])(?:(?! #).)*?)\s*:(?= |$)"""
)
_MARKER = re.compile(r"(---|\.\.\.)( |$)|%[A-Z]+ ")


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
        return not self.dashes and (not self.body or self.body.startswith("#") or bool(_MARKER.match(self.text)))

    def with_value(self, value: str) -> str:
        """Return the line's text with another value."""
        return self.text[: self.value_column] + value

    def moved(self, column: int) -> str:
        """Return the line's text beginning at another column."""
        return " " * column + self.text[self.indent :]


def take_apart(text: str, number: int) -> Line:
    """Return the parts of the line, whose indentation is of spaces."""
    front = _FRONT.match(text)
    assert front  # noqa: S101 - the pattern takes any line
    blanks, marks, body = front.groups()
    body = body.rstrip()
    column = len(blanks) + len(marks)
    dashes = tuple(len(blanks) + found.start() for found in re.finditer("-", marks))
    found = _KEY.match(body)
    value = body[found.end() :].lstrip(" ") if found else body
    return Line(number, text.rstrip(), len(blanks), dashes, body, column, found[1] if found else None, value)
