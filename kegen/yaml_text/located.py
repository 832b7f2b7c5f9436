"""Pydantic's errors brought back to the tree, and those that a union doubled brought together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pydantic_core import ErrorDetails

from kegen.yaml_text.nodes import Entry, Node
from kegen.yaml_text.tree import Path, step_into


@dataclass(frozen=True, slots=True)
class Step:
    """One part of pydantic's loc: a step into the tree, or the tag of a union's branch."""

    part: str | int
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """An error, the steps to it, and the missing key, if that is what it is about."""

    error: ErrorDetails
    steps: tuple[Step, ...]
    missing: str | None = None

    @property
    def path(self) -> Path:
        """The way to the node that is wrong, or that lacks the key."""
        return tuple(step.part for step in self.steps if not step.tag)

    @property
    def of_kind(self) -> bool:
        """Whether the node is of the wrong kind: text for a group, a group for text …"""
        name, written = self.error["type"], self.error["input"]
        return (
            name.endswith("_type")
            or name == "is_instance_of"
            or (name in ("literal_error", "enum") and not isinstance(written, str))
        )


def locate(error: ErrorDetails, root: Node) -> Located:
    """Return the error with its place in the tree; a part that leads nowhere there is a union's tag."""
    parts, missing = list(error["loc"]), None
    if error["type"] == "missing" and parts:
        missing = str(parts.pop())
    node: Node | None = root
    steps = []
    for part in parts:
        step = step_into(node, part) if node else None
        steps.append(Step(part, tag=step is None))
        if step is not None:
            node = step.value if isinstance(step, Entry) else step
    return Located(error, tuple(steps), missing)


def likeliest(errors: Iterable[Located], depth: int = 0) -> list[Located]:
    """Return the errors of the branch that a person most likely meant, for each union on the way."""
    likely: list[Located] = []
    branches: list[list[Located]] = []
    for step, group in groupby(errors, lambda each: each.steps[depth] if depth < len(each.steps) else None):
        each = list(group)
        inner = each if step is None else likeliest(each, depth + 1)
        if step and step.tag:
            branches.append(inner)
        else:
            likely += inner
    return likely + _best(branches, depth)


def _best(branches: list[list[Located]], depth: int) -> list[Located]:
    fitting = [each for each in branches if not any(_at_node(error, depth) and error.of_kind for error in each)]
    if fitting:
        return min(fitting, key=lambda each: (any(_at_node(error, depth) for error in each), len(each)))
    return [error for branch in branches for error in branch]


def _at_node(each: Located, depth: int) -> bool:
    """Whether the error is about the union's node as a whole, not about something in it."""
    return each.missing is None and all(step.tag for step in each.steps[depth:])
