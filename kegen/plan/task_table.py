"""The table of tasks: the columns it may have, and what each says of a task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kegen.plan.model import Column, Table, TableRow, Task
from kegen.vietnamese import upper_first

TASK_COLUMNS = {
    "stt": Column("STT", 680, "number"),
    "nhiem-vu": Column("Nhiệm vụ", 4197, "wording"),
    "chu-tri": Column("Cơ quan chủ trì", 2608, "lead"),
    "phoi-hop": Column("Cơ quan phối hợp", 2948, "helpers"),
    "thoi-han": Column("Thời hạn", 1587, "deadline"),
    "san-pham": Column("Sản phẩm", 1983, "product"),
    "theo-doi": Column("Theo dõi, đôn đốc", 2400, "watcher"),
}
"""The columns that a table of tasks may have, by the word a profile names them with."""
USUAL_COLUMNS = tuple(TASK_COLUMNS)[:-1]


def task_cells(columns: Iterable[Column], task: Task, number: int) -> tuple[str, ...]:
    """Return the facts of a task as the columns of a table ask for them, "" for a column of none."""
    facts = {
        "number": str(number),
        "wording": task.brief or task.wording,
        "lead": "; ".join((task.lead, *task.also_lead)),
        "helpers": upper_first("; ".join(task.helpers)),
        "deadline": task.deadline,
        "product": task.product,
        "watcher": task.watcher,
    }
    return tuple(facts.get(column.field, "") for column in columns)


def task_table(columns: tuple[Column, ...], tasks: Sequence[Task]) -> Table:
    """Return the table with a row for each task."""
    rows = (TableRow(task_cells(columns, task, number), task.id) for number, task in enumerate(tasks, 1))
    return Table(columns, tuple(rows))
