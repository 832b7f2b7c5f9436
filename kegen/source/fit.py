"""A tree as a record: quickly where it fits, with every problem of it where it does not."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from kegen.problem import Problem
from kegen.source.build import build
from kegen.source.record import Record
from kegen.source.tree import Tree

R = TypeVar("R", bound=Record)


class Read(NamedTuple, Generic[R]):
    """What could be read of a tree: the record, of the parts that fit if not all do, and the problems."""

    value: R | None
    problems: tuple[Problem, ...]


def read_record(record: type[R], tree: Tree) -> Read[R]:
    """Read the tree as the record."""
    try:
        return Read(build(record, tree.plain()), tree.problems)
    except ValueError:
        return _diagnosed(record, tree)


def _diagnosed(record: type[R], tree: Tree) -> Read[R]:
    from kegen.source.model import model_of  # noqa: PLC0415 - pydantic only where something is wrong
    from kegen.source.shape import diagnose  # noqa: PLC0415

    found = diagnose(model_of(record), tree)  # type: ignore[arg-type]  # a class is hashable
    return Read(None if found.values is None else build(record, found.values), found.problems)
