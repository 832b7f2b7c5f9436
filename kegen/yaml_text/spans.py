"""From where to where in a YAML text a key, a value, an item of a list and a comment stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kegen.yaml_text.compose import RawNode
from kegen.yaml_text.tree import Path

_COLON = re.compile(r"\s*:")
_ALIAS = re.compile(r"\s*\*[0-9A-Za-z_-]+")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_BLOCK_HEAD = re.compile(r"[^\n]*\n?")
BLOCKS = frozenset(("|", ">"))
"""The styles of a text that stands on lines of its own."""


class Spot(NamedTuple):
    """A value, what it stands in, and where it does; `key` is None for an item of a list."""

    parent: RawNode
    key: RawNode | None
    position: int
    """Its position among the entries or items of `parent`."""
    node: RawNode
    since: int
    """Where its place begins: behind the colon, or behind the dash of an item."""
    end: int
    """Where it ends, blank lines and comments below it not counted."""
    is_flow: bool
    """Whether it stands within brackets or braces."""
    is_shared: bool
    """Whether it has a name by which other places repeat it, or repeats another place."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there."""
        return self.node.id == "scalar" and self.end == self.since and not self.is_shared

    @property
    def start(self) -> int:
        """Where the value's own first sign is."""
        return int(self.node.start_mark.index)


def spots(text: str, root: RawNode, path: Path) -> list[Spot]:
    """Return the values on the way along the path, as far as they are there."""
    found: list[Spot] = []
    node = root
    for part in path:
        inside = children(text, node, is_flow=bool(found and found[-1].is_flow))
        wanted = (each for each in inside if (each.key.value if each.key else each.position) == part)
        spot = next(wanted, None)
        if spot is None:
            break
        found.append(spot)
        node = spot.node
        if spot.is_shared:
            break
    return found


def children(text: str, node: RawNode, *, is_flow: bool = False) -> list[Spot]:
    """Return the values of a group or a list in their order; none for a text."""
    if node.id == "scalar":
        return []
    is_flow = is_flow or bool(node.flow_style)
    inside = _entries if node.id == "mapping" else _items
    return list(inside(text, node, is_flow=is_flow))


def _entries(text: str, node: RawNode, *, is_flow: bool) -> Iterator[Spot]:
    for index, (key, value) in enumerate(node.value):
        colon = _COLON.match(text, key.end_mark.index)
        since = colon.end() if colon else key.end_mark.index
        end, is_shared = _extent(text, value, since, is_flow=is_flow)
        yield Spot(node, key, index, value, since, end, is_flow, is_shared)


def _items(text: str, node: RawNode, *, is_flow: bool) -> Iterator[Spot]:
    end = int(node.start_mark.index)
    dash = re.compile(rf"^ {{{node.start_mark.column}}}-", re.MULTILINE)
    for index, value in enumerate(node.value):
        if is_flow:
            since = end + 1 if not index else text.find(",", end) + 1
        elif not index:
            since = end + 1
        else:
            found = dash.search(text, end)
            since = found.end() if found else end
        end, is_shared = _extent(text, value, since, is_flow=is_flow)
        yield Spot(node, None, index, value, since, end, is_flow, is_shared)


def _extent(text: str, node: RawNode, since: int, *, is_flow: bool) -> tuple[int, bool]:
    """Return where the value whose place begins at `since` ends, and whether it is shared with other places."""
    start = node.start_mark.index
    if start < since:  # the value is written elsewhere
        alias = _ALIAS.match(text, since)
        return alias.end() if alias else since, True
    end = since if start == node.end_mark.index else _end(text, node, is_flow=is_flow)
    return end, text[start : start + 1] == "&"


def _end(text: str, node: RawNode, *, is_flow: bool) -> int:
    end = int(node.end_mark.index)
    if node.id == "scalar":
        return trimmed(text, node.start_mark.index, end) if node.style in BLOCKS else end
    if node.flow_style:
        return end
    inside = children(text, node, is_flow=is_flow)
    return inside[-1].end if inside else end


def trimmed(text: str, start: int, end: int) -> int:
    """Return the end of the text without the blanks and blank lines at it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def line_start(text: str, at: int) -> int:
    """Return where the line of that place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of that place ends, before its line end."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def comments(text: str, root: RawNode, start: int, end: int) -> list[str]:
    """Return the comments between two places, in their order."""
    found: list[str] = []
    at = start
    for begin, stop in sorted(set(_words(text, root))):
        if begin < end and stop > at:
            found += _COMMENT.findall(text, at, max(at, begin))
            at = max(at, stop)
    return [*found, *_COMMENT.findall(text, at, max(at, end))]


def _words(text: str, node: RawNode) -> Iterator[tuple[int, int]]:
    """Yield from where to where each key and text stands; the line that begins a block of text is not of it."""
    if node.id == "scalar":
        start, end = node.start_mark.index, node.end_mark.index
        head = _BLOCK_HEAD.match(text, start, end) if node.style in BLOCKS else None
        yield (head.end() if head else start), end
    elif node.id == "mapping":
        for key, value in node.value:
            yield from _words(text, key)
            yield from _words(text, value)
    else:
        for item in node.value:
            yield from _words(text, item)
