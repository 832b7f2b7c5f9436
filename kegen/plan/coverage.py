"""What a plan does about each order of the plan above: takes it up, leaves it out and says why, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kegen.plan.case import Case
from kegen.plan.model import Answer, Covered, Order, Paragraph, Target, Task
from kegen.plan.orders import sections_of
from kegen.plan.outline import Outline
from kegen.plan.targets import measure, written

if TYPE_CHECKING:
    from fractions import Fraction

    Figures = tuple[tuple[Fraction, str], ...]

OPEN_ORDER = "viec-bo-ngo"
"""The id of the warning of an order that nothing is said of."""
_BOUNDS = {">=": "ít nhất", "<=": "không quá", "=": "đúng"}
_FIGURE = re.compile(r"(?<![\d,./])\d{1,9}(?:[.,]\d{1,9}|/[1-9]\d{0,8})?")
_LONGEST_UNIT = 30
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "nửa ": "1/2 "}
_BY_ISSUING = Answer("", "", "")


def cover(
    case: Case, outline: Outline, targets: dict[str, Target], body: Sequence[Paragraph], tasks: Sequence[Task]
) -> tuple[Covered, ...]:
    """Return what the plan does about each order, in the orders' own turn, then about each target."""
    theirs = case.above.plan.targets if case.above else ()
    said = {each.id: Answer(each.id, "", "") for each in body}
    said |= {each.id: Answer(each.id, each.lead, each.deadline) for each in tasks}
    held = [(each.text, said[each.id]) for each in body]
    rows = [*_tasks(case, outline, said), *_targets(case, theirs, targets, held)]
    sections = sections_of(body)
    return tuple(each._replace(section=_best_section(each, rows, sections)) for each in rows)


def warn_of_open(case: Case, rows: Iterable[Covered]) -> None:
    """Warn of each order that the unit is to see to and the plan says nothing of."""
    parent = case.profile.parent_plan
    path = ("parent_plan", "plan" if parent and parent.plan else "profile")
    for each in rows:
        if _is_open(each) and each.order.part == "leads":
            case.warn(path, OPEN_ORDER, _unanswered(each))


def how_to_answer(row: Covered) -> str:
    """Return what to write into the profile about an open order."""
    name = row.order.id
    if row.order.kind == "target":
        return f"hãy thêm câu nêu mức ấy, hoặc ghi ở targets dòng {name}: {{omit: lý do}}"
    return f"hãy ghi ở tasks dòng {name}: {{section: {row.section}}}, hoặc {name}: {{omit: lý do}}"


def _is_open(row: Covered) -> bool:
    return row.state == "open"


def _unanswered(row: Covered) -> str:
    if row.order.kind == "target":
        return f"chỉ tiêu của cấp trên “{row.order.wording}” chưa được nêu; {how_to_answer(row)}"
    return f"cấp trên giao “{_short(row.order.wording)}” mà kế hoạch chưa nhận; {how_to_answer(row)}"


def _best_section(row: Covered, rows: list[Covered], sections: dict[str, str]) -> str:
    """Return, for an open order, the section of its id, else the one that answers most of what stands beside it."""
    wanted = row.order.section
    if not _is_open(row) or row.order.kind == "target":
        return ""
    if wanted in sections.values():
        return wanted
    beside = [answer.id for each in rows if each.order.section == wanted for answer in each.answers]
    answering = Counter(sections[name] for name in beside if name in sections)
    return max(answering, key=answering.__getitem__) if answering else next(reversed(sections.values()), "")


def _tasks(case: Case, outline: Outline, said: dict[str, Answer]) -> Iterator[Covered]:
    carrying = _carrying(outline)
    for order in case.orders.values():
        answers = tuple(said[name] for name in carrying.get(order.id, ()) if name in said)
        if not answers and order.id in case.defaults.carries_out:
            answers = (_BY_ISSUING,)
        yield _covered(order, answers, outline.excuses.get(order.id, ""))


def _targets(
    case: Case, theirs: tuple[Target, ...], targets: dict[str, Target], said: list[tuple[str, Answer]]
) -> Iterator[Covered]:
    measured = [(figures, answer) for text, answer in said if (figures := _figures(text))]
    for target in theirs:
        own = case.profile.targets.get(target.id)
        wording = f"{target.name}: {_BOUNDS[target.comparison]} {written(target)}"
        order = Order("target", target.id, wording, "", "leads", "", "", target.id)
        answers = dict.fromkeys(answer for figures, answer in measured if _sets(figures, targets[target.id]))
        yield _covered(order, tuple(answers), (own and own.omit) or "")


def _covered(order: Order, answers: tuple[Answer, ...], reason: str) -> Covered:
    if answers:
        return Covered(order, "taken", answers)
    return Covered(order, "left-out" if reason else "open", (), reason)


def _sets(figures: Figures, target: Target) -> bool:
    """Whether one of a sentence's figures is the target's value, however it is written: `60%`, `01 ngày`, `½ ngày`."""
    unit = target.unit
    return any(
        after.startswith(unit) and not after[len(unit) : len(unit) + 1].isalnum() and figure == measure(target.value)
        for figure, after in figures
    )


@lru_cache(maxsize=2048)
def _figures(text: str) -> Figures:
    """Return every figure of a text with what stands behind it: plans of one pack share most of their sentences."""
    for sign, plain in _FRACTIONS.items():
        text = text.replace(sign, plain)
    return tuple((measure(found[0]), text[found.end() :].lstrip()[:_LONGEST_UNIT]) for found in _FIGURE.finditer(text))


def _carrying(outline: Outline) -> dict[str, list[str]]:
    """Return, by order, the items that carry it out."""
    carrying: dict[str, list[str]] = {}
    for _, division in outline.walk():
        for item in division.items:
            for name in dict.fromkeys((item.id, *item.carries_out)):
                carrying.setdefault(name, []).append(item.id)
    return carrying


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:90].rsplit(' ', 1)[0]} …"  # noqa: PLR2004 - enough to know it by
