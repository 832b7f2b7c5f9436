"""What a profile changes in the outline: sections and items left out, moved, worded and added."""

from __future__ import annotations

import re
from typing import TypeVar

from kegen.plan.case import Case
from kegen.plan.model import LeftOut
from kegen.plan.outline import FIRST, Division, Item, Outline, apply_task, retitle
from kegen.profile.model import Section, Task
from kegen.source.nodes import Mapping, Scalar
from kegen.source.tree import Path
from kegen.vietnamese import nearest

_ID = re.compile(r"\w+([-_]\w+)+")
"""What is no sentence, but an id, rightly written or not."""
Placed = TypeVar("Placed", Division, Item)


def revise(case: Case, outline: Outline) -> None:
    """Apply the profile to the outline; notes what cannot be applied."""
    _check_unsaid(case, "sections", "mục")
    _check_unsaid(case, "tasks", "nhiệm vụ")
    explained = {name for name, task in case.profile.tasks.items() if isinstance(task, Task) and task.omit}
    explained |= {name for section in case.profile.sections.values() for name in section.tasks or ()}
    for name, section in case.profile.sections.items():
        _revise_section(case, outline, name, section)
    for name, section in case.profile.sections.items():
        if section.tasks is not None and (found := outline.division(name)):
            _list_items(case, outline, found[1], section.tasks, explained)
    for name, task in case.profile.tasks.items():
        _revise_task(case, outline, name, task)
    _move_tasks(case, outline)
    _check_empty(case, outline)


def _move_tasks(case: Case, outline: Outline) -> None:
    """Put each task after the one it names, that one first."""
    tasks = case.profile.tasks.items()
    wanted = {name: task.after for name, task in tasks if isinstance(task, Task) and task.after and not task.omit}
    for name in sorted(wanted, key=lambda each: _depth(wanted, each)):
        if placed := outline.item(name):
            _move(case, placed[0].items, placed[1], wanted[name], ("tasks", name))


def _depth(wanted: dict[str, str], name: str) -> int:
    """How many moves go before this one; in a circle, as many as there are."""
    depth = 0
    while name in wanted and depth < len(wanted):
        name, depth = wanted[name], depth + 1
    return depth


def _check_unsaid(case: Case, group: str, what: str) -> None:
    """Note an id with nothing after it: whether to leave the thing out or to word it is not said."""
    node = case.tree.node((group,))
    for entry in node.entries if isinstance(node, Mapping) else ():
        if isinstance(entry.value, Scalar) and entry.value.text is None:
            _nothing_said(case, (group, entry.key), what)


def _nothing_said(case: Case, path: Path, what: str) -> None:
    instead = (
        "muốn bỏ thì ghi omit: lý do, muốn viết lại thì ghi wording" if what != "mục" else "muốn bỏ thì ghi omit: lý do"
    )
    case.key_error(path, "rong", f"chưa nói gì về {what} “{path[-1]}”; {instead}")


def _check_empty(case: Case, outline: Outline) -> None:
    """Note a section that nothing is left in, unless for ids nobody knows: a heading has something under it."""
    if any(problem.id == "nhiem-vu-la" for problem in case.problems):
        return
    for _, division in outline.walk():
        if not (division.items or division.divisions):
            place: Path = ("sections", division.id)
            message = f"mục “{division.id}” không có ý nào; hãy bỏ cả mục (omit: lý do) hoặc thêm ý vào tasks"
            case.key_error(place if case.tree.node(place) else ("tasks",), "muc-rong", message)


def _revise_section(case: Case, outline: Outline, name: str, section: Section) -> None:
    path: Path = ("sections", name)
    found = outline.division(name)
    if found is None:
        _add_section(case, outline, name, section)
        return
    siblings, division = found
    if section.omit:
        _drop(outline, siblings, division)
        title = division.title or f"{{{{ office('{division.office}') }}}}"
        outline.left_out.append(LeftOut(name, title, section.omit))
        return
    if section.silent:
        _nothing_said(case, path, "mục")
    _set(division, section, path)
    if section.into:
        siblings = _enter(case, outline, siblings, division, section.into)
    if section.after:
        _move(case, siblings, division, section.after, path)


def _drop(outline: Outline, siblings: list[Division], division: Division) -> None:
    """Take a division out; its items stay at hand for another one."""
    siblings.remove(division)
    items = [item for each in (division, *division.divisions) for item in each.items]
    outline.spare |= {item.id: item for item in items}


def _enter(case: Case, outline: Outline, siblings: list[Division], division: Division, into: str) -> list[Division]:
    """Move a division into the chapter of that id, and return where it then stands."""
    home = _chapter(case, outline, into, ("sections", division.id, "into"))
    if home is None or home is division or home.divisions is siblings:
        return siblings
    siblings.remove(division)
    home.divisions.append(division)
    return home.divisions


def _chapter(case: Case, outline: Outline, name: str, path: Path) -> Division | None:
    chapter = next((each for each in outline.divisions if each.id == name), None)
    if chapter is None:
        known = [each.id for each in outline.divisions]
        near = nearest(name, known)
        hint = f"có phải là “{near}”?" if near else f"các mục lớn: {', '.join(known)}"
        case.error(path, "muc-la", f"không có mục lớn “{name}”; {hint}")
    return chapter


def _set(division: Division, section: Section, path: Path) -> None:
    division.path = path
    retitle(division, section.title)
    for field in ("marks", "group_marks", "grouping", "office", "run_in"):
        if getattr(section, field) is not None:
            setattr(division, field, getattr(section, field))


def _which(outline: Outline, name: str) -> str:
    known = [division.id for _, division in outline.walk()]
    near = nearest(name, known)
    return f"có phải là “{near}”?" if near else f"các mục: {', '.join(known)}."


def _add_section(case: Case, outline: Outline, name: str, section: Section) -> None:
    path: Path = ("sections", name)
    if section.omit or not (isinstance(section.title, str) or section.office):
        hint = f"{_which(outline, name)} Nếu là mục thêm, hãy ghi title và into"
        case.key_error(path, "muc-la", f"mẫu của cấp này không có mục “{name}”; {hint}")
        return
    division = Division(name, "")
    _set(division, section, path)
    home = outline.divisions
    if section.into:
        chapter = _chapter(case, outline, section.into, (*path, "into"))
        if chapter is None:
            return
        home = chapter.divisions
    home.append(division)
    if section.after:
        _move(case, home, division, section.after, path)


def _move(case: Case, siblings: list[Placed], one: Placed, after: str, path: Path) -> None:
    siblings.remove(one)
    at = next((i + 1 for i, each in enumerate(siblings) if each.id == after), None)
    if after == FIRST:
        at = 0
    if at is None:
        near = nearest(after, [each.id for each in siblings])
        hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(['dau', *(each.id for each in siblings)])}"
        case.error((*path, "after"), "cho-la", f"trong mục ấy không có “{after}”; {hint}")
        at = len(siblings)
    siblings.insert(at, one)


def _list_items(case: Case, outline: Outline, division: Division, listed: tuple[str, ...], explained: set[str]) -> None:
    """Make the division's items those listed: ids of the pack's, or sentences of the profile's own."""
    before, division.items = division.items, []
    homeless = {item.id: item for item in before}
    for index, text in enumerate(listed):
        path = ("sections", division.id, "tasks", index)
        item = homeless.pop(text, None) or outline.take(text)
        if item is None and (new := case.profile.tasks.get(text)):
            item = Item(text, "", own=True, lead=division.office) if _worded(new) else None
        if item is None and _ID.fullmatch(text):
            _unknown_item(case, [*homeless, *_known(outline)], text, path)
        else:
            division.items.append(item or _own_item(division, text, index, path))
    for item in homeless.values():
        outline.spare[item.id] = item
        if item.ordered and item.id not in explained:
            _unexplained(case, item, ("sections", division.id, "tasks"))


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


def _known(outline: Outline) -> list[str]:
    """Return the ids of all items in the plan, and of those at hand for it."""
    return [*(item.id for _, division in outline.walk() for item in division.items), *outline.spare]


def _unknown_item(case: Case, known: list[str], name: str, path: Path) -> None:
    near = nearest(name, known)
    hint = f"có phải là “{near}”?" if near else "hãy xem mã các ý trong docs/bo-mau-qd-534.md"
    case.error(path, "nhiem-vu-la", f"mẫu không có ý “{name}”; {hint}")


def _revise_task(case: Case, outline: Outline, name: str, own: Task | str) -> None:
    path: Path = ("tasks", name)
    if isinstance(own, Task) and own.silent:
        _nothing_said(case, path, "nhiệm vụ")
    elif isinstance(own, Task) and own.omit:
        _leave_out(case, outline, name, own.omit)
    else:
        _place_task(case, outline, name, own, path)


def _leave_out(case: Case, outline: Outline, name: str, reason: str) -> None:
    item = outline.take(name)
    if item is None:
        known = [i.id for _, d in outline.walk() for i in d.items]
        near = nearest(name, known)
        hint = f"có phải là “{near}”?" if near else "hãy bỏ dòng này"
        case.key_error(("tasks", name), "nhiem-vu-la", f"kế hoạch không có nhiệm vụ “{name}” để bỏ; {hint}")
    else:
        outline.left_out.append(LeftOut(name, item.wording, reason))


def _place_task(case: Case, outline: Outline, name: str, own: Task | str, path: Path) -> None:
    task = Task(wording=own) if isinstance(own, str) else own
    found = outline.item(name)
    if found and task.section not in {None, found[0].id}:
        outline.spare[name], found = outline.take(name) or found[1], None
    home = found[0] if found else _home(case, outline, name, task, path)
    _check_target(case, task, path)
    if home is None:
        return
    item = found[1] if found else outline.take(name) or Item(name, "", own=True, lead=home.office)
    if not found:
        home.items.append(item)
    apply_task(item, task, path)


def _check_target(case: Case, task: Task, path: Path) -> None:
    known = [*case.pack.targets, *case.profile.targets]
    if task.target and task.target not in known:
        near = nearest(task.target, known)
        hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(known)}"
        case.error((*path, "target"), "chi-tieu-la", f"không có chỉ tiêu “{task.target}”; {hint}")


def _home(case: Case, outline: Outline, name: str, task: Task, path: Path) -> Division | None:
    """Return the division that an item not yet in the plan goes to."""
    wanted = task.section or _pack_home(case, name)
    if wanted is None or (name not in outline.spare and task.wording is None):
        near = nearest(name, _known(outline))
        hint = f"có phải là “{near}”? " if near else ""
        case.key_error(
            path, "nhiem-vu-la", f"mẫu không có ý “{name}”; {hint}Nếu là nhiệm vụ thêm, hãy ghi section và wording"
        )
        return None
    found = outline.division(wanted)
    if found is None:
        case.error((*path, "section"), "muc-la", f"không có mục “{wanted}”; {_which(outline, wanted)}")
        return None
    return found[1]


def _pack_home(case: Case, name: str) -> str | None:
    """The id of the pack's section that holds the item."""
    sections = [inner for outer in case.pack.sections for inner in (outer, *outer.sections)]
    return next((s.id for s in sections for t in s.tasks if t.id == name), None)
