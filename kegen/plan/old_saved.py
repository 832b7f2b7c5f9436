"""Saved plans of earlier versions: their one annex, the table of tasks, as the annexes of today."""

from __future__ import annotations

from typing import NamedTuple

from kegen.plan.model import Annex, Paragraph, Table, TableRow, Task
from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS


class OldRow(NamedTuple):
    """One task in the table; `number` counts from 1."""

    number: int
    task: str
    lead: str
    helpers: str
    deadline: str
    product: str


class OldAnnex(NamedTuple):
    """What stood under `annex:`."""

    label: str
    title: str
    reference: str
    rows: tuple[OldRow, ...]


def renewed(old: OldAnnex, tasks: tuple[Task, ...]) -> Annex:
    """Return the annex as plans have it today; its rows were the tasks in their order."""
    ids = [task.id for task in tasks] if len(tasks) == len(old.rows) else ["" for _ in old.rows]
    rows = tuple(TableRow((str(row.number), *row[1:]), name) for row, name in zip(old.rows, ids, strict=True))
    table = Table(tuple(TASK_COLUMNS[name] for name in USUAL_COLUMNS), rows)
    return Annex(old.label, old.title, old.reference, (Paragraph("bang", "", table=table),))
