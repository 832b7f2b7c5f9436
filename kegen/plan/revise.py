"""What a profile changes in the outline: sections and items left out, moved, worded and added."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.plan.items import list_items, move_tasks, revise_task
from kegen.plan.outline import Outline
from kegen.plan.sections import move_sections, revise_section
from kegen.plan.unsaid import check_unsaid
from kegen.profile.body import Task
from kegen.source.tree import Path


def revise(case: Case, outline: Outline) -> None:
    """Apply the profile to the outline; notes what cannot be applied."""
    check_unsaid(case, "sections", "mục")
    check_unsaid(case, "tasks", "nhiệm vụ")
    explained = {name for name, task in case.profile.tasks.items() if isinstance(task, Task) and task.omit}
    explained |= {name for section in case.profile.sections.values() for name in section.tasks or ()}
    for name, section in case.profile.sections.items():
        revise_section(case, outline, name, section)
    move_sections(case, outline)
    for name, section in case.profile.sections.items():
        if section.tasks is not None and (found := outline.division(name)):
            list_items(case, outline, found[1], section.tasks, explained)
    for name, task in case.profile.tasks.items():
        revise_task(case, outline, name, task)
    move_tasks(case, outline)
    _check_empty(case, outline)


def _check_empty(case: Case, outline: Outline) -> None:
    """Note a section that nothing is left in, unless for ids nobody knows: a heading has something under it."""
    if any(problem.id == "nhiem-vu-la" for problem in case.problems):
        return
    for _, division in outline.walk():
        if not (division.items or division.divisions):
            place: Path = ("sections", division.id)
            message = f"mục “{division.id}” không có ý nào; hãy bỏ cả mục (omit: lý do) hoặc thêm ý vào tasks"
            case.key_error(place if case.tree.node(place) else ("tasks",), "muc-rong", message)
