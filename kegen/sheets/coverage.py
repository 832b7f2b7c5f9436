"""What a plan does about each order of the plan above: as lines to read, as a record, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kegen.plan.coverage import how_to_answer
from kegen.plan.model import Coverage, Covered, Order, Plan, Task
from kegen.sheets.table import Column, Table, Tone
from kegen.vietnamese import upper_first

Lines = Iterator[tuple[str, str]]
"""Lines, each with the tone it has on a terminal."""
STATES: dict[Coverage, str] = {"open": "còn bỏ ngỏ", "left-out": "đã bỏ, có lý do", "taken": "đã nhận"}
"""How each state is called, what asks for work first."""
_LINE_TONES: dict[Coverage, str] = {"open": "error", "left-out": "info", "taken": "title"}
_ROW_TONES: dict[Coverage, Tone] = {"open": "error", "left-out": "warning", "taken": "good"}
_PLAIN: Tone = ""
_COLUMNS = (
    Column("TT", 5),
    Column("Mã", 16),
    Column("Cấp trên giao", 52),
    Column("Giao cho", 24),
    Column("Hạn cấp trên", 15),
    Column("Tình trạng", 15),
    Column("Ý thực hiện", 18),
    Column("Cơ quan chủ trì", 24),
    Column("Hạn của đơn vị", 15),
    Column("Lý do bỏ, việc cần làm", 28),
)
_LONGEST = 90
"""Letters of a wording that are enough to know it by."""
_ISSUING = "bản thân kế hoạch này"
_OWN = "chỉ có ở đơn vị này"


def headline(plan: Plan) -> str:
    """Return in one sentence how many orders there are, and what becomes of them."""
    parts = (f"{STATES[state]} {len(_rows_in(plan, state))}" for state in STATES)
    return f"{len(plan.coverage)} việc, chỉ tiêu cấp trên giao: {', '.join(parts)}"


def _rows_in(plan: Plan, state: Coverage) -> list[Covered]:
    return [each for each in plan.coverage if each.state == state]


def _own_tasks(plan: Plan) -> list[Task]:
    """Return the tasks that arise here only: no order of the plan above asked for them."""
    answering = {answer.id for each in plan.coverage for answer in each.answers if each.order.kind == "task"}
    return [task for task in plan.tasks if task.id not in answering]


def lines(plan: Plan) -> Lines:
    """Yield the whole account, what is open first."""
    for state, name in STATES.items():
        if rows := _rows_in(plan, state):
            yield "", ""
            yield f"{name.upper()} ({len(rows)})", _LINE_TONES[state]
            for each in rows:
                yield from _order_lines(each)
    if own := _own_tasks(plan):
        yield "", ""
        yield f"{_OWN.upper()} ({len(own)})", "title"
        for task in own:
            yield f"  {task.id}: {shortened(task.wording)} [{_who_and_when('; '.join(task.leads), task.deadline)}]", ""


def _order_lines(row: Covered) -> Lines:
    order = row.order
    given = _who_and_when(order.lead, order.deadline)
    wording = order.wording if row.state == "open" else shortened(order.wording)
    yield f"  {order.id}: {wording}{f' [cấp trên giao: {given}]' if given else ''}{_part(order)}", ""
    for answer in row.answers:
        own = _who_and_when(answer.office, answer.deadline)
        yield f"    → {answer.id or _ISSUING}{f': {own}' if own else ''}", ""
    if row.state == "open":
        yield f"    → {how_to_answer(row)}", ""
    if row.reason:
        yield f"    → {row.reason}", ""


def _part(order: Order) -> str:
    return " (phối hợp)" if order.part == "helps" else ""


def shortened(text: str) -> str:
    """Return the beginning of a text on one line, enough to know it by."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _who_and_when(office: str, deadline: str) -> str:
    return "; ".join(each for each in (office, deadline and f"hạn: {deadline}") if each)


def record(plan: Plan) -> dict[str, Any]:
    """Return the same for a program."""
    wordings = {each.id: each.text for each in reversed(plan.body)}
    return {
        "version": 1,
        "unit": plan.unit_name,
        "above": plan.standing.chain[-1]._asdict() if plan.standing.chain else None,
        "counts": {state: len(_rows_in(plan, state)) for state in STATES},
        "orders": [_record(each, wordings) for each in plan.coverage],
        "own": [task._asdict() for task in _own_tasks(plan)],
    }


def _record(row: Covered, wordings: dict[str, str]) -> dict[str, Any]:
    return {
        **row.order._asdict(),
        "state": row.state,
        "answers": [{**each._asdict(), "wording": wordings.get(each.id, _ISSUING)} for each in row.answers],
        "reason": row.reason or None,
        "section": row.section or None,
    }


def coverage_table(plan: Plan) -> Table:
    """Return a row an order, the open ones first, then what arises here only."""
    covered = [each for state in STATES for each in _rows_in(plan, state)]
    rows = [_order_row(number, each) for number, each in enumerate(covered, 1)]
    own = _own_tasks(plan)
    rows += [_task_row(number, each) for number, each in enumerate(own, len(rows) + 1)]
    tones = [_ROW_TONES[each.state] for each in covered] + [_PLAIN for _ in own]
    title = f"ĐỐI CHIẾU VỚI KẾ HOẠCH CẤP TRÊN: {plan.unit_name.upper()}"
    return Table(title, f"({headline(plan)})", _COLUMNS, tuple(rows), tuple(tones))


def _order_row(number: int, row: Covered) -> tuple[str | int, ...]:
    order, answers = row.order, row.answers
    return (
        number,
        order.id,
        order.wording,
        f"{order.lead}{_part(order)}",
        order.deadline,
        upper_first(STATES[row.state]),
        "\n".join(each.id or upper_first(_ISSUING) for each in answers),
        "\n".join(dict.fromkeys(each.office for each in answers if each.office)),
        "\n".join(dict.fromkeys(each.deadline for each in answers if each.deadline)),
        upper_first(how_to_answer(row)) if row.state == "open" else row.reason,
    )


def _task_row(number: int, task: Task) -> tuple[str | int, ...]:
    return (number, "", task.wording, "", "", upper_first(_OWN), task.id, "; ".join(task.leads), task.deadline, "")
