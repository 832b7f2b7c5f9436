"""A tree as a record: quickly where it fits, with every problem of it where it does not."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from kegen.problem import Invalid, Problem, Severity
from kegen.source.build import build
from kegen.source.record import Record
from kegen.source.tree import Tree

R = TypeVar("R", bound=Record)


class Read(NamedTuple, Generic[R]):
    """What could be read of a tree: the record, of the parts that fit if not all do, and the problems."""

    tree: Tree
    value: R | None
    problems: tuple[Problem, ...]

    def sound(self) -> R:
        """Return the record; raises Invalid with all problems if one is an error."""
        if self.value is None or any(each.severity is Severity.ERROR for each in self.problems):
            raise Invalid(self.problems)
        return self.value


def read_record(record: type[R], tree: Tree) -> Read[R]:
    """Read the tree as the record."""
    try:
        return Read(tree, build(record, tree.plain()), tree.problems)
    except ValueError:
        return _diagnosed(record, tree)


def _diagnosed(record: type[R], tree: Tree) -> Read[R]:
    from kegen.source.model import model_of  # noqa: PLC0415 - pydantic only where something is wrong
    from kegen.source.salvage import salvage  # noqa: PLC0415
    from kegen.source.shape import fit  # noqa: PLC0415

    model = model_of(record)  # type: ignore[arg-type]  # a class is hashable
    problems = fit(model, tree).problems
    rest = salvage(model, tree)
    return Read(tree, None if rest is None else build(record, rest), problems)
