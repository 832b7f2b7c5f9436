"""The parser's events as located nodes, within bounds; what YAML allows and a profile does not is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from kegen.problem import Invalid, Place, Problem
from kegen.source.anchors import Anchors
from kegen.source.characters import clean, forbidden
from kegen.source.events import Event
from kegen.source.merge import merged
from kegen.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from kegen.source.refusals import (
    DEPTH_LIMIT,
    GROUP_AS_KEY,
    NODE_LIMIT,
    TOO_DEEP,
    TOO_MANY,
    TWO_DOCUMENTS,
    tag_refused,
    twice,
)
from kegen.source.slip import NO_KEY
from kegen.vietnamese import normalise

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_FRAME = frozenset(("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"))


class Composer:
    """Builds the tree of one file; `problems` grows on the way. `shifts`: see Mending."""

    def __init__(self, file: str, events: Iterator[Event], shifts: dict[int, int]) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._events = events
        self._shifts = shifts
        self._anchors = Anchors()
        self._count = 0

    def root(self) -> Node | None:
        """Return the document's node, or None for an empty file; raises Invalid past a bound."""
        found: Node | None = None
        documents = 0
        for event in self._events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    self._tell(self._place(event), "hai-ho-so", TWO_DOCUMENTS)
                    break
            elif kind not in _FRAME:
                found = self._node(event, kind, 0)
        self.problems.extend(self._anchors.unused())
        return found

    def _node(self, event: Event, kind: str, depth: int) -> Node:
        self._grow(1, event)
        if kind == "AliasEvent":
            return self._alias(event)
        if event.tag is not None:
            self._tell(self._place(event), "the-yaml", tag_refused(str(event.tag)))
        if event.anchor is None:
            return self._content(event, kind, depth)
        before, name = self._count, event.anchor
        self._anchors.open(name, self._place(event))
        node = self._content(event, kind, depth)
        self._anchors.close(name, node, self._count - before + 1)
        return node

    def _content(self, event: Event, kind: str, depth: int) -> Node:
        place = self._place(event)
        if kind == "ScalarEvent":
            return self._scalar(event, place)
        if depth >= DEPTH_LIMIT:
            self._stop(place, TOO_DEEP)
        if kind == "SequenceStartEvent":
            items = tuple(self._node(*item, depth + 1) for item in self._until("SequenceEndEvent"))
            return Sequence(place, items, bool(event.flow_style))
        return self._mapping(event, place, depth + 1)

    def _scalar(self, event: Event, place: Place) -> Scalar:
        if not event.style and event.value in _NULLS:
            return Scalar(place, None)
        if event.style != '"':
            return Scalar(place, event.value)
        self.problems.extend(Problem(place, each.id, each.message) for each in forbidden(event.value, ""))
        return Scalar(place, clean(normalise(event.value)))

    def _mapping(self, event: Event, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        merges: list[Node] = []
        for first, kind in self._until("MappingEndEvent"):
            key = self._node(first, kind, depth)
            second = next(self._events)
            value = self._node(second, type(second).__name__, depth)
            if not isinstance(key, Scalar):
                self._tell(place, "khoa-phuc", GROUP_AS_KEY)
            elif key.text == "<<" and not getattr(first, "style", None):
                merges.append(value)
            else:
                self._enter(key, value, entries)
        return Mapping(place, merged(entries, merges, self.problems), bool(event.flow_style))

    def _enter(self, key: Scalar, value: Node, entries: dict[str, Entry]) -> None:
        if not key.text:
            self._tell(key.place, "khoa-trong", NO_KEY)
        elif first := entries.get(key.text):
            lines = (first.place.line, key.place.line)
            self._tell(key.place, "trung-khoa", twice(key.text, *lines))
        else:
            entries[key.text] = Entry(key.text, key.place, value)

    def _alias(self, event: Event) -> Node:
        place = self._place(event)
        target = self._anchors.follow(event.anchor, place)
        if isinstance(target, Problem):
            self.problems.append(target)
            return Scalar(place, f"*{event.anchor}")
        self._grow(target[1], event)
        return target[0]

    def _until(self, end: str) -> Iterator[tuple[Event, str]]:
        for event in self._events:
            if (kind := type(event).__name__) == end:
                return
            yield event, kind

    def _grow(self, size: int, event: Event) -> None:
        self._count += size
        if self._count > NODE_LIMIT:
            self._stop(self._place(event), TOO_MANY)

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._shifts:
            column = max(1, column - self._shifts.get(line, 0))
        return Place(self._file, line, column)

    def _tell(self, place: Place, name: str, message: str) -> None:
        self.problems.append(Problem(place, name, message))

    def _stop(self, place: Place, message: str) -> NoReturn:
        raise Invalid([*self.problems, Problem(place, "qua-lon", message)])
