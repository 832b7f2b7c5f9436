"""A tree held against a pydantic model: what of it fits, and everything that does not, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from kegen.problem import Problem
from kegen.source.located import Located, likeliest, locate
from kegen.source.nodes import Plain, Scalar
from kegen.source.report import is_sentence, meaning, problem_of
from kegen.source.salvage import drop, salvage
from kegen.source.tree import Path, Tree


class Diagnosis(NamedTuple):
    """The plain values that fit the model, None where none can be kept, and every problem of the tree."""

    values: Plain
    problems: tuple[Problem, ...]


def diagnose(model: type[BaseModel], tree: Tree) -> Diagnosis:
    """Hold the tree against the model; an empty value counts as unsaid where the model has no use for it."""
    values = tree.plain()
    errors = _errors(model, values, tree)
    for each in errors:
        if _unsaid(each, tree):
            drop(values, each.path)
    errors = errors and _errors(model, values, tree)
    if not errors:
        return Diagnosis(values, tree.problems)
    return Diagnosis(salvage(model, values, tree), (*tree.problems, *_problems(model, tree, errors)))


def _errors(model: type[BaseModel], values: Plain, tree: Tree) -> list[Located]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        return _located(error, tree)
    return []


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
