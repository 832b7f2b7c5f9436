"""The quick way from plain values to a record: it says only whether they fit. `model.py` says why they do not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from kegen.source.record import Before, FromText, Record, types_of

R = TypeVar("R", bound=Record)
_Reader = Callable[[Any], Any]
"""Returns what a plain value is in a record; raises ValueError where it does not fit."""


class Unfit(ValueError):  # noqa: N818 - a state, not an error: pydantic then says what is wrong
    """The values are no such record."""


def build(record: type[R], values: object) -> R:
    """Return the record of the values (dict, list, str, None); raises ValueError where they do not fit."""
    readers, required = _readers(record)  # type: ignore[arg-type]  # a class is hashable
    if not isinstance(values, dict) or not (required <= values.keys() <= readers.keys()):
        raise Unfit
    return record.of({name: readers[name](value) for name, value in values.items()})


@cache
def _readers(record: type[Record]) -> tuple[dict[str, _Reader], frozenset[str]]:
    """Return how each field is read, and which must be there."""
    types = types_of(record)  # type: ignore[arg-type]  # the same
    return {name: _reader(kind) for name, kind in types.items()}, frozenset(record.missing({}))


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401, PLR0911 - one line for each kind of type
    if isinstance(kind, type) and issubclass(kind, Record):
        return lambda value: build(kind, value)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(parts[0], parts[1])
    if origin in {Union, UnionType}:
        return _either(NoneType in parts, [_reader(part) for part in parts if part is not NoneType])
    if origin is Literal:
        return lambda value: _checked(value, isinstance(value, str) and value in parts)
    if origin is tuple:
        return _row(_reader(parts[0]))
    if origin is dict:
        return _table(*map(_reader, parts))
    return lambda value: _checked(value, isinstance(value, kind))


def _marked(kind: Any, mark: object) -> _Reader:  # noqa: ANN401
    if isinstance(mark, FromText):
        read = mark.read
        return lambda value: read(_checked(value, isinstance(value, str)))
    inner = _reader(kind)
    if isinstance(mark, Before):
        before = mark.read
        return lambda value: inner(before(value))
    return inner


def _either(optional: bool, readers: list[_Reader]) -> _Reader:
    def read(value: Any) -> Any:  # noqa: ANN401
        if value is None and optional:
            return None
        for reader in readers:
            try:
                return reader(value)
            except ValueError:
                continue
        raise Unfit

    return read


def _row(item: _Reader) -> _Reader:
    return lambda value: tuple(map(item, _checked(value, isinstance(value, list))))


def _table(key: _Reader, item: _Reader) -> _Reader:
    def read(value: Any) -> Any:  # noqa: ANN401
        pairs = _checked(value, isinstance(value, dict)).items()
        return {key(name): item(each) for name, each in pairs}

    return read


def _checked(value: Any, fits: bool) -> Any:  # noqa: ANN401
    if not fits:
        raise Unfit
    return value
