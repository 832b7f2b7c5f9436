"""A record as a pydantic model: asked for every problem of a file that does not fit."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, ForwardRef, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, create_model

from kegen.source.nodes import Plain, plain
from kegen.source.record import REQUIRED, Record, Said, types_of
from kegen.source.text import SourceText
from kegen.source.tree import parse_tree


@cache
def model_of(record: type[Record]) -> type[BaseModel]:
    """Return the model that takes what the record takes; unknown keys are refused."""
    return _model(record, ())


def _model(record: type[Record], above: tuple[type[Record], ...]) -> type[BaseModel]:
    types = types_of(record)  # type: ignore[arg-type]  # a class is hashable
    fields: dict[str, Any] = {
        name: (_kind(types[name], (*above, record)), _field(field)) for name, field in record.fields.items()
    }
    config = ConfigDict(extra="forbid", defer_build=True)
    model: type[BaseModel] = create_model(record.__name__, __config__=config, __doc__=record.__doc__, **fields)
    model.model_rebuild(_types_namespace={record.__name__: model})
    return model


def _field(field: Said) -> Any:  # noqa: ANN401 - pydantic's own type is private
    default = ... if field.default is REQUIRED else None if isinstance(field.default, Record) else field.default
    texts: dict[str, Any] = {"title": field.title or None, "description": field.description or None}
    return Field(default, examples=[_typed(each) for each in field.examples] or None, **texts)


def _typed(example: str) -> Plain:
    """Return what a person has said who types the example as it stands."""
    (entry,) = parse_tree(SourceText("", f"x: {example}\n")).root.entries
    return plain(entry.value)


def _kind(kind: Any, above: tuple[type[Record], ...]) -> Any:  # noqa: ANN401 - a type may be any
    """Return the type with every record in it as its model; a record inside itself by its name."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return ForwardRef(kind.__name__) if kind in above else _model(kind, above)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is None or origin is Literal:
        return kind
    if origin is Annotated:
        return Annotated[(_kind(parts[0], above), *parts[1:])]
    inner = tuple(_kind(part, above) if part is not ... else part for part in parts)
    return Union[inner] if origin in {Union, UnionType} else origin[inner]  # noqa: UP007 - built from values
