"""The orders of the plan above as lines of a profile: those to see to as entries, all others as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kegen.plan.model import Ask, Covered, Plan, Task
from kegen.plan.targets import state_target
from kegen.plan.words_of_above import foreign_words
from kegen.sheets.coverage import shortened
from kegen.starting.addressees import without_addressee
from kegen.starting.deadline import Moved, moved_day
from kegen.starting.offices import StartingOffice
from kegen.starting.orders import OrderPlaces, open_asks, target_of
from kegen.starting.outside import is_outside
from kegen.starting.tasks import OwnTask, OwnTasks
from kegen.starting.year import issue_date
from kegen.yaml_text.writing import comment, scalar

_TARGETS = "chi-tieu"
"""The section that a new profile adds for targets."""
_COLUMN = 44
_HOW = (
    "Việc cấp trên giao đơn vị chủ trì. Không ghi wording thì bản soạn ra chép nguyên lời cấp trên, mà văn bản chỉ đạo "
    "không cho sao chép: hãy thêm dòng wording, viết bằng lời của đơn vị. Việc không nhận thì ghi {omit: lý do} thay "
    "cho các dòng của việc ấy. Hạn ghi sớm hơn được, muộn hơn hạn của cấp trên thì không."
)


class TaskPart(NamedTuple):
    """The part of a profile on tasks, and the offices that a task is guessed for, each once."""

    lines: tuple[str, ...] = ()
    leads: tuple[StartingOffice, ...] = ()
    heads: tuple[StartingOffice, ...] = ()
    """The head of the unit, where a task is for that person alone."""


def note(text: str, remark: str) -> str:
    """Return a line with a remark behind it, in a column of its own where there is room."""
    return f"{text:<{_COLUMN}} # {' '.join(remark.split())}"


def task_part(own: OwnTasks) -> TaskPart:
    """Return the part on tasks; no lines where the plan above orders nothing of this unit."""
    leads = dict.fromkeys(each.guess.office for each in own.tasks if each.guess and not each.means)
    heads = tuple(each for each in leads if each.name == own.home.head)
    return TaskPart(tuple(_task_lines(own)), tuple(leads), heads)


def _task_lines(own: OwnTasks) -> Iterator[str]:
    orders = own.orders
    stated = tuple(each for each in orders.targets if _scope(own.above, each) in {"", "tung-don-vi"})
    if own.tasks:
        yield ""
        yield note("annex: có", "Bảng phân công: cơ quan chủ trì, phối hợp, thời hạn, sản phẩm của từng việc")
    if stated and own.home.purpose:
        yield ""
        yield "sections:"
        yield f"  {_TARGETS}: {{title: Chỉ tiêu, into: {own.home.purpose}}}"
    if own.tasks or stated:
        yield ""
        yield from comment(_HOW, "")
        yield "tasks:"
    yield from _entries(own)
    yield from _reported(own)
    yield from _targets(stated, own)
    yield from _helping(own, has_tasks=bool(own.tasks or stated))
    yield from _loose_targets(own, stated)
    yield from _unclear(own)


def _entries(own: OwnTasks) -> Iterator[str]:
    """Yield the tasks to see to, under the headings that they have in the plan above."""
    asks = open_asks(own.above)
    headings = own.headings((each.row.order.id for each in own.tasks), "  ")
    for task, lines in zip(own.tasks, headings, strict=True):
        yield from lines
        yield from _entry(task, own, asks) if not task.means else _by_the_plan(task, own)


def _reported(own: OwnTasks) -> Iterator[str]:
    """Yield the task of the pack that reports, with the orders that it carries out."""
    if names := [each.row.order.id for each in own.tasks if each.means == "reporting"]:
        entry = f"  {own.home.reporter}: {{carries_out: [{', '.join(names)}]}}"
        yield note(entry, "báo cáo cấp trên, như đã có trong mẫu")


def _by_the_plan(task: OwnTask, own: OwnTasks) -> Iterator[str]:
    """Yield an order that is carried out by issuing the plan, or by the report that the pack has a task for."""
    order = task.row.order
    yield from _quoted(task, own)
    due = f" Hạn của cấp trên: {order.deadline}." if order.deadline else ""
    if task.means == "issuing":
        words = "ĐOÁN: việc này là ban hành chính Kế hoạch này"
        yield from comment(f"{words}.{due} Còn việc khác thì bỏ dòng này, ghi section, lead, wording.", "  ")
        yield f"  {order.id}: {{omit: ban hành Kế hoạch này là thực hiện việc cấp trên giao}}"
    else:
        yield from comment(f"ĐOÁN: việc này là báo cáo cấp trên, ý dưới đây thực hiện.{due}", "  ")


def _quoted(task: OwnTask, own: OwnTasks) -> Iterator[str]:
    order = task.row.order
    place = own.place(order.id)
    yield from comment(f"Cấp trên{f' ({place})' if place else ''}: {order.wording}", "  ", "  ")


def _entry(task: OwnTask, own: OwnTasks, asks: dict[tuple[str, str], Ask]) -> Iterator[str]:
    order = task.row.order
    yield from _quoted(task, own)
    yield f"  {order.id}:"
    yield f"    section: {_section(task.row, own)}"
    yield _lead(task, asks.get((order.id, "lead")))
    moved = moved_day(order.deadline, order.wording, issue_date(own.above))
    yield from _deadline(order.deadline, moved, asks.get((order.id, "deadline")))
    if order.product:
        yield note(f"    product: {scalar(order.product)}", "sản phẩm mà cấp trên yêu cầu")
    yield from _wording(order.wording, own.home, moved)


def _lead(task: OwnTask, ask: Ask | None) -> str:
    several = "ghi nhiều nơi chủ trì" if ask and ask.choices else "chưa ghi rõ ai chủ trì"
    doubt = f"; cấp trên {several}, xem kegen confirm" if ask else ""
    if task.guess is not None and not task.guess.word:
        name = scalar(task.guess.office.name)
        return note(f"    lead: {name}", f"cấp trên giao đích danh người đứng đầu, xem lại{doubt}")
    if task.guess is not None:
        return note(f"    lead: {scalar(task.guess.office.name)}", f"ĐOÁN theo chữ “{task.guess.word}”, xem lại{doubt}")
    return note("    # lead:", f"CHỌN một tên ở departments; không ghi thì cơ quan đầu mối chủ trì{doubt}")


def _deadline(deadline: str, moved: Moved, ask: Ask | None) -> Iterator[str]:
    """Yield the line of the deadline: the plan above's, or some days before."""
    if ask:
        yield note(
            "    # deadline:", f"cấp trên ghi hạn chưa rõ (“{(deadline or ask.sentence)[:60]}”), xem kegen confirm"
        )
    elif deadline:
        own = deadline.replace(*moved) if moved.old else deadline
        remark = f"cấp trên: {deadline}; sớm 07 ngày để kịp tổng hợp" if moved.old else "hạn của cấp trên"
        yield note(f"    deadline: {scalar(own)}", remark)
    else:
        yield note("    # deadline:", "cấp trên không ghi hạn; hãy ghi, ô Thời hạn ở Bảng phân công còn trống")


def _wording(wording: str, home: OrderPlaces, moved: Moved) -> Iterator[str]:
    """Yield the sentence without the addressees at its head, and what in it is still to be said in own words.

    The day in it is that of the deadline.
    """
    bare = without_addressee(wording, home.own)
    foreign = foreign_words(bare or wording, in_province=home.in_province)
    left_out = f"đã bỏ “{wording[: len(wording) - len(bare)].strip()}” ở đầu câu, vì việc nay giao cơ quan của đơn vị"
    yield from _rewrite(foreign)
    if bare:
        day = f"; hạn trong câu sửa theo deadline: {moved.new}" if moved.old and moved.old in bare else ""
        yield from comment(f"Lời cấp trên, {left_out}{day}:", "    ")
        yield f"    wording: {scalar(bare.replace(*moved) if moved.old else bare)}"
        return
    if moved.old and moved.old in wording:
        yield note(f"    edits: {{{scalar(moved.old)}: {scalar(moved.new)}}}", "hạn trong câu, sửa theo deadline")
    if foreign:
        yield f"    # wording: {scalar(wording)}"


def _rewrite(foreign: Sequence[str]) -> Iterator[str]:
    if foreign:
        listed = ", ".join(f"“{each}”" for each in foreign)
        yield from comment(f"PHẢI VIẾT LẠI: lời cấp trên còn {listed}, không phải lời của đơn vị.", "    ")


def _targets(stated: Sequence[Covered], own: OwnTasks) -> Iterator[str]:
    if stated:
        yield "  # --- Chỉ tiêu cấp trên giao từng đơn vị; con số không được lỏng hơn ---"
    for each in stated:
        yield from _target(each, own)


def _target(row: Covered, own: OwnTasks) -> Iterator[str]:
    order, target = row.order, target_of(own.above, row.order.id)
    yield f"  chi-tieu-{order.id}:"
    section = _TARGETS if own.home.purpose else own.home.section or row.section or order.section or "nhiem-vu"
    yield f"    section: {section}"
    wording = state_target(target) if target else f"{order.wording}."
    yield from _rewrite(foreign_words(wording, in_province=own.home.in_province))
    yield f"    wording: {scalar(wording)}"
    yield f"    target: {order.id}"


def _helping(own: OwnTasks, *, has_tasks: bool) -> Iterator[str]:
    """Yield the tasks where others see to it: each a line to switch on, under its words."""
    if not own.orders.helping:
        return
    yield ""
    yield "# Việc cơ quan khác chủ trì, đơn vị chỉ phối hợp: không giao lại việc ấy cho ai. Nếu đưa vào kế hoạch thì bỏ"
    yield "# dấu # ở dòng mã và viết wording là việc phối hợp; cơ quan ngoài UBND (Mặt trận, đoàn thể, Công an …) thì"
    yield "# viết “đề nghị … phối hợp”, không viết “giao”."
    if not has_tasks:
        yield "# tasks:"
    headings = own.headings((each.order.id for each in own.orders.helping), "")
    for each, lines in zip(own.orders.helping, headings, strict=True):
        order = each.order
        yield from lines
        due = f"; hạn: {order.deadline}" if order.deadline else ""
        who = f"{order.lead} chủ trì" if order.lead else "chưa rõ ai chủ trì"
        outside = "; ngoài UBND: đề nghị, không giao" if any(map(is_outside, order.lead.split("; "))) else ""
        yield from comment(f"{shortened(order.wording)} ({who}{due}{outside})", "")
        yield f"#   {order.id}: {{section: {_section(each, own)}}}"


def _loose_targets(own: OwnTasks, stated: Sequence[Covered]) -> Iterator[str]:
    """Yield the targets that are not, or not surely, each unit's to reach."""
    rest = [each for each in own.orders.targets if each not in stated]
    if not rest:
        return
    yield ""
    yield "# Chỉ tiêu chung của cả địa bàn cấp trên, hoặc chưa rõ của ai (kegen confirm): chưa đưa vào kế hoạch. Nếu là"
    yield "# của từng đơn vị thì thêm một ý ở tasks nêu con số ấy; nếu không thì ghi ở targets: {mã: {omit: lý do}}."
    for each in rest:
        unsure = " – chưa rõ của ai" if _scope(own.above, each) == "chua-ro" else ""
        yield from comment(f"{each.order.id}: {each.order.wording}{unsure}", "", "  ")


def _unclear(own: OwnTasks) -> Iterator[str]:
    """Yield the tasks of which nobody knows who sees to them: none of them is forgotten."""
    if not own.orders.unclear:
        return
    yield ""
    yield "# Chưa rõ cấp trên giao ai những việc dưới đây: xác nhận bằng kegen confirm TỆP-CẤP-TRÊN rồi tạo lại hồ sơ,"
    yield "# hoặc việc nào là của đơn vị thì bỏ dấu # ở dòng mã của nó."
    headings = own.headings((each.id for each in own.orders.unclear), "")
    for each, lines in zip(own.orders.unclear, headings, strict=True):
        yield from lines
        yield from _unclear_task(each, own)


def _unclear_task(task: Task, own: OwnTasks) -> Iterator[str]:
    place = own.place(task.id)
    yield from comment(f"{shortened(task.wording)}{f' ({place})' if place else ''}", "")
    section = own.home.section or "nhiem-vu"
    yield f"#   viec-{task.id}: {{section: {section}, wording: {scalar(task.wording)}, carries_out: [{task.id}]}}"


def _section(row: Covered, own: OwnTasks) -> str:
    return own.home.section or row.section or "nhiem-vu"


def _scope(above: Plan, row: Covered) -> str:
    target = target_of(above, row.order.id)
    return target.scope if target else ""
