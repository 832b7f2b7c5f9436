"""What of a pack's outline would vanish from a draft, or stand there in other words, without anyone being told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.pack.model import DEEPEST, TIERS, ByLevel, LevelKey, Pack, PackSection, PackTask
from kegen.problem import Problem
from kegen.profile.unit import Level
from kegen.yaml_text.tree import Path, Tree

_OF_TASKS = ("helpers", "watcher", "deadline", "product", "brief")
"""What is known of a task alone: of an item that nobody leads it stands nowhere."""


def check_outline(pack: Pack, tree: Tree) -> Iterator[Problem]:
    """Yield what a plan of some level would lose of the sections, and targets that say nothing."""
    yield from _of_sections(pack.sections, ("sections",), tuple(TIERS), tree)
    for name, target in pack.targets.items():
        lacking = [field for field in ("comparison", "value", "unit") if not getattr(target, field)]
        if lacking and not (target.words and len(lacking) == len(("comparison", "value", "unit"))):
            message = f"chỉ tiêu “{name}” thiếu {', '.join(lacking)}; hãy ghi đủ, hoặc chỉ ghi words (bằng lời)"
            yield Problem(tree.key_place(("targets", name)), "thieu", message)


def _of_sections(sections: Sequence[PackSection], path: Path, levels: Sequence[Level], tree: Tree) -> Iterator[Problem]:
    for index, section in enumerate(sections):
        here, own = (*path, index), [each for each in levels if _applies(section.levels, each)]
        yield from _of_heading(section, here, own, tree)
        for at, task in enumerate(section.tasks):
            yield from _of_task(task, section, (*here, "tasks", at), own, tree)
        yield from _of_sections(section.sections, (*here, "sections"), own, tree)


def _of_heading(section: PackSection, path: Path, levels: Sequence[Level], tree: Tree) -> Iterator[Problem]:
    """Note a section too deep, without a title though it holds sections, or without one at some levels."""
    if len([each for each in path if each == "sections"]) > DEEPEST:
        yield tree.problem(path, "muc-sau", f"mục “{section.id}” nằm sâu quá {DEEPEST} cấp; hãy bớt một cấp mục")
    if section.sections and not (section.title or section.office):
        message = f"mục “{section.id}” chứa mục khác nên phải có tiêu đề; hãy ghi title"
        yield tree.problem(path, "muc-khong-tieu-de", message)
    missing = _without_words(levels, section.title) if section.title and not section.office else []
    if missing:
        message = f"mục “{section.id}” chưa có tiêu đề cho cấp {', '.join(missing)}; hãy ghi thêm, hoặc giới hạn levels"
        yield tree.problem((*path, "title"), "thieu", message)


def _of_task(
    task: PackTask, section: PackSection, path: Path, levels: Sequence[Level], tree: Tree
) -> Iterator[Problem]:
    """Note an item without words at some levels, and what is said in vain of one that nobody leads."""
    missing = _without_words([each for each in levels if _applies(task.levels, each)], task.wording)
    if missing:
        message = f"ý “{task.id}” chưa có lời văn cho cấp {', '.join(missing)}; hãy ghi thêm, hoặc giới hạn levels"
        yield tree.problem((*path, "wording"), "thieu", message)
    if task.lead or section.office:
        return
    wording = str(task.wording)
    for name in (each for each in _OF_TASKS if getattr(task, each)):
        if not (name == "deadline" and ("due" in wording or "deadline" in wording)):
            message = f"ý “{task.id}” không giao cơ quan nào nên {name} không được dùng; hãy ghi thêm lead"
            yield tree.problem((*path, name), "thua", message)


def _applies(levels: Sequence[LevelKey] | None, level: Level) -> bool:
    """Whether something said for those levels (None: all) is said for this one."""
    return levels is None or level in levels or TIERS[level] in levels


def _without_words(levels: Sequence[Level], text: ByLevel) -> list[Level]:
    """Return the levels for which a wording has no words."""
    return [
        each for each in levels if not isinstance(text, str) and text.keys().isdisjoint({each, TIERS[each], "khac"})
    ]
