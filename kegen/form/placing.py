"""Which value of a profile a problem is about, by the place where it was found."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.problem import Place
from kegen.yaml_text.nodes import Mapping, Node, Sequence
from kegen.yaml_text.tree import Path, Tree


def path_at(tree: Tree, place: Place) -> Path | None:
    """Return the path of the value or key that stands at the place, else of the last that begins before it.

    Where several begin there, a group and its first key, the group is meant. None for a place in no line.
    """
    if not place.line:
        return None
    best: tuple[tuple[int, int], int, Path] | None = None
    for path, at in _places(tree.root, ()):
        spot = (at.line, at.column)
        if spot <= (place.line, place.column):
            better = best is None or spot > best[0] or (spot == best[0] and len(path) < best[1])
            best = (spot, len(path), path) if better else best
    return best[2] if best else None


def _places(node: Node, path: Path) -> Iterator[tuple[Path, Place]]:
    """Yield where each key and each value stands, with its path."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            inner: Path = (*path, entry.key)
            yield inner, entry.place
            yield inner, entry.value.place
            yield from _places(entry.value, inner)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield (*path, index), item.place
            yield from _places(item, (*path, index))
