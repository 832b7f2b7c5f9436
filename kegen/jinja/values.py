"""The values of a program as functions of a scope."""

from __future__ import annotations

import operator
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from kegen.jinja.program import DEPTH_LIMIT, is_constant, is_path

Scope = Any
"""Something whose attributes are the names a program may use."""
Get = Callable[[Scope], Any]

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


class Foreign(ValueError):  # noqa: N818 - a state, not an error: what was kept is then made anew
    """The program is none: it was not made by `reduced`."""


def checked(value: Any, fits: bool) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the value; raises Foreign where it does not fit."""
    if not fits:
        raise Foreign
    return value


def path_getter(path: object) -> Get:
    """Return the function that gets a name and its attributes; it raises AttributeError where there is none."""
    return attrgetter(checked(path, is_path(path)))


def getter(value: Any, depth: int) -> Get:  # noqa: ANN401 - the same
    """Return the function that gets the value of a scope."""
    checked(value, isinstance(value, list) and len(value) > 1 and depth < DEPTH_LIMIT)
    kind, *parts = value
    make = _MAKERS.get(kind) if isinstance(kind, str) else None
    try:
        return checked(make, make is not None)(*parts, depth=depth + 1)  # type: ignore[no-any-return]
    except TypeError:  # too many parts, or too few
        raise Foreign from None


def _const(value: object, *, depth: int) -> Get:  # noqa: ARG001 - every maker takes it
    checked(value, is_constant(value))
    return lambda _: value


def _path(path: object, *, depth: int) -> Get:  # noqa: ARG001
    return path_getter(path)


def _call(path: object, given: Any, named: Any, *, depth: int) -> Get:  # noqa: ANN401, ARG001
    called = path_getter(path)
    checked(given, isinstance(given, list) and all(map(is_constant, given)))
    checked(named, isinstance(named, dict) and all(map(is_constant, named.values())))
    if len(given) == 1 and not named:
        (only,) = given
        return lambda scope: called(scope)(only)
    return lambda scope: called(scope)(*given, **named)


def _choose(test: Any, first: Any, second: Any, *, depth: int) -> Get:  # noqa: ANN401
    holds, yes, no = (getter(each, depth) for each in (test, first, second))
    return lambda scope: yes(scope) if holds(scope) else no(scope)


def _compare(sign: Any, left: Any, right: Any, *, depth: int) -> Get:  # noqa: ANN401
    compared = _OPERATORS.get(sign) if isinstance(sign, str) else None
    compare, one = checked(compared, compared is not None), getter(left, depth)
    another = getter(right, depth)
    if right[0] == "const":
        constant = right[1]
        return lambda scope: compare(one(scope), constant)
    return lambda scope: compare(one(scope), another(scope))


def _among(value: Any, constants: Any, wanted: Any, *, depth: int) -> Get:  # noqa: ANN401
    checked(constants, isinstance(constants, list) and all(map(is_constant, constants)))
    one, known = getter(value, depth), tuple(constants)
    return (lambda scope: one(scope) in known) if wanted else (lambda scope: one(scope) not in known)


def _and(left: Any, right: Any, *, depth: int) -> Get:  # noqa: ANN401
    one, other = getter(left, depth), getter(right, depth)
    return lambda scope: one(scope) and other(scope)


def _or(left: Any, right: Any, *, depth: int) -> Get:  # noqa: ANN401
    one, other = getter(left, depth), getter(right, depth)
    return lambda scope: one(scope) or other(scope)


def _not(value: Any, *, depth: int) -> Get:  # noqa: ANN401
    one = getter(value, depth)
    return lambda scope: not one(scope)


def _add(left: Any, right: Any, *, depth: int) -> Get:  # noqa: ANN401
    one, other = getter(left, depth), getter(right, depth)
    return lambda scope: one(scope) + other(scope)


_MAKERS: dict[str, Callable[..., Get]] = {
    "const": _const, "path": _path, "call": _call, "choose": _choose, "compare": _compare, "among": _among,
    "and": _and, "or": _or, "not": _not, "add": _add,
}  # fmt: skip
