"""The rows of the table of tasks in a plan's annex, by what each column says of a task."""

from types import SimpleNamespace

from kegen.plan.model import tables_of

FIELDS = ("number", "wording", "lead", "helpers", "deadline", "product", "watcher")


def table_of_tasks(plan):
    return next(tables_of(block for annex in plan.annexes for block in annex.blocks))


def rows_of(plan):
    """Return the rows, each with a field a column, and the id of its task."""
    table = table_of_tasks(plan)
    known = [column.field for column in table.columns]
    empty = dict.fromkeys(FIELDS, "")
    return [SimpleNamespace(**{**empty, **dict(zip(known, row.cells, strict=True))}, id=row.task) for row in table.rows]


def with_rows(plan, rows):
    """Return the plan with other rows in the table of its one annex."""
    (annex,) = plan.annexes
    (block,) = annex.blocks
    table = block.table._replace(rows=tuple(rows))
    return plan._replace(annexes=(annex._replace(blocks=(block._replace(table=table),)),))
