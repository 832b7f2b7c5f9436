"""What a plan does about the orders of the plan above, told as text and as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kegen.plan.coverage import how_to_answer
from kegen.plan.model import Answer, Coverage, Covered, Order, Plan, Task

Lines = Iterator[tuple[str, str]]
"""Lines, each with the tone it has on a terminal."""
STATES: dict[Coverage, str] = {"open": "còn bỏ ngỏ", "left-out": "đã bỏ, có lý do", "taken": "đã nhận"}
"""How each state is called, what asks for work first."""
_TONES: dict[Coverage, str] = {"open": "error", "left-out": "info", "taken": "title"}
_ENOUGH = 90
ISSUING = "bản thân kế hoạch này"


def headline(plan: Plan) -> str:
    """Return in one sentence how many orders there are, and what becomes of them."""
    parts = (f"{STATES[state]} {len(rows_in(plan, state))}" for state in STATES)
    return f"{len(plan.coverage)} việc, chỉ tiêu cấp trên giao: {', '.join(parts)}"


def rows_in(plan: Plan, state: Coverage) -> list[Covered]:
    """Return the orders in that state."""
    return [each for each in plan.coverage if each.state == state]


def own_tasks(plan: Plan) -> list[Task]:
    """Return the tasks that arise here only: no order of the plan above asked for them."""
    answering = {answer.id for each in plan.coverage for answer in each.answers if each.order.kind == "task"}
    return [task for task in plan.tasks if task.id not in answering]


def lines(plan: Plan) -> Lines:
    """Yield the whole account, what is open first."""
    for state, name in STATES.items():
        if rows := rows_in(plan, state):
            yield "", ""
            yield f"{name.upper()} ({len(rows)})", _TONES[state]
            for each in rows:
                yield from _order(each)
    if own := own_tasks(plan):
        yield "", ""
        yield f"CHỈ CÓ Ở ĐƠN VỊ NÀY ({len(own)})", "title"
        yield from ((f"  {task.id}: {shortened(task.wording)} [{whose(task.lead, task.deadline)}]", "") for task in own)


def _order(row: Covered) -> Lines:
    order = row.order
    given = whose(order.lead, order.deadline)
    wording = order.wording if row.state == "open" else shortened(order.wording)
    yield f"  {order.id}: {wording}{f' [cấp trên giao: {given}]' if given else ''}{_part(order)}", ""
    for answer in row.answers:
        said = whose(answer.office, answer.deadline)
        yield f"    → {answer.id or ISSUING}{f': {said}' if said else ''}", ""
    if row.state == "open":
        yield f"    → {how_to_answer(row)}", ""
    if row.reason:
        yield f"    → {row.reason}", ""


def _part(order: Order) -> str:
    return " (phối hợp)" if order.part == "helps" else ""


def shortened(text: str) -> str:
    """Return the beginning of a text, enough to know it by."""
    return text if len(text) <= _ENOUGH else f"{text[:_ENOUGH].rsplit(' ', 1)[0]} …"


def whose(office: str, deadline: str) -> str:
    """Return who is to do it and by when, as far as either is said."""
    return "; ".join(each for each in (office, deadline and f"hạn: {deadline}") if each)


def record(plan: Plan) -> dict[str, Any]:
    """Return the same for a program."""
    wordings = {each.id: each.text for each in reversed(plan.body)}
    return {
        "version": 1,
        "unit": plan.unit_name,
        "above": plan.standing.chain[-1]._asdict() if plan.standing.chain else None,
        "counts": {state: len(rows_in(plan, state)) for state in STATES},
        "orders": [_record(each, wordings) for each in plan.coverage],
        "own": [task._asdict() for task in own_tasks(plan)],
    }


def _record(row: Covered, wordings: dict[str, str]) -> dict[str, Any]:
    answers = [{**answer._asdict(), "wording": _wording(answer, wordings)} for answer in row.answers]
    return {
        **row.order._asdict(),
        "state": row.state,
        "answers": answers,
        "reason": row.reason or None,
        "section": row.section or None,
    }


def _wording(answer: Answer, wordings: dict[str, str]) -> str:
    return wordings.get(answer.id, ISSUING)
