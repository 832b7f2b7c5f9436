"""From where to where in a YAML text a key, a value, an item of a list and a comment stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
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


class Spans:
    """Where all stands in a text with its nodes; each place is worked out once."""

    def __init__(self, text: str, root: RawNode) -> None:
        self.text, self.root = text, root
        self._children: dict[tuple[int, bool], list[Spot]] = {}
        self._words = sorted(set(_words(text, root)))
        """From where to where each key and text stands; no comment does."""

    def path_of(self, path: Path) -> list[Spot]:
        """Return the values on the way along the path, as far as they are there."""
        found: list[Spot] = []
        node = self.root
        for part in path:
            inside = self.children(node, is_flow=bool(found and found[-1].is_flow))
            wanted = (each for each in inside if (each.key.value if each.key else each.position) == part)
            spot = next(wanted, None)
            if spot is None:
                break
            found.append(spot)
            node = spot.node
            if spot.is_shared:
                break
        return found

    def children(self, node: RawNode, *, is_flow: bool = False) -> list[Spot]:
        """Return the values of a group or a list in their order; none for a text."""
        if node.id == "scalar":
            return []
        is_flow = is_flow or bool(node.flow_style)
        key = (id(node), is_flow)
        if key not in self._children:
            inside = self._entries if node.id == "mapping" else self._items
            self._children[key] = list(inside(node, is_flow=is_flow))
        return self._children[key]

    def _entries(self, node: RawNode, *, is_flow: bool) -> Iterator[Spot]:
        for index, (key, value) in enumerate(node.value):
            colon = _COLON.match(self.text, key.end_mark.index)
            since = colon.end() if colon else key.end_mark.index
            end, is_shared = self._extent(value, since, is_flow=is_flow)
            yield Spot(node, key, index, value, since, end, is_flow, is_shared)

    def _items(self, node: RawNode, *, is_flow: bool) -> Iterator[Spot]:
        end = int(node.start_mark.index)
        dash = re.compile(rf"^ {{{node.start_mark.column}}}-", re.MULTILINE)
        for index, value in enumerate(node.value):
            if is_flow:
                since = end + 1 if not index else self.text.find(",", end) + 1
            elif not index:
                since = end + 1
            else:
                found = dash.search(self.text, end)
                since = found.end() if found else end
            end, is_shared = self._extent(value, since, is_flow=is_flow)
            yield Spot(node, None, index, value, since, end, is_flow, is_shared)

    def _extent(self, node: RawNode, since: int, *, is_flow: bool) -> tuple[int, bool]:
        """Return where the value whose place begins at `since` ends, and whether it is shared with other places."""
        start = node.start_mark.index
        if start < since:  # the value is written elsewhere
            alias = _ALIAS.match(self.text, since)
            return alias.end() if alias else since, True
        end = since if start == node.end_mark.index else self._end(node, is_flow=is_flow)
        return end, self.text[start : start + 1] == "&"

    def _end(self, node: RawNode, *, is_flow: bool) -> int:
        end = int(node.end_mark.index)
        if node.id == "scalar":
            return trimmed(self.text, node.start_mark.index, end) if node.style in BLOCKS else end
        if node.flow_style:
            return end
        inside = self.children(node, is_flow=is_flow)
        return inside[-1].end if inside else end

    def comments(self, start: int, end: int) -> list[str]:
        """Return the comments between two places, in their order."""
        found: list[str] = []
        at = start
        for begin, stop in self._words[bisect_left(self._words, start, key=itemgetter(1)) :]:
            if begin >= end:
                break
            if stop > at:
                found += _COMMENT.findall(self.text, at, max(at, begin))
                at = stop
        return [*found, *_COMMENT.findall(self.text, at, max(at, end))]


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
