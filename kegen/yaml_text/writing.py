"""A value as YAML text: on one line where it fits, else on lines of its own, as a person lays a profile out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from kegen.yaml_text.nodes import Plain

WIDTH = 120
"""Letters in a line of a profile."""
_COMMENT_WIDTH = 112
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./&’-]*[\w.’])?")
"""Text that YAML takes as it stands: no sign in it can be meant otherwise."""
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_STEP = 2
"""Blanks by which a line stands farther in than the one it belongs to."""
_DATE = re.compile(r"\d{1,4}(/[\w-]+)+")
"""A date or a number of a document, which no reader of YAML takes for anything but text."""
_FOLDED = re.compile(r"[^\s#](?:[^\s]| (?! ))*[^\s]")
"""Text in which lines may be broken at blanks and that comes back as it was."""


def scalar(text: str) -> str:
    """Return text as a YAML scalar, in quotes where a sign or a word in it could be meant otherwise."""
    if (_PLAIN.fullmatch(text) or text.isdecimal()) and text.lower() != "null":
        return text
    escaped = "".join(_escaped(letter) for letter in text)
    return f'"{escaped}"'


def _escaped(letter: str) -> str:
    if letter in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[letter]
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def one_line(value: Plain) -> str:
    """Return the value on one line, groups in braces, lists in brackets."""
    if value is None:
        return "~"
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_word(key)}: {one_line(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(one_line, value))}]"


def behind_key(value: Plain, column: int, room: int, *, must_fit: bool = False, listed: bool = False) -> str:
    """Return what stands behind a colon: from its blank on, without a line end at its end.

    `column` is that of the key; `room` counts the letters that stand in the line already. `must_fit`: all has to be
    on one line; `listed`: it is a list with an item a line.
    """
    short = f" {one_line(value)}"
    if must_fit or (room + len(short) <= WIDTH and not (listed and value) and not _is_deep(value)):
        return short
    if isinstance(value, str):
        return _folded(value, column + _STEP) if _FOLDED.fullmatch(value) else short
    if isinstance(value, dict):
        return "".join(f"\n{line}" for line in entry_lines(value, column + _STEP)) or short
    return "".join(f"\n{line}" for line in item_lines(value or [], column + _STEP)) or short


def _is_deep(value: Plain) -> bool:
    """Whether it is a group of groups, to which more will be added: those stand on lines of their own."""
    return isinstance(value, dict) and any(isinstance(each, dict) for each in value.values())


def entry_lines(group: dict[str, Plain], column: int) -> list[str]:
    """Return the lines of a group's entries."""
    return [line for key, value in group.items() for line in _entry(_word(key), value, column)]


def _entry(key: str, value: Plain, column: int) -> list[str]:
    begun = f"{' ' * column}{key}:"
    return (begun + behind_key(value, column, len(begun))).split("\n")


def item_lines(items: list[Plain], column: int, *, short: bool = True) -> list[str]:
    """Return the lines of a list's items; unless `short`, a group of keys stands on lines of its own."""
    return [line for item in items for line in _item(item, column, short)]


def _item(item: Plain, column: int, short: bool) -> Iterator[str]:
    begun = f"{' ' * column}-"
    if isinstance(item, dict) and item and not (short and column + len(one_line(item)) + _STEP <= WIDTH):
        first, *rest = entry_lines(item, column + _STEP)
        yield f"{begun} {first.lstrip(' ')}"
        yield from rest
    elif isinstance(item, str):
        yield from (begun + behind_key(item, column, len(begun))).split("\n")
    else:
        yield f"{begun} {one_line(item)}"


def _folded(text: str, column: int) -> str:
    indent = " " * column
    lines = textwrap.wrap(text, max(WIDTH - column, 20), break_long_words=False, break_on_hyphens=False)
    return " >-" + "".join(f"\n{indent}{line}" for line in lines)


def _word(text: str) -> str:
    return text if _DATE.fullmatch(text) else scalar(text)


def comment(text: str, indent: str = "", further: str = "") -> Iterator[str]:
    """Yield words as lines of comment, those after the first further to the right: no sign in them can end one."""
    first = f"{indent}# "
    yield from textwrap.wrap(
        " ".join(text.split()),
        _COMMENT_WIDTH,
        initial_indent=first,
        subsequent_indent=first + further,
        break_on_hyphens=False,
        break_long_words=False,
    )
