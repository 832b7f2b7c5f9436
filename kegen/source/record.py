"""Records: what a person's file may hold, field by field, with the words that messages and documents are made of.

Why not pydantic's own classes: importing pydantic and building its validators takes as long as drafting a whole plan.
A sound file needs neither; one with a problem is read by pydantic (`model.py` makes the same record a model there),
which finds every problem at once. The modules of a file's records have no `from __future__ import annotations`: their
types are read in every run, and as text each would have to be compiled first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import (
    Any,
    ClassVar,
    ForwardRef,
    Literal,
    NamedTuple,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

REQUIRED: Any = object()
"""The default of a field that must be said."""


class Said(NamedTuple):
    """One field: its default, and its Vietnamese title, description and examples (YAML as a person would write it)."""

    default: Any = REQUIRED
    title: str = ""
    description: str = ""
    examples: tuple[str, ...] = ()


def said(*, title: str, description: str, examples: list[str], default: Any = REQUIRED) -> Any:  # noqa: ANN401
    """Declare a field of a record."""
    return Said(default=default, title=title, description=description, examples=tuple(examples))


class FromText(NamedTuple):
    """Marks a type as read from text by a function that raises ValueError, in Vietnamese, for text that is none."""

    read: Callable[[str], Any]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> Any:  # noqa: ANN401
        """Tell pydantic the same."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only where something is wrong

        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema())


class Before(NamedTuple):
    """Marks a type whose raw value passes through a function first, ValueError as above."""

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Any]) -> Any:  # noqa: ANN401
        """Tell pydantic the same."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only where something is wrong

        return core_schema.no_info_before_validator_function(self.read, handler(source))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(said,))
class Record:
    """A frozen group of fields, made with keywords. Unknown fields are refused."""

    fields: ClassVar[dict[str, Said]] = {}
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Take the fields from the class's annotations, as a dataclass does."""
        own = {name: vars(cls).get(name, REQUIRED) for name in cls.__annotations__}
        own = {name: value if isinstance(value, Said) else Said(default=value) for name, value in own.items()}
        cls.fields = {**cls.fields, **own}
        cls._defaults = {name: field.default for name, field in cls.fields.items()}

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - each field has its own type
        unknown, missing = values.keys() - self.fields.keys(), self.missing(values)
        if unknown or missing:
            raise TypeError(f"{type(self).__name__}: unknown {sorted(unknown)}, missing {missing}")
        self.__dict__.update(self._defaults, **values)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """Return the record of values known to be all there, and none too many."""
        record = object.__new__(cls)
        record.__dict__.update(cls._defaults, **values)
        return record

    @classmethod
    def missing(cls, values: dict[str, Any]) -> list[str]:
        """Return the required fields that the values lack."""
        return [name for name, field in cls.fields.items() if field.default is REQUIRED and name not in values]

    def changed(self, **values: Any) -> Self:  # noqa: ANN401
        """Return a copy with other values."""
        if unknown := values.keys() - self.fields.keys():
            raise TypeError(f"{type(self).__name__}: unknown {sorted(unknown)}")
        return self.of({**self.__dict__, **values})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    @property
    def silent(self) -> bool:
        """Whether nothing but defaults is said."""
        return all(getattr(self, name) is field.default for name, field in self.fields.items())

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({inner})"


@cache
def types_of(record: type[Record]) -> dict[str, Any]:
    """Return the type of each field, marks included."""
    types: dict[str, Any] = {}
    for each in reversed(record.__mro__[: record.__mro__.index(Record)]):
        types |= each.__annotations__
    if any(map(_has_text, types.values())):  # a record within itself; the slow way looks at every part of every type
        types = get_type_hints(record, include_extras=True)
    return {name: types[name] for name in record.fields}


def _has_text(kind: Any) -> bool:  # noqa: ANN401
    parts = () if get_origin(kind) is Literal else get_args(kind)
    return isinstance(kind, str | ForwardRef) or any(map(_has_text, parts))
