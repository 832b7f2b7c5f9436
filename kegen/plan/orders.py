"""The orders that a plan gives the units of the level below.

It speaks to a unit by its name, or as to one of a group (“UBND cấp xã”, “các sở”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kegen.dates import PlanDate
from kegen.deadlines import has_unreal_day, is_later, is_past
from kegen.plan.above import PlanAbove
from kegen.plan.model import Involvement, Order, Paragraph, Plan, Target, Task
from kegen.plan.outline import Item, Outline
from kegen.plan.problems import ProfileProblems
from kegen.plan.targets import state_target
from kegen.plan.unit import WORDS
from kegen.plan.words_of_above import as_sentence, foreign_words
from kegen.profile.unit import Unit
from kegen.vietnamese import fold, is_of_word

_EVERY_COMMUNE = (
    r"\bcấp xã\b|\bcấp cơ sở\b|\bcác địa phương\b|\bđơn vị, địa phương\b|\bngành, địa phương\b|\b(?:ngành|sở|cơ quan"
    r"|đơn vị) và (?:các )?địa phương\b|\bcơ quan, địa phương\b|\bcấp ủy, chính quyền các cấp\b|\b(?:ubnd"
    r"|ủy ban nhân dân|uỷ ban nhân dân) (?:xã, phường|xã/phường)|\bchính quyền cơ sở\b|\A\s*địa phương\b|\bcác cấp\b"
    r"|\bcơ quan hành chính (?:nhà nước )?trên địa bàn\b|\bchính quyền địa phương\b"
)
"""What means the units of the commune level, whatever their kind."""
_KINDS = r"(?:xã|phường|đặc khu|thị trấn)"
_LISTED = rf"\b(?:các|mọi|từng) ({_KINDS}(?:(?:, | và |; |/){_KINDS})*)\b(?! [\w]*[^\W\d_a-z])"
"""Kinds of unit that are listed: `các xã, phường`, but no `các xã Tân An`."""
_CENTRAL = (
    r"\A\s*(?:(?:các )?bộ\b(?! (?:chỉ huy|phận|đội))|chính phủ|thủ tướng|ngân hàng nhà nước việt nam"
    r"|thanh tra chính phủ"
    r"|văn phòng chính phủ|kiểm toán nhà nước)"
)
"""Bodies of the central government: they hand down themselves what they are to do."""
_SUBJECT = (
    r"(?:giao |đề nghị |yêu cầu )?((?:các|thủ trưởng|chủ tịch|giám đốc|ubnd|[ủu][ỷy] ban|phát huy)\b[^.;:]{0,160})"
)
"""How a sentence begins that says itself whom it speaks to."""
_NOT_OURS = r"(?! (?:trung ương|ngành dọc|báo chí|truyền thông|thông tấn))"
"""What makes agencies bodies of others: of the central government, or the press."""
_EVERY_DEPARTMENT = re.compile(
    rf"\b(?:các|mọi) sở\b|\bsở, (?:ban, )?ngành\b|\bcơ quan chuyên môn\b|\bcác (?:cơ quan|ban, ngành)\b{_NOT_OURS}"
    r"|\bcác cấp\b"
)
_EVERY_UNIT_OF_DEPARTMENT = re.compile(
    r"\b(?:phòng|cơ quan), đơn vị\b|\bcác phòng\b|\b(?:trực thuộc|thuộc sở)\b|\bcác đơn vị\b"
)
_EVERY_UNIT_OF_COMMUNE = re.compile(
    rf"\bcác (?:cơ quan|đơn vị|phòng|ban, ngành|bộ phận)\b{_NOT_OURS}|\bcơ quan, đơn vị\b|\bcơ quan chuyên môn\b"
    r"|\btrực thuộc\b"
)
_BODIES = {"trường": "trường", "trạm": "trạm y tế", "trung tâm": "trung tâm", "phòng": "phòng", "chi cục": "chi cục"}
"""Kinds of body that a plan may speak to together, by the first words of their names: `các trường`."""


_OF_PROVINCE = r"\s(?:tỉnh|thành phố)\s"


class Addressee(NamedTuple):
    """A unit that may be spoken to: its level, its own name, and the level of the plan that speaks."""

    level: str
    name: str
    above: str


def orders_to(unit: Unit, above: Plan) -> dict[str, Order]:
    """Return, by id, the tasks of the plan above that the unit leads, alone or with others, helps with or watches."""
    addressee = Addressee(unit.level, unit.name, above.standing.level)
    sections = sections_of(above.body)
    orders = {}
    for task in above.tasks:
        part = _part(task, addressee)
        if part:
            known = (task.deadline, task.product, task.target, sections.get(task.id, ""))
            orders[task.id] = Order("task", task.id, as_sentence(task.wording), "; ".join(task.leads), part, *known)
    return orders


def _part(task: Task, unit: Addressee) -> Involvement | None:
    """Return whether the unit leads a task or helps with it, None where the task does not speak to it."""
    leads = task.leads or (_subject(task.wording),)
    own = [each for each in leads if not re.match(_CENTRAL, each, re.IGNORECASE)]
    if any(addresses(each, unit) for each in own):
        return "leads"
    if not own:  # what a ministry is to do is handed down by itself
        return None
    return "helps" if any(addresses(each, unit) for each in (*task.helpers, task.watcher)) else None


def _subject(wording: str) -> str:
    """Return whom a sentence speaks to by its first words, for a task that nobody is named for."""
    found = re.match(_SUBJECT, wording, re.IGNORECASE)
    return found[1] if found else ""


def sections_of(body: Iterable[Paragraph]) -> dict[str, str]:
    """Return the section that each item of a plan's body stands in."""
    sections: dict[str, str] = {}
    section = ""
    for paragraph in body:
        if paragraph.kind in {"muc", "khoan", "tiet"}:
            section = paragraph.id
        sections.setdefault(paragraph.id, section)
    return sections


def offer(outline: Outline, orders: Iterable[Order], into: str | None) -> None:
    """Put at hand, in the words of the plan above, each order that the pack has no words for.

    `into` is the section of those whose own section the pack has not.
    """
    known = {division.id for _, division in outline.walk()}
    for order in orders:
        outline.homes.setdefault(order.id, order.section if order.section in known else into or order.section)
        if order.id not in outline.spare and not outline.item(order.id):
            outline.spare[order.id] = Item(
                order.id,
                order.wording,
                own=True,
                ordered=True,
                deadline=order.deadline,
                product=order.product,
                target=order.target,
                own_fields=("deadline", "product"),
            )


def warn_of_copied(
    outline: Outline,
    orders: Mapping[str, Order],
    targets: Iterable[Target],
    level: str,
    problems: ProfileProblems,
) -> None:
    """Warn of each item in the very words of the plan above that speaks of the level above, or to all units alike.

    `targets` are those of the plan above, which a new profile states in its words.
    """
    theirs = {each.id: each for each in targets}
    for _, item in outline.walk_items():
        order, target = orders.get(item.id), theirs.get(item.target)
        is_copied = (order and item.wording[1:] in order.wording) or (target and item.wording == state_target(target))
        words = item.wording if is_copied else ""
        if foreign := foreign_words(words, in_province=level == "so"):
            listed = ", ".join(f"“{each}”" for each in foreign)
            message = (
                f"việc “{item.id}” còn nguyên lời cấp trên, có {listed}: không phải lời của đơn vị; hãy viết lại ở dòng"
                " wording của việc ấy"
            )
            problems.warn(item.path or ("tasks",), COPIED, message)


COPIED = "loi-cap-tren"
"""The id of the warning of words of the plan above that are not a unit's own to say."""


class ParentDeadlines(NamedTuple):
    """The deadlines of the plan above: those of this plan are no later, and where nothing is said, the same.

    None has gone by on the day that the plan is issued.
    """

    above: PlanAbove | None
    orders: Mapping[str, Order]
    issued: PlanDate
    problems: ProfileProblems

    def keep(self, item: Item, deadline: str) -> str:
        """Return the item's deadline, the plan above's where its own is later or none; notes one that cannot be met."""
        self._note_past(item, deadline)
        for order in (self.orders[name] for name in (item.id, *item.carries_out) if name in self.orders):
            if not order.deadline or order.part == "helps":
                continue
            if is_past(order.deadline, self.issued):
                self._note_gone(item, deadline, order)
            elif not deadline:
                deadline = order.deadline
            elif is_later(deadline, order.deadline):
                if "deadline" in item.own_fields:
                    self._note_late(item, deadline, order)
                deadline = order.deadline
        return deadline

    def _note_past(self, item: Item, deadline: str) -> None:
        """Note a deadline, the profile's or the pack's as the profile changes it, that is past, or on no calendar."""
        own, path = "deadline" in item.own_fields, (*item.path, "deadline")
        if is_past(deadline, self.issued):
            what, remedy = f"hạn “{deadline}”", "hãy ghi hạn sau ngày ấy"
            if not own and self.problems.tree.node(("replace",)):
                what, path = f"{what} sau khi thay chữ", ("replace",)
            elif not own:
                what, path = f"{what} mà bộ mẫu ghi cho ý {item.id}", ("tasks",)
                remedy = f"hãy ghi tasks: {{{item.id}: {{deadline: hạn mới}}}}"
            message = f"{what} đã qua khi kế hoạch được ký ({self.issued.written('ngan')}); {remedy}, hoặc sửa date"
            self.problems.warn(path, "han-da-qua", message)
        elif own and has_unreal_day(deadline):
            message = f"hạn “{deadline}” có ngày không có trên lịch; hãy xem lại ngày, tháng"
            self.problems.warn(path, "ngay-khong-co", message)

    def _note_gone(self, item: Item, own: str, order: Order) -> None:
        """Note an order that can no longer be carried out in time: its deadline is not taken over."""
        own = f"kế hoạch ghi “{own}”" if own else "kế hoạch không ghi hạn"
        place = self.above.task_place(order.id) if self.above else ""
        self.problems.warn(
            item.path or ("parent_plan",),
            "han-da-qua",
            f"hạn “{order.deadline}” mà cấp trên giao ({order.id}, {place}) đã qua khi kế hoạch này được ký"
            f" ({self.issued.written('ngan')}); {own}: hãy báo cáo cấp trên, hoặc sửa date",
        )

    def _note_late(self, item: Item, own: str, order: Order) -> None:
        path = (*item.path, "deadline")
        place = self.above.task_place(order.id) if self.above else ""
        self.problems.error(
            path,
            "han-muon",
            f"hạn “{own}” ở dòng {self.problems.line(path)} muộn hơn hạn “{order.deadline}” mà cấp trên giao"
            f" ({order.id}, {place}); hãy ghi “{order.deadline}” hoặc sớm hơn",
        )


def addresses(text: str, unit: Addressee) -> bool:
    """Whether the text names the unit, or a group that it belongs to."""
    return _addresses_group(text, unit.level, unit.above) or _names(text, unit)


def _addresses_group(text: str, level: str, above: str) -> bool:
    """Whether the text speaks to all units of the level."""
    if level in {"so", "don-vi"}:
        return bool(_every_body(above).search(text.lower()))
    listed = (found[1] for found in re.finditer(_LISTED, text))
    return bool(re.search(_EVERY_COMMUNE, text.lower())) or any(WORDS[level] in each for each in listed)


def _every_body(above: str) -> re.Pattern[str]:
    """Return what means all departments, or all bodies under the level that speaks."""
    if above in {"so", "don-vi"}:
        return _EVERY_UNIT_OF_DEPARTMENT
    return _EVERY_UNIT_OF_COMMUNE if above in {"xa", "phuong", "dac-khu"} else _EVERY_DEPARTMENT


def _names_its_like(text: str, unit: Addressee) -> bool:
    """Whether the text speaks to all bodies of the kind that the unit is: `các trường`, `các trung tâm`."""
    kind = next((words for start, words in _BODIES.items() if unit.name.lower().startswith(start)), "")
    return unit.level == "don-vi" and bool(kind) and bool(re.search(rf"\bcác {kind}\b", text.lower()))


def _names(text: str, unit: Addressee) -> bool:
    """Whether the unit's name stands there, a commune's after its kind, in a list too: `các xã Tân An, Nhữ Khê`."""
    if unit.level in {"so", "don-vi"}:
        own = re.split(_OF_PROVINCE, unit.name)[0]  # a plan of the province says no more: `Sở Y tế`
        return fold(own) in fold(text) or _names_its_like(text, unit)
    before = re.compile(rf"\b{WORDS[unit.level]}\b[^.;:]*\Z")
    return any(before.search(start) for start in _starts(text.lower(), unit.name.lower()))


def _starts(text: str, name: str) -> Iterator[str]:
    """Yield what stands before the name, each time that it stands in the text as a whole word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (is_of_word(text[start - 1 : start]) or is_of_word(text[end : end + 1])):
            yield text[:start]
        start = text.find(name, start + 1)
