"""What can be understood of a tree that does not fit its model, so that later checks can look at it too."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from pydantic import BaseModel, ValidationError

from kegen.source.located import locate
from kegen.source.nodes import Plain
from kegen.source.tree import Path, Tree

_ROUNDS = 4
"""Dropping a value can leave its group lacking it; each round drops one level higher."""


def salvage(model: type[BaseModel], data: Plain, tree: Tree) -> Plain:
    """Return the values that fit the model, the others dropped; None where nothing can be kept."""
    for _ in range(_ROUNDS):
        try:
            model.model_validate(data)
        except ValidationError as error:
            paths = {locate(each, tree.root).path for each in error.errors(include_url=False)}
            for path in sorted(paths, key=repr, reverse=True):
                drop(data, path)
        else:
            return data
    return None


def drop(data: Any, path: Path) -> None:  # noqa: ANN401 - any shape a person wrote
    """Take the value at the path out of the data, if it is there."""
    if not path:
        return
    with suppress(KeyError, IndexError, TypeError):
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]
