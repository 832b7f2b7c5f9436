"""A tree as a pydantic model, or everything that keeps it from being one, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from kegen.problem import Invalid, Problem, Severity
from kegen.source.located import Located, likeliest, locate
from kegen.source.nodes import Scalar
from kegen.source.report import is_sentence, meaning, problem_of
from kegen.source.tree import Path, Tree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fitted(Generic[M]):
    """The model's value, None where the tree does not fit it, with every problem found so far."""

    tree: Tree
    value: M | None
    problems: tuple[Problem, ...]

    def sound(self, more: Iterable[Problem] = ()) -> M:
        """Return the value; raises Invalid with all problems, and more found since, if any is an error."""
        every = (*self.problems, *more)
        if self.value is None or any(each.severity is Severity.ERROR for each in every):
            raise Invalid(every)
        return self.value


def fit(model: type[M], tree: Tree) -> Fitted[M]:
    """Read the tree as the model; an empty value counts as unsaid where the model has no use for it."""
    data = tree.plain()
    try:
        return Fitted(tree, model.model_validate(data), tree.problems)
    except ValidationError as error:
        errors = _located(error, tree)
    if _without(data, [each.path for each in errors if _unsaid(each, tree)]):
        try:
            return Fitted(tree, model.model_validate(data), tree.problems)
        except ValidationError as error:
            errors = _located(error, tree)
    return Fitted(tree, None, (*tree.problems, *_problems(model, tree, errors)))


def _located(error: ValidationError, tree: Tree) -> list[Located]:
    return [locate(each, tree.root) for each in error.errors(include_url=False)]


def _unsaid(each: Located, tree: Tree) -> bool:
    node = tree.node(each.path)
    return (
        bool(each.path)
        and isinstance(each.path[-1], str)
        and each.error["type"] != "extra_forbidden"
        and isinstance(node, Scalar)
        and node.text is None
    )


def _without(data: Any, paths: list[Path]) -> bool:  # noqa: ANN401 - any shape a person wrote
    """Take the values at the paths out of the data; False where there are none."""
    for path in paths:
        group: Any = data
        for part in path[:-1]:
            group = group[part]
        group.pop(path[-1], None)
    return bool(paths)


def _problems(model: type[BaseModel], tree: Tree, errors: list[Located]) -> Iterable[Problem]:
    """Yield one problem for each node that is wrong, but for those the tree already has a problem with."""
    known = {each.place for each in tree.problems}
    likely = sorted(likeliest(errors), key=_where)
    explained = set(_explained(model, tree, likely))
    for _, group in groupby(likely, _where):
        first, *others = group
        if {(first.path, first.missing), (first.path, None)} & explained and first.missing:
            continue
        problem = problem_of([first, *others], model, tree)
        if problem.place not in known:
            yield problem


def _explained(model: type[BaseModel], tree: Tree, errors: list[Located]) -> Iterable[tuple[Path, str | None]]:
    """Yield the missing keys that are there by another name; None for all keys of a group that is a text."""
    for each in errors:
        if each.error["type"] == "extra_forbidden":
            if is_sentence(each, model, tree):
                yield each.path[:-1], None
            elif near := meaning(each, model, tree):
                yield each.path[:-1], near


def _where(each: Located) -> str:
    return repr((each.path, each.missing))
