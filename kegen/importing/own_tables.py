"""Tables and annexes of a plan that was read, as a profile gives them: whole, rows of tasks by the tasks' ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from kegen.check.words import opening
from kegen.importing.own_text import Data, OwnValues
from kegen.plan.model import TWIPS_PER_MM, Annex, Column, Paragraph, Plan, Table, TableRow, tables_of
from kegen.plan.tables import ABOVE
from kegen.plan.task_table import TASK_COLUMNS, task_cells
from kegen.yaml_text.tree import Path

_WORDS = {column.field: word for word, column in TASK_COLUMNS.items()}
"""The word by which a profile names a column of each field."""
_PAGE = {"ngang": 247, "doc": 160}
"""What a page of either orientation holds between its margins, in millimetres."""
_NONE = "khong"
_WORDS_SHOWN = 12


def table_data(table: Table, width: int, tasks: Mapping[str, str]) -> Data:
    """Return a table on a page that is so many millimetres wide; `tasks`: what each task with a row is called."""
    columns = _columns(table)
    names = _names(columns)
    total = sum(column.width for column in columns) / TWIPS_PER_MM
    scale = min(1, width / total) if total else 1
    data: Data = {"columns": [_column(each, scale) for each in columns]}
    if table.heads:
        data["heads"] = [_spread(each, len(columns)) for each in table.heads]
    data["rows"] = [_row(each, columns, tasks if names else {}) for each in table.rows]
    return data


def _columns(table: Table) -> tuple[Column, ...]:
    """Return the columns; rows without a number would be given one, were theirs said to be the numbers."""
    count_of = len(table.columns)
    rows = [each for each in table.rows if len(each.cells) == count_of]
    return tuple(
        each._replace(field="") if each.field == "number" and any(not row.cells[at] for row in rows) else each
        for at, each in enumerate(table.columns)
    )


def _names(columns: tuple[Column, ...]) -> list[str]:
    """Return what a row of a task calls each column; none where two would be called alike."""
    names = [_WORDS.get(each.field, "") or each.title for each in columns]
    return names if all(names) and len(set(names)) == len(names) else []


def _column(column: Column, scale: float) -> Data | str:
    """Return a column with its width in millimetres, made smaller by the scale where the page would not hold it."""
    data: Data = {"title": column.title or _NONE}
    if column.width:
        data["width"] = f"{max(1, column.width / TWIPS_PER_MM * scale):.1f}".removesuffix(".0").replace(".", ",")
    if word := _WORDS.get(column.field):
        data["field"] = word
    return data if len(data) > 1 or not column.title or column.title in TASK_COLUMNS else column.title


def _spread(row: TableRow, columns: int) -> list[str]:
    """Return a row of the head with a cell for each column: neighbours alike are one cell."""
    spans = row.spans or (1,) * len(row.cells)
    cells = [text for text, span in zip(row.cells, spans, strict=True) for _ in range(span)]
    return [*cells, *[""] * columns][:columns]


def _row(row: TableRow, columns: tuple[Column, ...], tasks: Mapping[str, str]) -> Data | list[str] | str:
    if len(row.cells) == 1 and len(columns) > 1 and row.cells[0].strip() and "\n" not in row.cells[0]:
        return row.cells[0]
    if row.spans and any(span != 1 for span in row.spans):
        return {"wide": _with_merged(row), "spans": [str(each) for each in row.spans]}
    cells = [*_with_merged(row), *[""] * len(columns)][: len(columns)]
    if row.task in tasks:
        return {"task": tasks[row.task], "cells": dict(zip(_names(columns), cells, strict=True))}
    return cells


def _with_merged(row: TableRow) -> list[str]:
    return [ABOVE if at in row.goes_on else text for at, text in enumerate(row.cells)]


def annex_data(annex: Annex, tasks: Mapping[str, str]) -> Data:
    """Return an annex; its first table is the one of the annex, all else stands above or below."""
    data: Data = {"label": annex.label or _NONE, "title": annex.title or _NONE}
    data |= {"reference": annex.reference or _NONE, "orientation": annex.orientation}
    width = _PAGE[annex.orientation]
    at = next((index for index, each in enumerate(annex.blocks) if each.table), len(annex.blocks))
    above = [_block(each, width, tasks) for each in annex.blocks[:at]]
    below = [_block(each, width, tasks) for each in annex.blocks[at + 1 :]]
    data |= {"above": above} if above else {}
    if at < len(annex.blocks) and (table := annex.blocks[at].table):
        data |= table_data(table, width, tasks)
    return data | ({"below": below} if below else {})


def _block(block: Paragraph, width: int, tasks: Mapping[str, str]) -> Data | str:
    return table_data(block.table, width, tasks) if block.table else block.text


def leave_emphasis(annex: Annex, path: Path, own: OwnValues) -> None:
    """Tell what the profile cannot say of an annex's paragraphs: how they look, and their footnotes."""
    emphasised = [each.text for each in annex.blocks if each.spans or each.depth]
    if emphasised:
        what = f"chữ đậm, nghiêng, cấp đề mục của {len(emphasised)} đoạn trong phụ lục"
        own.leave(path, what, " | ".join(opening(each, _WORDS_SHOWN) for each in emphasised))
    for note in (note for each in annex.blocks for note in each.notes):
        own.leave(path, "chú thích trong phụ lục", note.text)


def without_what_tasks_say(annexes: list[Data], plan: Plan) -> None:
    """Take out of the rows of tasks the cells that come from the tasks of the plan as it is drafted."""
    tasks = {each.id: each for each in plan.tasks}
    for data, annex in zip(annexes, plan.annexes, strict=False):
        for table, spec in zip(tables_of(annex.blocks), _tables_in(data), strict=False):
            numbers, names = count(1), _names(table.columns)
            for row in spec["rows"]:
                if isinstance(row, dict) and (task := tasks.get(row.get("task", ""))):
                    usual = dict(zip(names, task_cells(table.columns, task, next(numbers)), strict=False))
                    row["cells"] = {name: text for name, text in row["cells"].items() if usual.get(name) != text}
                    if not row["cells"]:
                        del row["cells"]


def _tables_in(annex: Data) -> Iterator[Data]:
    yield from (each for each in annex.get("above", ()) if isinstance(each, dict))
    if "rows" in annex:
        yield annex
    yield from (each for each in annex.get("below", ()) if isinstance(each, dict))
