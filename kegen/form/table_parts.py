"""A table as parts of the form: its columns, rows of its head, its rows, in each a field for every cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import get_args

from kegen.form.adding import Adding, Choices
from kegen.form.columns import ColumnText, title_of_column
from kegen.form.edit import Edit, MoveItem, RemoveItem, SetField
from kegen.form.field import Field, Value, blank_field, fields_of, text_field, with_choices
from kegen.form.part import FormPart, Offer
from kegen.interview.question import Choice
from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS
from kegen.profile.annexes import ColumnSpec, TableSpec, TaskField, TaskRowSpec
from kegen.yaml_text.fields import Expected
from kegen.yaml_text.nodes import Mapping, Node, Scalar, Sequence, plain
from kegen.yaml_text.tree import Path, Tree

TABLE_KEYS = ("columns", "heads", "rows")
_SHORT = 70
"""Letters of a row that stand for it in its heading."""
_WHOLE = Expected((TableSpec,))


def table_parts(path: Path, tree: Tree, choices: Choices) -> tuple[FormPart, ...]:
    """Return the parts of the table at the path."""
    return _TableParts(path, tree, choices).parts()


class _TableParts:
    """Makes the parts of one table."""

    def __init__(self, path: Path, tree: Tree, choices: Choices) -> None:
        self._path, self._tree, self._choices = path, tree, choices
        node = tree.node((*path, "columns"))
        typed = [plain(each) for each in node.items] if isinstance(node, Sequence) else []
        self._columns: list[ColumnText] = [*(typed or USUAL_COLUMNS)]
        self._is_typed = bool(typed)
        self._titles = [title_of_column(each) for each in self._columns]

    def parts(self) -> tuple[FormPart, ...]:
        """Return the parts: the columns, the rows of the head where there are some, the rows."""
        return tuple(map(self._list, TABLE_KEYS))

    def _list(self, key: str) -> FormPart:
        path: Path = (*self._path, key)
        node = self._tree.node(path)
        count = len(node.items) if isinstance(node, Sequence) else len(self._columns) if key == "columns" else 0
        title = f"{blank_field(_WHOLE.into(key), (key,)).title} ({count})"
        if node is not None and not isinstance(node, Sequence) and not (isinstance(node, Scalar) and node.text is None):
            return FormPart(key, title, path, fields=fields_of(TableSpec, self._path, self._tree, only=[key]))
        made = self._column if key == "columns" else self._row
        inner = tuple(made((*path, at), count) for at in range(count))
        line = self._tree.key_place(path).line if node is not None else 0
        return FormPart(key, title, path, line=line, inner=inner, adds=tuple(self._adds(key)))

    def _adds(self, key: str) -> Iterator[Adding]:
        """Yield what may be added: a column; a row of cells, over all columns, of a task."""
        add = {"edit": "add-item", "path": [*self._path, key]}
        if key == "columns":
            title = blank_field(Expected((ColumnSpec,)).into("title"), ("title",))._replace(is_required=True)
            yield Adding("Thêm cột", add, (("value", title),))
            return
        cells = tuple((f"value/{at}", _cell_asked(title)) for at, title in enumerate(self._titles))
        yield Adding("Thêm dòng" if key == "rows" else "Thêm dòng đầu bảng", add, cells)
        if key == "rows":
            group = Field(("value",), "Tên nhóm", "Chữ trên mọi cột, làm tên của nhóm dòng ở dưới.", "", "text")
            yield Adding("Thêm dòng tên nhóm", add, (("value", group._replace(is_required=True)),))
            task = blank_field(Expected((TaskRowSpec,)).into("task"), ("task",))
            chosen = task._replace(choices=self._choices.get("task", ()))
            yield Adding("Thêm dòng của một nhiệm vụ", add, (("value/task", chosen),))

    def _column(self, path: Path, count: int) -> FormPart:
        at = int(path[-1])
        column = self._columns[at]
        texts = column if isinstance(column, dict) else {"field" if column in TASK_COLUMNS else "title": column}
        usual: dict[str, Value] = {"title": self._titles[at]}
        fields = tuple(
            each._replace(
                value=texts.get(each.path[-1]) or each.value,
                is_typed=self._is_typed and each.path[-1] in texts,
                line=self._tree.key_place(path).line if self._is_typed and each.path[-1] in texts else 0,
            )
            for each in fields_of(ColumnSpec, path, self._tree, usual)
        )
        named = {"field": tuple(Choice(each, f"{each}: {TASK_COLUMNS[each].title}") for each in get_args(TaskField))}
        return FormPart(
            f"cot-{at + 1}",
            f"{at + 1}. {self._titles[at]}",
            path,
            fields=with_choices(fields, named),
            line=self._tree.key_place(path).line if self._is_typed else 0,
            offers=tuple(_steps(path, count, "cột", ("sang trái", "sang phải"))),
        )

    def _row(self, path: Path, count: int) -> FormPart:
        node = self._tree.node(path)
        fields = tuple(self._cells(path, node)) if node is not None else ()
        words = " | ".join(str(each.value).replace("\n", " ") or "…" for each in fields)
        title = f"{int(path[-1]) + 1}. {words}"
        merges = self._merges(path, node) if path[-2] == "rows" else ()
        return FormPart(
            f"dong-{int(path[-1]) + 1}",
            title if len(title) <= _SHORT else title[:_SHORT].rsplit(" ", 1)[0] + " …",
            path,
            fields=fields,
            line=self._tree.key_place(path).line,
            offers=(*_steps(path, count, "dòng", ("lên", "xuống")), *merges),
        )

    def _cells(self, path: Path, node: Node | None) -> Iterator[Field]:
        """Yield a field for each cell of the row; of one that says a task, the task first."""
        if isinstance(node, Scalar):
            yield text_field(path, self._tree, title="Chữ trên mọi cột")
        elif isinstance(node, Sequence):
            yield from self._fields(path, [1] * len(node.items))
        elif isinstance(node, Mapping) and node.entry("wide"):
            yield from self._fields((*path, "wide"), _spans(self._tree, path))
        elif isinstance(node, Mapping):
            task = fields_of(TaskRowSpec, path, self._tree, only=["task"])
            yield from with_choices(task, self._choices)
            for column, title in zip(self._columns, self._titles, strict=True):
                key = column.get("field") or column.get("title", "") if isinstance(column, dict) else column
                description = "Chữ riêng thay cho dữ liệu của nhiệm vụ."
                if key:
                    yield text_field((*path, "cells", str(key)), self._tree, title=title, description=description)

    def _fields(self, path: Path, spans: list[int]) -> Iterator[Field]:
        """Yield the fields of cells, each named by the columns over which it goes."""
        starts = list(accumulate(spans, initial=0))
        for at, (start, end) in enumerate(pairwise(starts)):
            title = " + ".join(self._titles[start:end]) or f"Ô {at + 1} (thừa so với số cột)"
            yield text_field((*path, at), self._tree, title=title)._replace(line=0)  # that of the row is told once

    def _merges(self, path: Path, node: Node | None) -> Iterator[Offer]:
        """Yield how cells beside each other become one, and one over several columns single ones again."""
        is_wide = isinstance(node, Mapping) and node.entry("wide") is not None
        cells = self._tree.node((*path, "wide") if is_wide else path)
        texts = [str(plain(each) or "") for each in cells.items] if isinstance(cells, Sequence) else []
        spans = _spans(self._tree, path) if is_wide else [1] * len(texts)
        if len(spans) != len(texts) or sum(spans) != len(self._columns):
            return
        for at in range(len(texts) - 1):
            joined = " ".join(filter(None, texts[at : at + 2]))
            merged = [*texts[:at], joined, *texts[at + 2 :]]
            wide = [*spans[:at], spans[at] + spans[at + 1], *spans[at + 2 :]]
            yield Offer(f"Gộp ô {at + 1} và {at + 2}", _row_edit(path, merged, wide))
        for at, span in enumerate(spans):
            if span > 1:
                apart = [*texts[: at + 1], *[""] * (span - 1), *texts[at + 1 :]]
                yield Offer(f"Tách ô {at + 1}", _row_edit(path, apart, [*spans[:at], *[1] * span, *spans[at + 1 :]]))


def _row_edit(path: Path, texts: list[str], spans: list[int]) -> Edit:
    """Return the edit after which the row has those cells."""
    if max(spans) == 1:
        return SetField(path, [*texts])
    return SetField(path, {"wide": [*texts], "spans": [str(each) for each in spans]})


def _spans(tree: Tree, path: Path) -> list[int]:
    node = tree.node((*path, "spans"))
    texts = [str(plain(each)) for each in node.items] if isinstance(node, Sequence) else []
    return [int(each) if each.isdecimal() else 0 for each in texts]


def _steps(path: Path, count: int, what: str, directions: tuple[str, str]) -> Iterator[Offer]:
    at = int(path[-1])
    for to, direction in zip((at - 1, at + 1), directions, strict=True):
        if 0 <= to < count:
            yield Offer(f"Chuyển {what} {direction}", MoveItem(path, to))
    yield Offer(f"Xóa {what}", RemoveItem(path))


def _cell_asked(title: str) -> Field:
    return Field((), title, "", "", "text")
