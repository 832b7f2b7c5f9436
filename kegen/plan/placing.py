"""Where `after` puts a section or an item among its like."""

from __future__ import annotations

from typing import TypeVar

from kegen.plan.case import Case
from kegen.plan.outline import FIRST, Division, Item
from kegen.source.tree import Path
from kegen.vietnamese import nearest

Placed = TypeVar("Placed", Division, Item)


def move_after(case: Case, siblings: list[Placed], one: Placed, after: str, path: Path) -> None:
    """Put one of the siblings after the one of that id, or first; notes an id that is not among them."""
    siblings.remove(one)
    at = next((i + 1 for i, each in enumerate(siblings) if each.id == after), None)
    if after == FIRST:
        at = 0
    if at is None:
        near = nearest(after, [each.id for each in siblings])
        hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(['dau', *(each.id for each in siblings)])}"
        case.error((*path, "after"), "cho-la", f"trong mục ấy không có “{after}”; {hint}")
        at = len(siblings)
    siblings.insert(at, one)


def in_turn(wanted: dict[str, str]) -> list[str]:
    """Return what is to be moved, each after what it is to stand after."""
    return sorted(wanted, key=lambda name: _depth(wanted, name))


def _depth(wanted: dict[str, str], name: str) -> int:
    """How many moves go before this one; in a circle, as many as there are."""
    depth = 0
    while name in wanted and depth < len(wanted):
        name, depth = wanted[name], depth + 1
    return depth
