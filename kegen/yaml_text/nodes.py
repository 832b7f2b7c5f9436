"""What a YAML text holds: mappings, sequences and scalars, each where a person wrote it."""

from __future__ import annotations

from typing import NamedTuple

from kegen.problem import Place

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""A node without its places."""


class Scalar(NamedTuple):
    """A word or text exactly as typed (`08`, `2026-02-30`, `yes`); None where nothing was typed, or `~`."""

    place: Place
    text: str | None


class Sequence(NamedTuple):
    """A list; `flow` when it is written in brackets."""

    place: Place
    items: tuple[Node, ...] = ()
    flow: bool = False


class Entry(NamedTuple):
    """A key, where it stands, and its value."""

    key: str
    place: Place
    value: Node


class Mapping(NamedTuple):
    """Keys with their values, each key once; `flow` when it is written in braces."""

    place: Place
    by_key: dict[str, Entry]
    flow: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The keys with their values, in their order."""
        return tuple(self.by_key.values())

    def entry(self, key: str) -> Entry | None:
        """Return the entry of the key, or None."""
        return self.by_key.get(key)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Plain:
    """Return the node as dict, list, str and None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}
