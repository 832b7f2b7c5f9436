"""A field of the form: what it is about, what stands in it, and whether somebody typed that or the draft takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Literal, NamedTuple, get_args, get_origin

from kegen.dates import PlanDate
from kegen.interview.question import Choice
from kegen.problem import Place, Problem
from kegen.yaml_text.fields import Expected, Model, is_model, keys_of
from kegen.yaml_text.nodes import Mapping as MappingNode
from kegen.yaml_text.nodes import Node, Scalar, Sequence, plain
from kegen.yaml_text.tree import Path, Tree
from kegen.yaml_text.writing import one_line

Kind = Literal["text", "date", "choice", "flag", "list", "levels", "pairs", "lines"]
"""How a field is filled in: `list` has a text a line, `levels` such with smaller ones under them, `pairs` two texts a
line; `lines` is YAML that stands in no such form, to be read only."""
Value = str | tuple[str, ...] | tuple[tuple[str, str], ...]
FLAGS = (Choice("có"), Choice("không"))
UNDER = ">"
"""What begins the line of a text that stands a level below the text before it."""


class Field(NamedTuple):
    """One field: in the words of messages and of the reference page."""

    path: Path
    title: str
    description: str
    example: str
    kind: Kind
    value: Value = ""
    """What stands now: what was typed, else what the draft takes; "" where that is nothing or not known."""
    is_typed: bool = False
    line: int = 0
    """The line of the profile, from 1; 0 for what is not typed."""
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The field as a person would write its key: `unit.name`."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)


def fields_of(
    model: Model,
    path: Path,
    tree: Tree,
    usual: Mapping[str, Value] | None = None,
    only: Iterable[str] | None = None,
) -> tuple[Field, ...]:
    """Return the fields of a record at the path, in their order: all keys of the model, or `only` those.

    `usual` is what the draft takes, by key.
    """
    names = keys_of(model) if only is None else only
    whole = Expected((model,))
    return tuple(_field(whole.into(name), (*path, name), tree, (usual or {}).get(name, "")) for name in names)


def with_choices(fields: Iterable[Field], choices: Mapping[str, tuple[Choice, ...]]) -> tuple[Field, ...]:
    """Return the fields, those of the keys with what may be chosen there."""
    return tuple(each._replace(choices=choices.get(str(each.path[-1]), each.choices)) for each in fields)


def _field(expected: Expected, path: Path, tree: Tree, usual: Value) -> Field:
    node = tree.node(path)
    kind, info = _kind(expected, node), expected.field
    typed = node is not None and not (isinstance(node, Scalar) and node.text is None)
    return Field(
        path=path,
        title=title_of(expected),
        description=str(info.description or "") if info else "",
        example=str(info.examples[0]) if info and info.examples else "",
        kind=kind,
        value=_value(node, kind) if node is not None and typed else usual,
        is_typed=typed,
        line=tree.key_place(path).line if node is not None else 0,
        choices=_choices(expected),
        is_required=bool(info and info.is_required()),
    )


def _kind(expected: Expected, node: Node | None) -> Kind:
    """Return how the field is filled in; one in which another form stands than its own is shown as it is written."""
    for kind, fits in _FORMS.items():
        if fits(expected.types) and (node is None or _stands(kind, node)):
            return kind
    return "lines"


def title_of(expected: Expected) -> str:
    """Return the title of the field that is expected, "" where none is described."""
    return str(expected.field.title or "") if expected.field else ""


def blank_field(expected: Expected, path: Path) -> Field:
    """Return the field of what is not there yet."""
    return _field(expected, path, Tree("", MappingNode(Place(""), {})), "")


def _has(types: Iterable[Any], *wanted: object) -> bool:
    return any(each in wanted for each in types)


def _is_list(types: Iterable[Any]) -> bool:
    return any(get_origin(each) in {tuple, list} and str in Expected((each,)).into(0).types for each in types)


def _is_levels(types: Iterable[Any]) -> bool:
    inner = [Expected((each,)).into(0).types for each in types if get_origin(each) in {tuple, list}]
    return any(
        str in each and any(get_origin(kind) is tuple for kind in each) and not any(map(is_model, each))
        for each in inner
    )


def _is_pairs(types: Iterable[Any]) -> bool:
    return any(get_origin(each) is dict and not any(map(is_model, Expected((each,)).into("x").types)) for each in types)


_FORMS: dict[Kind, Any] = {
    "flag": lambda types: _has(types, bool),
    "date": lambda types: _has(types, PlanDate),
    "choice": lambda types: any(get_origin(each) is Literal for each in types),
    "text": lambda types: _has(types, str),
    "levels": _is_levels,
    "list": _is_list,
    "pairs": _is_pairs,
}


def _stands(kind: Kind, node: Node) -> bool:
    if kind == "levels":
        return isinstance(node, Sequence) and _stands_in_levels(node)
    if kind == "list":
        return _is_lines(node)
    if kind == "pairs":
        return isinstance(node, MappingNode) and all(_is_line(each.value) for each in node.entries)
    return isinstance(node, Scalar)


def _stands_in_levels(node: Sequence) -> bool:
    lists = [each for each in node.items if isinstance(each, Sequence)]
    are_apart = not any(isinstance(one, Sequence) and isinstance(two, Sequence) for one, two in pairwise(node.items))
    texts = [each.text or "" for part in (node, *lists) for each in part.items if isinstance(each, Scalar)]
    is_told = not any(each.startswith(UNDER) for each in texts)
    return are_apart and is_told and _is_lines(node, but=lists) and all(map(_is_lines, lists))


def _is_line(node: Node) -> bool:
    """Whether it is a text that one line of a text field holds."""
    return isinstance(node, Scalar) and "\n" not in (node.text or "")


def _is_lines(node: Node, but: Iterable[Node] = ()) -> bool:
    return isinstance(node, Sequence) and all(each in but or _is_line(each) for each in node.items)


def _value(node: Node, kind: Kind) -> Value:
    if isinstance(node, Sequence) and kind == "levels":
        return tuple(_levels(node))
    if isinstance(node, Sequence) and kind == "list":
        return tuple(str(plain(each) or "") for each in node.items)
    if isinstance(node, MappingNode) and kind == "pairs":
        return tuple((each.key, str(plain(each.value) or "")) for each in node.entries)
    return (node.text or "") if isinstance(node, Scalar) else one_line(plain(node))


def _levels(node: Sequence) -> Iterator[str]:
    for each in node.items:
        if isinstance(each, Sequence):
            yield from (f"{UNDER} {plain(inner) or ''}" for inner in each.items)
        else:
            yield str(plain(each) or "")


def _choices(expected: Expected) -> tuple[Choice, ...]:
    if bool in expected.types:
        return FLAGS
    return tuple(Choice(str(each)) for kind in expected.types if get_origin(kind) is Literal for each in get_args(kind))


def text_field(path: Path, tree: Tree, *, title: str, description: str = "", usual: str = "") -> Field:
    """Return the field of a text that no model describes: a sentence or a name in a list."""
    node = tree.node(path)
    typed = isinstance(node, Scalar) and bool(node.text)
    value = node.text or "" if isinstance(node, Scalar) else ""
    line = tree.key_place(path).line if typed else 0
    return Field(path, title, description, "", "text", value if typed else usual, typed, line)
