"""What a profile changes in the items of an outline: listed, left out, worded, moved and added."""

from __future__ import annotations

import re

from kegen.plan.case import Case
from kegen.plan.model import LeftOut
from kegen.plan.outline import Division, Item, Outline, apply_task
from kegen.plan.placing import in_turn, move_after
from kegen.plan.sections import which_section
from kegen.plan.unsaid import nothing_said
from kegen.profile.body import Task
from kegen.source.tree import Path
from kegen.vietnamese import nearest

_ID = r"\w+([-_]\w+)+"
"""What is no sentence, but an id, rightly written or not."""


def list_items(case: Case, outline: Outline, division: Division, listed: tuple[str, ...], explained: set[str]) -> None:
    """Make the division's items those listed: ids of the pack's, or sentences of the profile's own."""
    before, division.items = division.items, []
    homeless = {item.id: item for item in before}
    for index, text in enumerate(listed):
        path = ("sections", division.id, "tasks", index)
        if text in listed[:index]:
            case.error(path, "y-trung", f"ý “{text[:60]}” đã có ở trên trong danh sách này; hãy bỏ một chỗ")
            continue
        item = homeless.pop(text, None) or outline.take(text)
        if item is None and (new := case.profile.tasks.get(text)):
            item = Item(text, "", own=True, lead=division.office) if _worded(new) else None
        if item is None and re.fullmatch(_ID, text):
            _unknown_item(case, [*homeless, *_known(outline)], text, path)
        else:
            division.items.append(item or _own_item(division, text, index, path))
    for item in homeless.values():
        outline.spare[item.id] = item
        if item.ordered and item.id not in explained:
            _unexplained(case, item, ("sections", division.id, "tasks"))


def revise_task(case: Case, outline: Outline, name: str, own: Task | str) -> None:
    """Word, leave out or add one item; where it stands among its like is settled later."""
    path: Path = ("tasks", name)
    if isinstance(own, Task) and own.silent:
        nothing_said(case, path, "nhiệm vụ")
    elif isinstance(own, Task) and own.omit:
        _leave_out(case, outline, name, own.omit)
    else:
        _place_task(case, outline, name, own, path)


def move_tasks(case: Case, outline: Outline) -> None:
    """Put each task after the one it names, that one first."""
    tasks = case.profile.tasks.items()
    wanted = {name: task.after for name, task in tasks if isinstance(task, Task) and task.after and not task.omit}
    for name in in_turn(wanted):
        if placed := outline.item(name):
            move_after(case, placed[0].items, placed[1], wanted[name], ("tasks", name))


def _worded(task: Task | str) -> bool:
    return isinstance(task, str) or task.wording is not None


def _own_item(division: Division, text: str, index: int, path: Path) -> Item:
    return Item(f"{division.id}-{index + 1}", text, own=True, path=path, lead=division.office)


def _unexplained(case: Case, item: Item, path: Path) -> None:
    case.error(
        path,
        "bo-khong-ly-do",
        f"danh sách bỏ nhiệm vụ “{item.id}” mà không nói lý do; hãy thêm lại,"
        f" hoặc ghi ở tasks: {item.id}: {{omit: lý do}}",
    )


def _unknown_item(case: Case, known: list[str], name: str, path: Path) -> None:
    near = nearest(name, known)
    hint = f"có phải là “{near}”?" if near else f"hãy xem mã các ý trong docs/bo-mau-{case.directive}.md"
    case.error(path, "nhiem-vu-la", f"mẫu không có ý “{name}”; {hint}")


def _known(outline: Outline) -> list[str]:
    """Return the ids of all items in the plan, and of those at hand for it."""
    return [*(item.id for _, division in outline.walk() for item in division.items), *outline.spare]


def _leave_out(case: Case, outline: Outline, name: str, reason: str) -> None:
    item = outline.take(name)
    if item is None:
        known = [i.id for _, d in outline.walk() for i in d.items]
        near = nearest(name, known)
        hint = f"có phải là “{near}”?" if near else "hãy bỏ dòng này"
        case.key_error(("tasks", name), "nhiem-vu-la", f"kế hoạch không có nhiệm vụ “{name}” để bỏ; {hint}")
    else:
        outline.excuse(item, reason)
        outline.left_out.append(LeftOut(name, "" if item.own else item.wording, reason))


def _place_task(case: Case, outline: Outline, name: str, own: Task | str, path: Path) -> None:
    task = Task(wording=own) if isinstance(own, str) else own
    found = outline.item(name)
    if found and task.section not in {None, found[0].id}:
        outline.spare[name], found = outline.take(name) or found[1], None
    home = found[0] if found else _home(case, outline, name, task, path)
    _check_target(case, task, path)
    _check_orders(case, task, path)
    if home is None:
        return
    item = found[1] if found else outline.take(name) or Item(name, "", own=True, lead=home.office)
    if name in case.orders and item.lead is None:
        item.lead = home.office or "dau-moi"
    if not found:
        home.items.append(item)
    apply_task(item, task, path)


def _check_target(case: Case, task: Task, path: Path) -> None:
    known = [*case.pack.targets, *case.profile.targets]
    if task.target and task.target not in known:
        near = nearest(task.target, known)
        hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(known)}"
        case.error((*path, "target"), "chi-tieu-la", f"không có chỉ tiêu “{task.target}”; {hint}")


def _check_orders(case: Case, task: Task, path: Path) -> None:
    """Note an order that the task is said to carry out and that the plan above, where its file is known, has not."""
    known = [each.id for each in case.above.plan.tasks] if case.above else []
    for index, name in enumerate(task.carries_out or ()):
        if case.above and name not in known:
            near = nearest(name, known)
            hint = f"có phải là “{near}”?" if near else "xem các mã bằng: kegen coverage --profile HỒ-SƠ"
            message = f"kế hoạch cấp trên không có nhiệm vụ “{name}”; {hint}"
            case.error((*path, "carries_out", index), "viec-la", message)


def _home(case: Case, outline: Outline, name: str, task: Task, path: Path) -> Division | None:
    """Return the division that an item not yet in the plan goes to."""
    wanted = task.section or _pack_home(case, name) or (name in case.orders and case.orders[name].section) or None
    if wanted is None or (name not in outline.spare and task.wording is None):
        if case.above_is_lost and task.wording is None:
            return None  # it may be a task of the plan above, of which all is told there
        near = nearest(name, _known(outline))
        hint = f"có phải là “{near}”? " if near else ""
        case.key_error(
            path, "nhiem-vu-la", f"mẫu không có ý “{name}”; {hint}Nếu là nhiệm vụ thêm, hãy ghi section và wording"
        )
        return None
    found = outline.division(wanted)
    if found is None:
        case.error((*path, "section"), "muc-la", f"không có mục “{wanted}”; {which_section(outline, wanted)}")
        return None
    return found[1]


def _pack_home(case: Case, name: str) -> str | None:
    """The id of the pack's section that holds the item."""
    sections = [inner for outer in case.pack.sections for inner in (outer, *outer.sections)]
    return next((s.id for s in sections for t in s.tasks if t.id == name), None)
