"""The YAML library at work: it composes a text into nodes with marks, or says where the text is no YAML."""

from __future__ import annotations

import re
import string
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.error import YAMLError

_MOST_ASTRAY = 10
"""Aliases of nothing and anchors used twice that are looked for one by one: for each the text is composed anew."""
_NAME = re.compile(r"[*&]([0-9A-Za-z_-]+)")

DEPTH_LIMIT = 50
_BRACKET_LIMIT = 4_000
"""Opening brackets a file may have, eight times those of the longest pack."""
_DEEP_INDENT = re.compile(r"^(?:[-?:]? ){500}(?=\S)", re.MULTILINE)

RawNode = Any
"""One of the library's nodes, which carry no types."""
Mark = Any
"""A place in the text as the library has it: line and column from 0, and the index."""


class YamlSyntaxError(Exception):
    """Where the library gave up, and its own words for it; lines and columns from 1."""

    def __init__(self, message: str, at: tuple[int, int], since: tuple[int, int]) -> None:
        super().__init__(message)
        self.message = message
        self.line, self.column = at
        self.since_line, self.since_column = since


class Composition(NamedTuple):
    """The library's root node (None for an empty text), and what of the text was put right to get it."""

    root: RawNode
    text: str
    """The text as composed, each character in its place."""
    undefined: dict[int, str]
    """The name of each alias of nothing, by its index in the text, where an empty quoted scalar stands for it."""
    renamed: dict[str, str]
    """The name as written of each anchor that was given another because an earlier one has its name."""
    second: Mark = None
    """The mark of a second document, which is left out."""


def compose(text: str) -> Composition:
    """Compose the first document of a text; raises YamlSyntaxError where it is no YAML."""
    undefined: dict[int, str] = {}
    renamed: dict[str, str] = {}
    second = None
    while True:
        try:
            return Composition(YAML(typ="base").compose(text), text, undefined, renamed, second)
        except ComposerError as error:
            mark = error.problem_mark
            name = _NAME.match(text, mark.index)
            fresh = name and _unused_name(text, len(name[1]))
            if "another document" in error.problem:
                text, second = text[: mark.index], mark
            elif not name or not fresh or len(undefined) + len(renamed) == _MOST_ASTRAY:
                raise _syntax_error(error) from None
            elif name[0].startswith("*"):
                undefined[mark.index] = name[1]
                text = f"{text[: mark.index]}'{name[1][:-1]}'{text[name.end() :]}"
            else:
                renamed[fresh] = name[1]
                text = f"{text[: mark.index]}&{fresh}{text[name.end() :]}"
        except (YAMLError, ValueError) as error:
            raise _syntax_error(error) from None


def _unused_name(text: str, length: int) -> str | None:
    """Return a name of that length that no anchor in the text has, None where letters run out."""
    names = (letter * length for letter in string.ascii_letters + string.digits)
    return next((name for name in names if f"&{name}" not in text), None)


def _syntax_error(error: YAMLError | ValueError) -> YamlSyntaxError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    if mark is None:
        return YamlSyntaxError(message, (1, 1), (1, 1))
    since = getattr(error, "context_mark", None) or mark
    return YamlSyntaxError(message, (mark.line + 1, mark.column + 1), (since.line + 1, since.column + 1))


def deep_nest(text: str) -> tuple[int, int] | None:
    """Return line and column, from 1, where lists open that nest without end, or that may; None where none do.

    The library composes by recursion in C, so a text that could exhaust its stack must not get there.
    """
    if found := _DEEP_INDENT.search(text):
        return line_and_column(text, found.start())
    unclosed = total = 0
    for sign in re.finditer(r"[][{}]", text):
        opens = sign[0] in "[{"
        unclosed, total = (unclosed + 1 if opens else 0), total + opens
        if unclosed == DEPTH_LIMIT or total > _BRACKET_LIMIT:
            return line_and_column(text, sign.start())
    return None


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return the line and column, from 1, of the character at the index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
