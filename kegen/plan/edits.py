"""What a profile changes in the outline: its sections, then items listed, left out, worded, moved and added."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kegen.pack.find import shipped_pack
from kegen.plan.offices import DRAFTER
from kegen.plan.outline import Division, Item, Omission, Outline, in_turn
from kegen.plan.problems import ProfileProblems
from kegen.plan.section_edits import SectionEditor, move_after
from kegen.profile.body import Section, Task
from kegen.profile.scalars import is_flag
from kegen.vietnamese import nearest
from kegen.yaml_text.nodes import Mapping as MappingNode
from kegen.yaml_text.nodes import Scalar
from kegen.yaml_text.tree import Path

_ID = r"\w+([-_]\w+)+"
"""What is no sentence, but an id, rightly written or not."""


class TaskNames(NamedTuple):
    """What the tasks of a profile may name beside sections and items, by ids."""

    directive: str
    """The name of the pack."""
    targets: Collection[str]
    orders: Collection[str]
    """The tasks of the plan above that concern the unit."""
    tasks_above: Sequence[str] | None
    """All tasks of the plan above; None where no file tells them."""
    above_is_lost: bool
    """Whether a file was to tell them and could not be read."""


class Editor:
    """Changes an outline as a profile says; notes what cannot be done."""

    def __init__(self, outline: Outline, names: TaskNames, problems: ProfileProblems) -> None:
        self._outline, self._names, self._problems = outline, names, problems
        self._sections = SectionEditor(outline, problems)

    def apply(self, sections: Mapping[str, Section], tasks: Mapping[str, Task | str]) -> None:
        """Apply what the profile says of its sections and tasks, by their ids."""
        self._check_entries("sections", "mục")
        self._check_entries("tasks", "nhiệm vụ")
        self._sections.apply(sections)
        explained = {name for name, task in tasks.items() if isinstance(task, Task) and task.omit}
        explained |= {name for section in sections.values() for name in section.tasks or ()}
        divisions = {division.id: division for _, division in self._outline.walk()}
        for name, section in sections.items():
            if section.tasks is not None and name in divisions:
                self._list_items(divisions[name], section.tasks, tasks, explained)
        for name, task in tasks.items():
            self._edit_task(name, task)
        self._move_tasks(tasks)
        self._check_empty_sections()

    def _check_entries(self, group: str, what: str) -> None:
        """Note an id with nothing after it: whether to leave the thing out or to word it is not said."""
        node = self._problems.tree.node((group,))
        for entry in node.entries if isinstance(node, MappingNode) else ():
            is_told = any(each.place == entry.place for each in self._problems.found)
            if isinstance(entry.value, Scalar) and entry.value.text is None and not is_told:
                self._note_empty_entry((group, entry.key), what)

    def _note_empty_entry(self, path: Path, what: str) -> None:
        hint = self._how_to_take(str(path[-1])) if path[0] == "tasks" else "muốn bỏ thì ghi omit: lý do"
        self._problems.key_error(path, "rong", f"chưa nói gì về {what} “{path[-1]}”; {hint}")

    def _how_to_take(self, name: str) -> str:
        """Return what to write about an item: of one that is only at hand, how to take it."""
        home = self._outline.homes.get(name)
        if name in self._outline.spare and home:
            return (
                f"đây là ý tùy chọn: muốn nhận thì ghi {name}: {{section: {home}}}, muốn viết theo lời mình thì thêm"
                f" wording; không nhận thì xóa dòng này, hoặc ghi {name}: {{omit: lý do}} để nêu lý do"
            )
        return "muốn bỏ thì ghi omit: lý do, muốn viết lại thì ghi wording"

    def _check_empty_sections(self) -> None:
        """Note a section that nothing is left in, unless for ids nobody knows: a heading has something under it."""
        if any(problem.id == "nhiem-vu-la" for problem in self._problems.found):
            return
        for _, division in self._outline.walk():
            if not (division.items or division.divisions or division.is_group):
                path: Path = ("sections", division.id)
                packed = set(self._outline.homes.values())
                near = None if division.id in packed else nearest(division.id, packed)
                ask = f"có phải là mục “{near}”? Nếu không, " if near else ""
                message = f"mục “{division.id}” không có ý nào; {ask}hãy bỏ cả mục (omit: lý do) hoặc thêm ý vào tasks"
                known = self._problems.tree.node(path)
                self._problems.key_error(path if known else ("tasks",), "muc-rong", message)

    def _list_items(
        self, division: Division, listed: Sequence[str], tasks: Mapping[str, Task | str], explained: set[str]
    ) -> None:
        """Make the division's items those listed: ids of the pack's, or sentences of the profile's own.

        `explained` are the ids of which the profile says elsewhere where they are, or why they are nowhere.
        """
        homeless = {item.id: item for item in division.items}
        division.items = []
        for index, text in enumerate(listed):
            path: Path = ("sections", division.id, "tasks", index)
            if text in listed[:index]:
                message = f"ý “{text[:60]}” đã có ở trên trong danh sách này; hãy bỏ một chỗ"
                self._problems.error(path, "y-trung", message)
                continue
            known = None if " " in text else homeless.pop(text, None) or self._outline.take(text)  # no id has blanks
            item = known or _added_item(text, division, tasks)
            if item is None and re.fullmatch(_ID, text):
                self._note_unknown_item([*homeless, *self._outline.known()], text, path)
            else:
                own = Item(f"{division.id}-{index + 1}", text, own=True, path=path, lead=division.office)
                division.items.append(item or own)
        for item in homeless.values():
            self._outline.spare[item.id] = item
            if item.ordered and item.id not in explained:
                message = f"danh sách bỏ nhiệm vụ “{item.id}” mà không nói lý do; hãy thêm lại,"
                hint = f"hoặc ghi ở tasks: {item.id}: {{omit: lý do}}"
                self._problems.error(("sections", division.id, "tasks"), "bo-khong-ly-do", f"{message} {hint}")

    def _note_unknown_item(self, known: list[str], name: str, path: Path) -> None:
        near = nearest(name, known)
        pack = self._names.directive
        where = f"docs/bo-mau-{pack}.md" if shipped_pack(pack) else f"bộ mẫu {pack}"
        hint = f"có phải là “{near}”?" if near else f"hãy xem mã các ý trong {where}"
        self._problems.error(path, "nhiem-vu-la", f"mẫu không có ý “{name}”; {hint}")

    def _edit_task(self, name: str, own: Task | str) -> None:
        """Word, leave out or add one item; where it stands among its like is settled later."""
        task = Task(wording=own) if isinstance(own, str) else own
        if isinstance(own, str) and is_flag(own):
            message = f"“{own}” sẽ thành lời văn của nhiệm vụ “{name}”; {self._how_to_take(name)}"
            self._problems.error(("tasks", name), "rong", message)
        elif task.silent:
            self._note_empty_entry(("tasks", name), "nhiệm vụ")
        elif task.omit:
            self._omit_task(name, task.omit)
        else:
            self._place_task(name, task)

    def _omit_task(self, name: str, reason: str) -> None:
        item = self._outline.take(name)
        if item is None:
            near = nearest(name, [item.id for _, item in self._outline.walk_items()])
            hint = f"có phải là “{near}”?" if near else "hãy bỏ dòng này"
            message = f"kế hoạch không có nhiệm vụ “{name}” để bỏ; {hint}"
            self._problems.key_error(("tasks", name), "nhiem-vu-la", message)
        else:
            self._outline.excuse(item, reason)
            self._outline.left_out.append(Omission(name, item.wording, item.own, reason, item.deadline))

    def _place_task(self, name: str, task: Task) -> None:
        path: Path = ("tasks", name)
        found = self._outline.item(name)
        if found and task.section not in {None, found[0].id}:
            self._outline.spare[name], found = self._outline.take(name) or found[1], None
        home = found[0] if found else self._home(name, task, path)
        self._check_target(task, path)
        self._check_orders(task, path)
        if home is None:
            return
        item = found[1] if found else self._outline.take(name) or Item(name, "", own=True, lead=home.office)
        if name in self._names.orders and item.lead is None:
            item.lead = home.office or DRAFTER
        if item.path[:1] == ("sections",) and task.wording is not None:
            message = f"lời văn này thay cho câu “{item.wording[:60]}” trong danh sách của mục; hãy bỏ một trong hai"
            self._problems.warn((*path, "wording"), "thua", message)
        if not found:
            home.items.append(item)
        item.change(task, path)

    def _home(self, name: str, task: Task, path: Path) -> Division | None:
        """Return the division that an item not yet in the plan goes to."""
        wanted = task.section or self._outline.homes.get(name)
        is_bare = task.wording is None and task.table is None
        if not wanted or (name not in self._outline.spare and is_bare):
            if not (self._names.above_is_lost and is_bare):  # else it may be a task of the plan above
                near = nearest(name, self._outline.known())
                hint = f"có phải là “{near}”? Nếu" if near else "nếu"
                message = f"mẫu không có ý “{name}”; {hint} là nhiệm vụ thêm, hãy ghi section và wording"
                self._problems.key_error(path, "nhiem-vu-la", message)
            return None
        found = self._outline.division(wanted)
        if found is None:
            message = f"không có mục “{wanted}”; {self._sections.which(wanted)}"
            self._problems.error((*path, "section"), "muc-la", message)
            return None
        return found[1]

    def _check_target(self, task: Task, path: Path) -> None:
        known = self._names.targets
        if task.target and task.target not in known:
            near = nearest(task.target, known)
            hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(known)}"
            self._problems.error((*path, "target"), "chi-tieu-la", f"không có chỉ tiêu “{task.target}”; {hint}")

    def _check_orders(self, task: Task, path: Path) -> None:
        """Note an order that the task is said to carry out and that the plan above, where it is known, has not."""
        known = self._names.tasks_above
        for index, name in enumerate(task.carries_out or ()):
            if known is not None and name not in known:
                near = nearest(name, known)
                hint = f"có phải là “{near}”?" if near else "xem các mã bằng: kegen coverage --profile HỒ-SƠ"
                message = f"kế hoạch cấp trên không có nhiệm vụ “{name}”; {hint}"
                self._problems.error((*path, "carries_out", index), "viec-la", message)

    def _move_tasks(self, tasks: Mapping[str, Task | str]) -> None:
        """Put each task after the one it names, that one first."""
        asked = {name: task for name, task in tasks.items() if isinstance(task, Task) and not task.omit}
        wanted = {name: task.after for name, task in asked.items() if task.after}
        for name in in_turn(wanted):
            if placed := self._outline.item(name):
                move_after(placed[0].items, placed[1], wanted[name], ("tasks", name), self._problems)


def note_of_other_levels(outline: Outline, orders: Collection[str], problems: ProfileProblems) -> None:
    """Note items that the pack has for units of other levels and that the profile takes in the pack's words.

    What the plan above orders the unit to do is its own work, of whatever level the pack has it.
    """
    for division, item in outline.walk_items():
        if item.id in outline.elsewhere.difference(orders) and not item.own:
            message = f"ý “{item.id}” của mẫu dành cho đơn vị cấp khác; hãy ghi wording theo việc của đơn vị"
            problems.warn(item.path or ("sections", division.id, "tasks"), "cap-khac", f"{message}, hoặc bỏ ý này")


def _added_item(name: str, division: Division, tasks: Mapping[str, Task | str]) -> Item | None:
    """Return the item that the profile adds under that id, None where it words none."""
    own = tasks.get(name)
    worded = isinstance(own, str) or (own is not None and (own.wording is not None or own.table is not None))
    return Item(name, "", own=True, lead=division.office) if worded else None
