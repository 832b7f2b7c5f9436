"""A tree read as a model: validated once, and where it does not fit, everything that is wrong, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from kegen.problem import MOST_SHOWN, Problem
from kegen.yaml_text.located import Located, likeliest, locate
from kegen.yaml_text.nodes import Plain, Scalar
from kegen.yaml_text.tree import Path, Tree
from kegen.yaml_text.values import CUT, is_cut

M = TypeVar("M", bound=BaseModel)

_SALVAGE_ROUNDS = 3
"""Dropping a value can leave its group lacking it; each round drops one level higher."""


class Read(NamedTuple, Generic[M]):
    """What could be read of a tree: the model, of the parts that fit if not all do, and the problems."""

    value: M | None
    problems: tuple[Problem, ...]


def read_record(model: type[M], tree: Tree) -> Read[M]:
    """Read the tree as the model; an empty value counts as not given where the model has no use for it."""
    values = tree.plain()
    value, errors = _validated(model, values, tree)
    empty = [each.path for each in errors if _is_empty(each, tree)]
    if empty:
        for path in empty:
            _drop(values, path)
        value, errors = _validated(model, values, tree)
    halves = tuple(
        Problem(tree.key_place(path), "rong", f"“{path[-1]}” chưa có gì theo sau{CUT}")
        for path in empty
        if _is_half(path, tree)
    )
    if not errors:
        return Read(value, (*tree.problems, *halves))
    return Read(_salvaged(model, values, errors, tree), (*tree.problems, *halves, *_problems(model, tree, errors)))


def _is_half(path: Path, tree: Tree) -> bool:
    """Whether an empty key is half of a value that a comma in braces has cut in two."""
    return is_cut(str(path[-1]), tree.node(path[:-1]), tree.node(path))


def _validated(model: type[M], values: Plain, tree: Tree) -> tuple[M | None, list[Located]]:
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, [locate(each, tree.root) for each in error.errors(include_url=False)]


def _is_empty(each: Located, tree: Tree) -> bool:
    """Whether the error is about a key with nothing after it."""
    node = tree.node(each.path)
    return (
        bool(each.path)
        and isinstance(each.path[-1], str)
        and each.error["type"] != "extra_forbidden"
        and isinstance(node, Scalar)
        and node.text is None
    )


def _salvaged(model: type[M], values: Plain, errors: list[Located], tree: Tree) -> M | None:
    """Return the model of the values that fit, so that later checks can look at them too; None where that is none."""
    value = None
    for _ in range(_SALVAGE_ROUNDS):
        for path in sorted({each.path for each in errors}, key=repr, reverse=True):
            _drop(values, path)
        value, errors = _validated(model, values, tree)
        if not errors:
            break
    return value


def _drop(values: Any, path: Path) -> None:  # noqa: ANN401 - any shape a person wrote
    """Take the value at the path out of the values, if it is there."""
    if not path:
        return
    with suppress(KeyError, IndexError, TypeError):
        for part in path[:-1]:
            values = values[part]
        del values[path[-1]]


def _problems(model: type[BaseModel], tree: Tree, errors: list[Located]) -> Iterable[Problem]:
    """Yield one problem for each node that is wrong, but for those the tree already has a problem with."""
    from kegen.yaml_text.report import problem_of  # noqa: PLC0415 - a sound file, as most are, needs no words for it

    known = {each.place for each in tree.problems}
    likely = sorted(likeliest(errors), key=_position)
    groups = [list(group) for _, group in groupby(likely, _position)]
    groups.sort(key=lambda group: tree.place(group[0].path))
    worded, others = groups[:MOST_SHOWN], groups[MOST_SHOWN:]
    explained = set(_explained(model, tree, [each for group in worded for each in group]))
    for first, *more in worded:
        if {(first.path, first.missing), (first.path, None)} & explained and first.missing:
            continue
        problem = problem_of([first, *more], model, tree)
        if problem.place not in known:
            yield problem
    for first, *_ in others:  # nobody sees them before those are mended
        yield tree.problem(first.path, "sai-gia-tri", "chưa đúng; hãy sửa những chỗ ở trên rồi chạy lại")


def _explained(model: type[BaseModel], tree: Tree, errors: list[Located]) -> Iterable[tuple[Path, str | None]]:
    """Yield the missing keys that are there by another name; None for all keys of a group that is a text."""
    from kegen.yaml_text.report import is_sentence, meaning  # noqa: PLC0415 - the same

    for each in errors:
        if each.error["type"] == "extra_forbidden":
            if is_sentence(each, model, tree):
                yield each.path[:-1], None
            elif near := meaning(each, model, tree):
                yield each.path[:-1], near


def _position(each: Located) -> str:
    return repr((each.path, each.missing))
