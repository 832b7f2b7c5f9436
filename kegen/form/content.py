"""What a record of a profile holds: fields, and parts for each record, list of records and table in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kegen.form.adding import Adding, Choices, addings_to_list, entry_adding, group_adding, holds_models, is_listing
from kegen.form.field import Field, Value, fields_of, text_field, title_of, with_choices
from kegen.form.part import Action, FormPart
from kegen.form.table_parts import TABLE_KEYS, table_parts
from kegen.plan.annexes import TABLE_TITLE
from kegen.profile.annexes import TableSpec
from kegen.yaml_text.fields import Expected, Model, is_model, keys_of
from kegen.yaml_text.nodes import Mapping as MappingNode
from kegen.yaml_text.nodes import Node, Scalar, Sequence
from kegen.yaml_text.tree import Path, Tree

_SHORT = 80
"""Letters of a text that stand for it in a heading."""


class Content(NamedTuple):
    """What is shown of one record."""

    fields: tuple[Field, ...] = ()
    inner: tuple[FormPart, ...] = ()
    adds: tuple[Adding, ...] = ()

    def within(self, part: FormPart) -> FormPart:
        """Return the part with this in it."""
        return part._replace(fields=(*part.fields, *self.fields), inner=self.inner, adds=self.adds)


class Contents(NamedTuple):
    """Makes the contents of records of one profile; `choices` is what may be chosen at the keys."""

    tree: Tree
    choices: Choices = MappingProxyType({})

    def of(
        self,
        model: Model,
        path: Path,
        usual: Mapping[str, Value] | None = None,
        only: Iterable[str] | None = None,
    ) -> Content:
        """Return what the record at the path holds: all keys of the model, or `only` those.

        `usual` is what the draft takes, by key.
        """
        whole = Expected((model,))
        names = [*(keys_of(model) if only is None else only)]
        if issubclass(model, TableSpec):
            names = [each for each in names if each not in TABLE_KEYS]
        grouped = [name for name in names if self._is_group(whole.into(name), self.tree.node((*path, name)))]
        fields = fields_of(model, path, self.tree, usual, [each for each in names if each not in grouped])
        made = Content(with_choices(fields, self.choices))
        if issubclass(model, TableSpec):
            made = made._replace(inner=table_parts(path, self.tree, self.choices))
        for name in grouped:
            made = self._with_group(made, whole.into(name), (*path, name))
        return made

    def listed(self, expected: Expected, path: Path, part: FormPart) -> FormPart:
        """Return the part of a list with a part for each of its items, and what may be added to it."""
        node = self.tree.node(path)
        items = node.items if isinstance(node, Sequence) else ()
        inner = tuple(self._item(expected.into(0), (*path, at), item) for at, item in enumerate(items))
        return part._replace(inner=inner, adds=addings_to_list(expected, path, self.choices))

    def _is_group(self, expected: Expected, node: Node | None) -> bool:
        """Whether no single field can hold what stands there, or may."""
        models, lists = any(map(is_model, expected.types)), any(map(holds_models, expected.types))
        if node is None or (isinstance(node, Scalar) and node.text is None):
            return (models or lists) and str not in expected.types
        return (isinstance(node, MappingNode) and (models or lists)) or (isinstance(node, Sequence) and lists)

    def _with_group(self, made: Content, expected: Expected, path: Path) -> Content:
        node = self.tree.node(path)
        model = next((each for each in expected.types if is_model(each)), None)
        if isinstance(node, MappingNode | Sequence) or (model and _may_begin_anywhere(model)):
            return made._replace(inner=(*made.inner, self._part(expected, path, title_of(expected))))
        if model is not None:
            return made._replace(adds=(*made.adds, group_adding(expected, path)))
        if any(map(is_listing, expected.types)):
            return made._replace(adds=(*made.adds, *addings_to_list(expected, path, self.choices)))
        return made._replace(adds=(*made.adds, entry_adding(expected, path)))

    def _part(self, expected: Expected, path: Path, title: str) -> FormPart:
        """Return the part of a value: a record, records by keys, or a list."""
        node = self.tree.node(path)
        part = FormPart(path[-1] if isinstance(path[-1], str) else title, title, path, line=self._line(path))
        if isinstance(node, Sequence):
            return self.listed(expected, path, part)
        model = _model_for(expected, node)
        if model is not None:
            actions: tuple[Action, ...] = ("remove-item",) if node is not None else ()
            return self.of(model, path).within(part._replace(state="own" if node is not None else "", actions=actions))
        entries = node.entries if isinstance(node, MappingNode) else ()
        inner = tuple(self._part(expected.into(each.key), (*path, each.key), each.key) for each in entries)
        return part._replace(inner=inner, adds=(entry_adding(expected, path),))

    def _item(self, expected: Expected, path: Path, node: Node) -> FormPart:
        """Return the part of an item of a list."""
        if isinstance(node, Scalar) or not _model_for(expected, node):
            field = text_field(path, self.tree, title="Đoạn văn")
            part = FormPart("", _short(str(field.value)), path, line=field.line)
            part = part._replace(fields=(field._replace(choices=self.choices.get(str(path[-2]), ())),))
        else:
            part = self._part(expected, path, "")
            texts = {
                str(each.path[-1]): each.value for each in part.fields if isinstance(each.value, str) and each.value
            }
            words = texts.get("title") or next(iter(texts.values()), "") or _unnamed(path)
            part = part._replace(title=_short(words))
        return part._replace(state="own", actions=("remove-item", "move-item"))

    def _line(self, path: Path) -> int:
        return self.tree.key_place(path).line if self.tree.node(path) is not None else 0


def _unnamed(path: Path) -> str:
    """Return what a record without a text of its own is called: an annex of tasks, or a table."""
    return TABLE_TITLE if path[0] == "annexes" and len(path) == len(("annexes", 0)) else "Bảng"


def _may_begin_anywhere(model: Model) -> bool:
    """Whether any one of the record's fields may be the first to be filled in."""
    return not issubclass(model, TableSpec) and not any(each.is_required() for each in keys_of(model).values())


def _model_for(expected: Expected, node: Node | None) -> Model | None:
    """Return the model of the record that stands there, or may: the first that knows all its keys."""
    models = [each for each in expected.types if is_model(each)]
    keys = {each.key for each in node.entries} if isinstance(node, MappingNode) else set()
    return next((each for each in models if keys <= keys_of(each).keys()), next(iter(models), None))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"
