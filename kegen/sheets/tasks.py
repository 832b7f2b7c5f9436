"""The tasks of a plan: as a table, as records, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kegen.dates import BLANK, parse_date
from kegen.deadlines import read_deadline
from kegen.plan.model import KIND, Plan, Target, Task
from kegen.sheets.table import Column, Table
from kegen.vietnamese import upper_first

_COLUMNS = (
    Column("TT", 5),
    Column("Nhiệm vụ", 60),
    Column("Cơ quan chủ trì", 22),
    Column("Cơ quan phối hợp", 24),
    Column("Thời hạn", 16),
    Column("Sản phẩm", 22),
    Column("Chỉ tiêu", 24),
    Column("Mã trong hồ sơ", 16),
)
_WATCHER = Column("Cơ quan theo dõi, đôn đốc", 24)
"""A column of its own only where a task has one."""
_SIGNS = {">=": "≥", "<=": "≤"}


def tasks_table(plan: Plan) -> Table:
    """Return the tasks, one a row, as the annex of a plan sets them out."""
    rows = [_row(plan, number, task) for number, task in enumerate(plan.tasks, 1)]
    columns: tuple[Column, ...] = _COLUMNS
    if any(task.watcher for task in plan.tasks):
        columns = (*_COLUMNS, _WATCHER)
        rows = [(*row, task.watcher) for row, task in zip(rows, plan.tasks, strict=True)]
    return Table("BẢNG PHÂN CÔNG NHIỆM VỤ", f"({plan_line(plan)})", columns, tuple(rows))


def _row(plan: Plan, number: int, task: Task) -> tuple[str | int, ...]:
    leads, target = "; ".join(task.leads), _target(plan, task)
    return (number, task.wording, leads, _helpers(task), task.deadline, task.product, target, task.id)


def plan_line(plan: Plan) -> str:
    """Return which plan it is: `Kế hoạch số 114/KH-UBND ngày 03/6/2026 của Ủy ban nhân dân xã Nhữ Khê`."""
    symbol = plan.standing.symbol or plan.header.number.removeprefix("Số: ").strip()
    number = symbol if plan.standing.symbol else f"{BLANK}{symbol}"
    date = parse_date(plan.issued).written("ngan") if plan.issued else BLANK
    return f"{plan.standing.kind or KIND} số {number} ngày {date} của {plan.standing.issuer or plan.unit_name}"


def task_records(plan: Plan) -> list[dict[str, Any]]:
    """Return the tasks for a program, each deadline also as its days."""
    return [_record(plan, number, task) for number, task in enumerate(plan.tasks, 1)]


def describe_task(plan: Plan, task: Task) -> str:
    """Return all that is set for a task, a line each, with the plan it is of."""
    return "\n".join((task.wording, *_facts(plan, task), plan_line(plan)))


def task_lines(plan: Plan) -> Iterator[str]:
    """Yield the tasks as lines to read."""
    for number, task in enumerate(plan.tasks, 1):
        yield f"{number}. [{task.id}] {task.wording}"
        yield from (f"   {each}" for each in _facts(plan, task))


def _facts(plan: Plan, task: Task) -> Iterator[str]:
    facts = (
        ("Chủ trì", "; ".join(task.leads)),
        ("Phối hợp", _helpers(task)),
        ("Theo dõi, đôn đốc", task.watcher),
        ("Thời hạn", task.deadline),
        ("Sản phẩm", task.product),
        ("Chỉ tiêu", _target(plan, task)),
    )
    yield from (f"{name}: {value}" for name, value in facts if value)


def _record(plan: Plan, number: int, task: Task) -> dict[str, Any]:
    due = read_deadline(task.deadline)
    days = [each._asdict() for each in due.days] if due else []
    return {
        "number": number,
        **task._asdict(),
        "target_text": _target(plan, task),
        "due": {"days": days, "every": due.every, "always": due.always} if due else None,
    }


def _helpers(task: Task) -> str:
    return upper_first("; ".join(task.helpers))


def _target(plan: Plan, task: Task) -> str:
    return next((_written(each) for each in plan.targets if each.id == task.target), "")


def _written(target: Target) -> str:
    by = f"(đến năm {target.year})" if target.year else ""
    name = "" if target.name == target.written else f"{target.name}:"
    return " ".join(filter(None, (name, _SIGNS.get(target.comparison), target.written, by)))
