"""What a pydantic model expects at a path: the types, and the field that describes them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from kegen.vietnamese import fold, nearest
from kegen.yaml_text.nodes import plain
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree

Model = type[BaseModel]
_DEEPEST_EXAMPLE = 3
"""Levels of groups in an example: more is too much to copy."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The types allowed at a path and the field they come from, if one does."""

    types: tuple[Any, ...]
    field: FieldInfo | None = None

    @property
    def fields(self) -> dict[str, FieldInfo]:
        """The keys that a group may have here, each with its field."""
        return {key: field for each in self.types if is_model(each) for key, field in keys_of(each).items()}

    def into(self, part: str | int) -> Expected:
        """Return what is expected under a key, or at a position of a list."""
        if field := self.fields.get(str(part)):
            return Expected(tuple(alternatives(field.annotation)), field)
        inner = [args[-1] if isinstance(part, str) else args[0] for args in map(get_args, self.types) if args]
        return Expected(tuple(each for one in inner for each in alternatives(one)))

    def narrowed(self, tag: str | int) -> Expected:
        """Return only the alternative that pydantic names so, where one has that name."""
        named = tuple(each for each in self.types if getattr(each, "__name__", None) == tag)
        return Expected(named or self.types, self.field)

    def example(self, depth: int = 0) -> object:
        """Return what a person could write here."""
        if self.field and self.field.examples:
            return _typed(self.field.examples[0])
        for each in self.types:
            if get_origin(each) is Literal:
                return get_args(each)[0]
            if is_model(each) and depth < _DEEPEST_EXAMPLE:
                keys = keys_of(each)
                needed = [name for name, field in keys.items() if field.is_required()] or list(keys)[:1]
                return {name: self.into(name).example(depth + 1) for name in needed}
            if get_origin(each) is list and depth < _DEEPEST_EXAMPLE:
                return [self.into(0).example(depth + 1)]
        return "…"


def _typed(example: object) -> object:
    """Return what a person has written who types the example, a line of YAML, as it stands."""
    if not isinstance(example, str):
        return example
    (entry,) = parse_tree(SourceText("", f"x: {example}\n")).root.entries
    return plain(entry.value)


def is_model(kind: object) -> bool:
    """Whether the type is a pydantic model."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def keys_of(model: Model) -> dict[str, FieldInfo]:
    """Return a model's fields by the key a person writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def alternatives(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - an annotation may be anything
    """Yield the plain types that an annotation allows."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from alternatives(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from alternatives(each)
    elif is_model(annotation) and issubclass(annotation, RootModel):
        yield from alternatives(annotation.model_fields["root"].annotation)
    elif hasattr(annotation, "__value__"):
        yield from alternatives(annotation.__value__)
    elif annotation is not types.NoneType:
        yield annotation


def meant(written: str, fields: dict[str, FieldInfo]) -> str | None:
    """Return the key that a person meant by a key nobody knows, in English or by its Vietnamese title."""
    word, titles = fold(written), {fold(field.title or ""): key for key, field in fields.items()}
    if word in titles:
        return titles[word]
    for fits in (lambda title: title.startswith(f"{word}-"), lambda title: f"-{word}-" in f"-{title}-"):
        if found := [key for title, key in titles.items() if fits(title)]:
            return found[0]
    if key := nearest(written, fields):
        return key
    title = nearest(written, [title for title in titles if title])
    return titles[title] if title else None


def whereabouts(key: str, model: Model) -> str | None:
    """Return the key under which a model knows another key, by its path, or None."""
    queue: list[tuple[str, Expected]] = [("", Expected((model,)))]
    seen: set[Any] = set()
    for path, expected in queue:
        if path and key in expected.fields:
            return path
        for name, under in _groups(expected):
            new = [each for each in under.types if each not in seen]
            seen.update(new)
            if new:
                queue.append((f"{path}.{name}".strip("."), under))
    return None


def _groups(expected: Expected) -> Iterable[tuple[str, Expected]]:
    for name in expected.fields:
        under = expected.into(name)
        for inner in (under, under.into(0), under.into("")):
            if any(map(is_model, inner.types)):
                yield name, inner
