"""Deadlines held against those of the plan above: no later, and where nothing is said, the same."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.plan.outline import Item


def held_deadline(case: Case, item: Item, text: str) -> str:
    """Return the item's deadline, the plan above's where the pack's own is later or none; notes one said too late."""
    for order in (case.orders[name] for name in (item.id, *item.carries_out) if name in case.orders):
        if not order.deadline or order.part == "helps":
            continue
        if not text:
            text = order.deadline
        elif _is_later(text, order.deadline):
            if "deadline" in item.said:
                _note(case, item, text, order.deadline, order.id)
            text = order.deadline
    return text


def _is_later(child: str, parent: str) -> bool:
    from kegen.deadlines import is_later  # noqa: PLC0415 - only a plan under another file needs it

    return bool(is_later(child, parent))


def _note(case: Case, item: Item, own: str, theirs: str, order: str) -> None:
    path = (*item.path, "deadline")
    place = case.above.task_place(order) if case.above else ""
    case.error(
        path,
        "han-muon",
        f"hạn “{own}” ở dòng {case.tree.place(path).line} muộn hơn hạn “{theirs}” mà cấp trên giao ({order}, {place});"
        f" hãy ghi “{theirs}” hoặc sớm hơn",
    )
