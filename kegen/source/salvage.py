"""What can be understood of a tree that does not fit its model, so that later checks can look at it too."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kegen.source.located import locate
from kegen.source.tree import Path, Tree

M = TypeVar("M", bound=BaseModel)
_ROUNDS = 4
"""Dropping a value can leave its group lacking it; each round drops one level higher."""


def salvage(model: type[M], tree: Tree) -> M | None:
    """Return the model of the tree without the values that do not fit, or None where that fits neither."""
    data = tree.plain()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            paths = {locate(each, tree.root).path for each in error.errors(include_url=False)}
            for path in sorted(paths, key=repr, reverse=True):
                _drop(data, path)
    return None


def _drop(data: Any, path: Path) -> None:  # noqa: ANN401 - any shape a person wrote
    if not path:
        return
    with suppress(KeyError, IndexError, TypeError):
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]
