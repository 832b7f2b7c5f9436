"""What a plan does about each order of the plan above, as a table."""

from __future__ import annotations

from kegen.plan.coverage import how_to_answer
from kegen.plan.model import Coverage, Covered, Plan, Task
from kegen.sheets.account import ISSUING, STATES, headline, own_tasks, rows_in
from kegen.sheets.table import Column, Table, Tone
from kegen.vietnamese import upper_first

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
_TONES: dict[Coverage, Tone] = {"open": "error", "left-out": "warning", "taken": "good"}
_PLAIN: Tone = ""
_OWN = "chỉ có ở đơn vị này"


def coverage_table(plan: Plan) -> Table:
    """Return a row an order, the open ones first, then what arises here only."""
    covered = [each for state in STATES for each in rows_in(plan, state)]
    rows = [_order(number, each) for number, each in enumerate(covered, 1)]
    own = own_tasks(plan)
    rows += [_task(number, each) for number, each in enumerate(own, len(rows) + 1)]
    tones = [_TONES[each.state] for each in covered] + [_PLAIN for _ in own]
    title = f"ĐỐI CHIẾU VỚI KẾ HOẠCH CẤP TRÊN: {plan.unit_name.upper()}"
    return Table(title, f"({headline(plan)})", _COLUMNS, tuple(rows), tuple(tones))


def _order(number: int, row: Covered) -> tuple[str | int, ...]:
    order, answers = row.order, row.answers
    helping = " (phối hợp)" if order.part == "helps" else ""
    return (
        number,
        order.id,
        order.wording,
        f"{order.lead}{helping}",
        order.deadline,
        upper_first(STATES[row.state]),
        "\n".join(each.id or upper_first(ISSUING) for each in answers),
        "\n".join(dict.fromkeys(each.office for each in answers if each.office)),
        "\n".join(dict.fromkeys(each.deadline for each in answers if each.deadline)),
        upper_first(how_to_answer(row)) if row.state == "open" else row.reason,
    )


def _task(number: int, task: Task) -> tuple[str | int, ...]:
    return (number, "", task.wording, "", "", upper_first(_OWN), task.id, task.lead, task.deadline, "")
