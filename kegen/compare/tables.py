"""Tables as they are compared: those of tasks fact by fact, others a row at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kegen.plan.model import Plan, Table, TableRow, Task, tables_of
from kegen.plan.task_table import task_cells
from kegen.vietnamese import fold

_FACTS = {
    "wording": ("nhiem-vu", "noi-dung", "cong-viec"),
    "lead": ("chu-tri",),
    "helpers": ("phoi-hop",),
    "deadline": ("thoi-han", "thoi-gian", "tien-do", "hoan-thanh"),
    "product": ("san-pham", "ket-qua"),
}
"""What the heading of a column has in it that holds the fact."""


def task_columns(headings: Iterable[str]) -> dict[str, int]:
    """Return where a table with these headings has which fact of a task; {} for one that is no table of tasks."""
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        folded = fold(heading)
        if fact := next((name for name, keys in _FACTS.items() if any(key in folded for key in keys)), None):
            found.setdefault(fact, at)
    return found if "wording" in found and ("lead" in found or "deadline" in found) else {}


def row_text(cells: Iterable[str]) -> str:
    """Return a row as one line, its empty cells left out."""
    return " | ".join(cell for cell in cells if cell)


def task_of(cells: Mapping[str, str]) -> Task:
    """Return the task that a row tells, by the facts in its cells."""
    lead, deadline, product = (cells.get(name, "") for name in ("lead", "deadline", "product"))
    return Task("", cells["wording"], lead, helpers_in(cells.get("helpers", "")), deadline, product, "", "")


def helpers_in(text: str) -> tuple[str, ...]:
    """Return the offices that a cell names."""
    return tuple(part for each in text.split(";") if (part := each.strip()))


def tables_in(plan: Plan) -> Iterator[Table]:
    """Yield the tables of the content, then those of the annexes."""
    for blocks in (plan.opening, plan.body, plan.closing, *(annex.blocks for annex in plan.annexes)):
        yield from tables_of(blocks)


def rows_apart(plan: Plan) -> Iterator[str]:
    """Yield the rows of a plan's tables, as lines, that tell no task."""
    for table in tables_in(plan):
        headings = [column.title for column in table.columns]
        if not task_columns(headings):
            yield from (row_text(row.cells) for row in (*table.heads, TableRow(tuple(headings)), *table.rows))
        else:
            yield from (row_text(row.cells) for row in table.rows if not _facts(table, row).get("wording"))


def own_cells(plan: Plan) -> Iterator[tuple[Task, str]]:
    """Yield what the rows of tasks say otherwise than the tasks, or beyond them: `Kinh phí: 5 triệu đồng`."""
    tasks = {task.id: task for task in plan.tasks}
    for table in tables_in(plan):
        for row in table.rows:
            if task := tasks.get(row.task):
                usual = task_cells(table.columns, task, 0)
                for column, cell, own in zip(table.columns, row.cells, usual, strict=False):
                    if column.field != "number" and cell != own:
                        yield task, f"{column.title}: {cell}"


def tabled_tasks(plan: Plan) -> tuple[Task, ...]:
    """Return the tasks of a plan, and those that its tables alone tell."""
    ids = {task.id for task in plan.tasks}
    words = {text for task in plan.tasks for text in (task.wording, task.brief)}
    rows = (_facts(table, row) for table in tables_in(plan) for row in table.rows if row.task not in ids)
    return (*plan.tasks, *(task_of(facts) for facts in rows if facts.get("wording") and facts["wording"] not in words))


def _facts(table: Table, row: TableRow) -> dict[str, str]:
    """Return the facts in a row of a table of tasks, {} where the table is none or the row is not of its columns."""
    columns = task_columns(column.title for column in table.columns)
    return {name: row.cells[at] for name, at in columns.items()} if len(row.cells) == len(table.columns) else {}
