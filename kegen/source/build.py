"""The quick way from plain values to a record: it says only whether they fit. `model.py` says why they do not."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from kegen.source.record import Before, FromText, Record, types_of

R = TypeVar("R", bound=Record)


class Unfit(ValueError):  # noqa: N818 - a state, not an error: pydantic then says what is wrong
    """The values are no such record."""


def build(record: type[R], values: object) -> R:
    """Return the record of the values (dict, list, str, None); raises ValueError where they do not fit."""
    if not isinstance(values, dict) or values.keys() - record.fields.keys() or record.missing(values):
        raise Unfit
    types = types_of(record)  # type: ignore[arg-type]  # a class is hashable
    return record(**{name: _value(types[name], value) for name, value in values.items()})


def _value(kind: Any, value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line for each kind of type
    if isinstance(kind, type) and issubclass(kind, Record):
        return build(kind, value)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(parts[0], parts[1], value)
    if origin in {Union, UnionType}:
        return _either(parts, value)
    if origin is Literal:
        return _checked(value, isinstance(value, str) and value in parts)
    if origin is tuple:
        return tuple(_value(parts[0], each) for each in _checked(value, isinstance(value, list)))
    if origin is dict:
        items = _checked(value, isinstance(value, dict)).items()
        return {_value(parts[0], key): _value(parts[1], each) for key, each in items}
    return _checked(value, isinstance(value, kind))


def _marked(kind: Any, mark: object, value: Any) -> Any:  # noqa: ANN401
    if isinstance(mark, FromText):
        return mark.read(_checked(value, isinstance(value, str)))
    return _value(kind, mark.read(value) if isinstance(mark, Before) else value)


def _either(kinds: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        try:
            return _value(kind, value)
        except ValueError:
            continue
    raise Unfit


def _checked(value: Any, fits: bool) -> Any:  # noqa: ANN401
    if not fits:
        raise Unfit
    return value
