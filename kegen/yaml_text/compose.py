"""The YAML library at work: it composes a text into nodes with marks, or says where the text is no YAML."""

from __future__ import annotations

import re
import string
from typing import Any, NamedTuple

from ruamel.yaml.composer import ComposerError
from ruamel.yaml.cyaml import CBaseLoader
from ruamel.yaml.error import YAMLError

_COMPOSED_ANEW = 400_000
"""Characters that may be composed anew, a text's length for each alias of nothing or anchor used twice in it."""
_NAME = re.compile(r"[*&]([0-9A-Za-z_-]+)")

NODE_LIMIT = 20_000
"""Nodes a file may hold once its aliases are written out: twenty times the longest pack."""
SAVED_NODE_LIMIT = 60_000
"""Nodes of a plan that kegen wrote itself: some 150 pages."""
DEPTH_LIMIT = 50
_SIGNS = 5
"""Signs for each node before which a node may stand, in a file that is composed at all."""
_BRACKET_LIMIT = 4_000
"""Opening brackets in such a file, eight times those of the longest pack: that many levels do not exhaust a stack."""
_DEEP_INDENT = re.compile(r"^(?:[-?:]? ){500}(?=\S)", re.MULTILINE)

TOO_DEEP = f"các mục lồng nhau quá {DEPTH_LIMIT} lớp; hãy kiểm tra các dấu “[”, “{{” và “-” ở đây"

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
    left = _COMPOSED_ANEW
    while True:
        try:
            return Composition(_root(text), text, undefined, renamed, second)
        except ComposerError as error:
            mark = error.problem_mark
            name = _NAME.match(text, mark.index)
            fresh = name and _unused_name(text, len(name[1]))
            if "another document" in error.problem:
                text, second = text[: mark.index], mark
            elif not name or not fresh or (left := left - len(text)) < 0:
                raise _syntax_error(error) from None
            elif name[0].startswith("*"):
                undefined[mark.index] = name[1]
                text = f"{text[: mark.index]}'{name[1][:-1]}'{text[name.end() :]}"
            else:
                renamed[fresh] = name[1]
                text = f"{text[: mark.index]}&{fresh}{text[name.end() :]}"
        except (YAMLError, ValueError) as error:
            raise _syntax_error(error) from None


def _root(text: str) -> RawNode | None:
    """Return the root node as the library composes it, scalars as text."""
    loader = CBaseLoader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.__dict__.clear()  # it refers to itself, and commands collect no garbage


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


def too_many(most: int) -> str:
    """Return what to tell of a file with more nodes than that."""
    return f"tệp có quá nhiều mục (trên {most:,} mục); hãy bỏ các chỗ lặp lại bằng “*”".replace(",", ".")


def past_bounds(text: str, most: int = NODE_LIMIT) -> tuple[str, int, int] | None:
    """Return what is too much in a text, with line and column, from 1, where it is; None where nothing surely is.

    The library composes by recursion in C and without bounds: a text that could exhaust the stack, or much time, must
    not get there. Nodes and levels are counted exactly only afterwards.
    """
    if found := _DEEP_INDENT.search(text):
        return TOO_DEEP, *line_and_column(text, found.start())
    unclosed = brackets = 0
    for count, sign in enumerate(re.finditer(r"[][{},:\n]|[-?] ", text)):
        if sign[0] in "[{":
            unclosed, brackets = unclosed + 1, brackets + 1
        elif sign[0] in "]}":
            unclosed = 0
        if unclosed == DEPTH_LIMIT or brackets > _BRACKET_LIMIT:
            return TOO_DEEP, *line_and_column(text, sign.start())
        if count == _SIGNS * most:
            return too_many(most), *line_and_column(text, sign.start())
    return None


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Return the line and column, from 1, of the character at the index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
