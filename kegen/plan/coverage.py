"""What a plan does about each order of the plan above: takes it up, leaves it out and says why, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kegen.plan.layout import PlanBody
from kegen.plan.model import Answer, Covered, LeftOut, Order, Paragraph, Target
from kegen.plan.orders import sections_of
from kegen.plan.outline import Outline
from kegen.plan.problems import ProfileProblems
from kegen.plan.targets import describe_target, measure, targets_in, years_of
from kegen.profile.body import Target as OwnTarget
from kegen.vietnamese import fold
from kegen.yaml_text.tree import Path

Figures = tuple[tuple[Fraction, str], ...]
"""The figures of a sentence, each with what stands behind it."""

OPEN_ORDER = "viec-bo-ngo"
"""The id of the warning of an order that nothing is said of."""
UNCLEAR_TARGET = "chi-tieu-chua-ro"
"""The id of the warning of a target above of which nobody knows whether each unit is to reach it."""
_FIGURE = r"(?<![\d,./])\d{1,9}(?:[.,]\d{1,9}|/[1-9]\d{0,8})?"
_THOUSANDS = r"(?<![\d,./])\d{1,3}(?:\.\d{3}){1,2}(?![\d.,/])"
_LONGEST_UNIT = 30
_LONGEST_QUOTE = 90
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "nửa ": "1/2 "}
_SIGNS = str.maketrans(dict.fromkeys(".,;:()%“”\"'", ""))
_COMMON = frozenset(("", *fold("tỷ lệ số các của và được có là trong trên ở với theo cho đến năm ít nhất").split("-")))
"""Words, folded, that names of all targets have."""
_BY_ISSUING = Answer("", "", "")


def cover_orders(
    orders: Iterable[Order], outline: Outline, body: PlanBody, by_issuing: Collection[str]
) -> Iterator[Covered]:
    """Yield what the plan does about each order; `by_issuing` are those that it carries out by being issued."""
    known = _answers(body)
    carrying = _carrying(outline)
    for order in orders:
        answers = tuple(known[name] for name in carrying.get(order.id, ()) if name in known)
        if not answers and order.id in by_issuing:
            answers = (_BY_ISSUING,)
        yield _covered(order, answers, outline.excuses.get(order.id, ""))


def cover_targets(
    theirs: Iterable[Target],
    targets: Mapping[str, Target],
    outline: Outline,
    body: PlanBody,
    reasons: Mapping[str, str],
) -> Iterator[Covered]:
    """Yield what the plan does about each target of the plan above; `reasons` say why it does nothing about some.

    One of the whole area is not asked of a unit.
    """
    known, carrying, stating = _answers(body), _carrying(outline), _stating(outline)
    measured = [_Measured(each, figures) for each in body.paragraphs if (figures := _figures(each.text))]
    for target in (each for each in theirs if each.scope != "toan-dia-ban"):
        wording, own = describe_target(target), targets.get(target.id, target)
        order = Order("target", target.id, wording, "", "leads", "", "", target.id, scope=target.scope)
        answers = [known[name] for name in carrying.get(target.id, ()) if name in known]
        if target.value:
            items, sought = stating.get(target.id, set()), _sought(own)
            answers += [known[each.paragraph.id] for each in measured if each.states(sought, items)]
        else:
            answers += _in_words(target, outline, body, known)
        yield _covered(order, tuple(dict.fromkeys(answers)), reasons.get(target.id, ""))


class _Sought(NamedTuple):
    """A target with a value, and what tells the figure that states it."""

    value: Fraction
    unit: str
    words: frozenset[str]
    years: frozenset[str]


def _sought(target: Target) -> _Sought:
    return _Sought(measure(target.value), target.unit, _words_of(target.name), years_of(target.year))


class _Measured:
    """A paragraph that has figures, with what tells which target each is of."""

    def __init__(self, paragraph: Paragraph, figures: Figures) -> None:
        self.paragraph, self.figures = paragraph, figures
        self.words, self.years = _words_of(paragraph.text), years_of(paragraph.text)

    def states(self, sought: _Sought, items: Collection[str]) -> bool:
        """Whether it states the value of a target, which items are said to be for.

        It has to be for the target's year or name none, and to have most words of the target's name: the figure alone
        may be that of another target.
        """
        is_for_the_year = not sought.years or not self.years or bool(sought.years & self.years)
        is_named = not sought.words or len(sought.words & self.words) * 2 >= len(sought.words)
        return (
            is_for_the_year
            and (is_named or self.paragraph.id in items)
            and _sets(self.figures, sought.value, sought.unit)
        )


def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(text.replace("/", " ")).translate(_SIGNS).split("-")) - _COMMON


def _stating(outline: Outline) -> dict[str, set[str]]:
    """Return, by target, the items that are said to be for it, or whose words name it."""
    stating: dict[str, set[str]] = {}
    for _, item in outline.walk_items():
        for name in (item.target, *targets_in(item.wording)):
            stating.setdefault(name, set()).add(item.id)
    return stating


def _in_words(target: Target, outline: Outline, body: PlanBody, known: Mapping[str, Answer]) -> Iterator[Answer]:
    """Yield what takes up a target without a number: an item for it, or one that has its words."""
    items = {item.id for _, item in outline.walk_items() if item.target == target.id}
    words = fold(target.words.rstrip(" .;"))
    for each in body.paragraphs:
        if each.id in items or words in fold(each.text):
            yield known[each.id]


def left_out_targets(
    own: Mapping[str, OwnTarget],
    targets: Mapping[str, Target],
    outline: Outline,
    body: PlanBody,
    problems: ProfileProblems,
) -> Iterator[LeftOut]:
    """Yield the targets that the profile leaves out; notes those that an item for them states all the same."""
    for name in (name for name, given in own.items() if given.omit and name in targets):
        target = targets[name]
        items = {item.id for _, item in outline.walk_items() if item.target == name or name in targets_in(item.wording)}
        stating = [each.id for each in body.paragraphs if each.id in items and _states(each.text, target)]
        if stating:
            message = (
                f"chỉ tiêu “{name}” bỏ ở đây mà “{target.written}” vẫn được nêu ở {', '.join(dict.fromkeys(stating))};"
                " hãy sửa hoặc bỏ các ý ấy ở tasks, hoặc bỏ dòng omit này"
            )
            problems.warn(("targets", name, "omit"), "chi-tieu-con", message)
        yield LeftOut(name, describe_target(target), str(own[name].omit))


def place_open(rows: Sequence[Covered], body: PlanBody, into: str | None) -> tuple[Covered, ...]:
    """Return the rows, each open order with the section that it would best stand in; `into`, where none is better."""
    sections = sections_of(body.paragraphs)
    return tuple(each._replace(section=_best_section(each, rows, sections, into)) for each in rows)


def warn_of_open(rows: Iterable[Covered], path: Path, problems: ProfileProblems) -> None:
    """Warn, at the path that names the plan above, of each order to see to that the plan says nothing of."""
    for each in rows:
        if _is_open(each) and each.order.part == "leads":
            is_unclear = each.order.scope == "chua-ro"
            problems.warn(path, UNCLEAR_TARGET if is_unclear else OPEN_ORDER, _unanswered(each))


def how_to_answer(row: Covered) -> str:
    """Return what to write into the profile about an open order."""
    name = row.order.id
    if row.order.kind == "target":
        return f"hãy thêm ý nêu mức ấy, có dòng target: {name}; hoặc ghi ở targets dòng {name}: {{omit: lý do}}"
    return f"hãy ghi ở tasks dòng {name}: {{section: {row.section}}}, hoặc {name}: {{omit: lý do}}"


def _is_open(row: Covered) -> bool:
    return row.state == "open"


def _unanswered(row: Covered) -> str:
    if row.order.scope == "chua-ro":
        return (
            f"chưa rõ chỉ tiêu “{row.order.wording}” của cấp trên giao cho cả địa bàn hay cho từng đơn vị; hãy hỏi"
            f" cơ quan ban hành: nếu là của từng đơn vị thì {how_to_answer(row).removeprefix('hãy ')}"
        )
    if row.order.kind == "target":
        return f"chỉ tiêu của cấp trên “{row.order.wording}” chưa được nêu; {how_to_answer(row)}"
    return f"cấp trên giao “{_short(row.order.wording)}” mà kế hoạch chưa nhận; {how_to_answer(row)}"


def _best_section(row: Covered, rows: Sequence[Covered], sections: dict[str, str], into: str | None) -> str:
    """Return, for an open order, the section of its id, else the one that answers most of what stands beside it."""
    wanted = row.order.section
    if not _is_open(row) or row.order.kind == "target":
        return ""
    if wanted in sections.values():
        return wanted
    beside = [answer.id for each in rows if each.order.section == wanted for answer in each.answers]
    answering = Counter(sections[name] for name in beside if name and name in sections)
    if not answering and into in sections.values():
        return into or ""
    return max(answering, key=answering.__getitem__) if answering else next(reversed(sections.values()), "")


def _answers(body: PlanBody) -> dict[str, Answer]:
    """Return what in the plan may carry an order out, by the ids of items and sections."""
    answers = {each.id: Answer(each.id, "", "") for each in body.paragraphs}
    return answers | {each.id: Answer(each.id, each.lead, each.deadline) for each in body.tasks}


def _covered(order: Order, answers: tuple[Answer, ...], reason: str) -> Covered:
    if answers:
        return Covered(order, "taken", answers)
    return Covered(order, "left-out" if reason else "open", (), reason)


def _states(text: str, target: Target) -> bool:
    """Whether a sentence states the target: its value, or its words where it has none."""
    if not target.value:
        return fold(target.words) in fold(text)
    return _sets(_figures(text), measure(target.value), target.unit)


def _sets(figures: Figures, value: Fraction, unit: str) -> bool:
    """Whether one of a sentence's figures is the value, however it is written: `60%`, `01 ngày`, `½ ngày`."""
    return any(
        figure == value and after.startswith(unit) and not after[len(unit) : len(unit) + 1].isalnum()
        for figure, after in figures
    )


def _figures(text: str) -> Figures:
    """Return every figure of a text with what stands behind it."""
    for sign, plain in _FRACTIONS.items():
        text = text.replace(sign, plain)
    text = re.sub(_THOUSANDS, lambda found: found[0].replace(".", ""), text)
    return tuple(
        (measure(found[0]), text[found.end() :].lstrip()[:_LONGEST_UNIT]) for found in re.finditer(_FIGURE, text)
    )


def _carrying(outline: Outline) -> dict[str, list[str]]:
    """Return, by order, the items that carry it out."""
    carrying: dict[str, list[str]] = {}
    for _, item in outline.walk_items():
        for name in dict.fromkeys((item.id, *item.carries_out)):
            carrying.setdefault(name, []).append(item.id)
    return carrying


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
