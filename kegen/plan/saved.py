"""A plan that `kegen resolve --output` saved, read back: the same Plan, with the places of its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from kegen.dates import parse_date
from kegen.plan.model import Plan
from kegen.problem import Invalid, Place, Problem
from kegen.profile.scalars import check_day, check_number, check_slug
from kegen.profile.unit import Level
from kegen.source.text import bytes_of, decode_text
from kegen.source.tree import Path as Steps
from kegen.source.tree import Tree, parse_tree

SUFFIX = ".plan.yaml"
"""How the name of a saved plan ends."""
_HINT = "hãy nhận lại tệp từ cấp trên, hoặc ghi lại bằng: kegen resolve --profile HỒ-SƠ --output tên.plan.yaml"


class SavedPlan(NamedTuple):
    """A plan from a file, and where each of its words stands there."""

    plan: Plan
    tree: Tree


class _Unfit(ValueError):  # noqa: N818 - a state of the file, told by the caller
    """What stands at the path is no part of a plan."""

    def __init__(self, path: Steps) -> None:
        self.path = path


def is_saved_plan(path: Path) -> bool:
    """Whether the file's name is that of a saved plan."""
    return path.name.lower().endswith(SUFFIX)


def read_plan(path: Path) -> SavedPlan:
    """Read a saved plan; raises KegenError where there is no file, Invalid with the place where it is no plan."""
    return parse_plan(bytes_of(path), str(path))


@lru_cache(maxsize=4)
def parse_plan(data: bytes, file: str) -> SavedPlan:
    """Return the plan that the bytes hold; raises as `read_plan` does."""
    tree = parse_tree(decode_text(data, file))
    if tree.problems:
        raise Invalid(tree.problems)
    try:
        plan: Plan = _built(Plan, tree.plain(), ())
        _check(plan)
        return SavedPlan(plan, tree)
    except _Unfit as unfit:
        where = ".".join(str(part + 1) if isinstance(part, int) else part for part in unfit.path)
        message = f"đây không phải tệp kế hoạch mà kegen đã ghi, hoặc đã bị sửa ở “{where}”; {_HINT}"
        raise Invalid(
            [Problem(tree.place(unfit.path) if unfit.path else Place(file), "khong-la-ke-hoach", message)]
        ) from None


def _check(plan: Plan) -> None:
    """Refuse facts that a plan under this one could not reckon with."""
    for index, target in enumerate(plan.targets):
        _checked(target.comparison, target.comparison in {">=", "<=", "="}, ("targets", index, "comparison"))
        _read(check_number, target.value, ("targets", index, "value"))
        _read(check_slug, target.id, ("targets", index, "id"))
    for index, task in enumerate(plan.tasks):
        _read(check_slug, task.id, ("tasks", index, "id"))
    for name in ("half_year", "year"):
        if day := getattr(plan.standing, name):
            _read(check_day, day, ("standing", name))
    for path, date in (
        (("issued",), plan.issued),
        *((("standing", "chain", i, "date"), each.date) for i, each in enumerate(plan.standing.chain)),
    ):
        if date:
            _read(parse_date, date, path)
    _checked(plan.standing.level, plan.standing.level in get_args(Level), ("standing", "level"))


def _read(reader: Callable[[str], object], text: str, path: Steps) -> None:
    try:
        reader(text)
    except ValueError:
        raise _Unfit(path) from None


def _built(kind: Any, value: Any, path: Steps) -> Any:  # noqa: ANN401 - one line for each kind of type
    if kind is str:
        return _checked(value, isinstance(value, str), path)
    if kind is int:
        return int(_checked(value, isinstance(value, str) and value.isdecimal() and len(value) < 10, path))  # noqa: PLR2004
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _checked(value, value in parts, path)
    if origin is UnionType:
        return None if value is None else _built(next(each for each in parts if each is not NoneType), value, path)
    if origin is tuple:
        items = _checked(value, isinstance(value, list), path)
        return tuple(_built(parts[0], each, (*path, index)) for index, each in enumerate(items))
    return _record(kind, _checked(value, isinstance(value, dict), path), path)


def _record(kind: Any, values: dict[str, Any], path: Steps) -> Any:  # noqa: ANN401
    hints = get_type_hints(kind)
    unknown = values.keys() - hints.keys()
    if unknown:
        raise _Unfit((*path, min(unknown)))
    return kind(
        **{
            name: _built(hint, values[name], (*path, name)) if name in values else _empty(kind, name, path)
            for name, hint in hints.items()
        }
    )


def _empty(kind: Any, name: str, path: Steps) -> Any:  # noqa: ANN401
    """Return what a field holds that saving left out because it was empty."""
    if name in kind._field_defaults:
        return kind._field_defaults[name]
    hint = get_type_hints(kind)[name]
    if hint is str:
        return ""
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) is UnionType:
        return None
    raise _Unfit((*path, name))


def _checked(value: Any, fits: bool, path: Steps) -> Any:  # noqa: ANN401
    if not fits:
        raise _Unfit(path)
    return value
