"""Facts of tasks and targets, as a profile says them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kegen.compare.compare import same_tasks
from kegen.compare.content import PlanContent
from kegen.pasting.ground import Ground
from kegen.pasting.paste import REASON, Paste
from kegen.plan.model import Target, Task
from kegen.vietnamese import fold
from kegen.yaml_text.nodes import Plain

_WORDS = {"lead": "chủ trì", "helpers": "phối hợp", "deadline": "thời hạn", "product": "sản phẩm", "target": "chỉ tiêu"}
_MEASURE = ("name", "comparison", "value", "unit", "year", "scope", "words")


def paste_facts(ground: Ground, new: PlanContent, paste: Paste, name_of: Callable[[Task], str]) -> None:
    """Put the facts of tasks that are not as they were; `name_of` gives a task of the old plan its id."""
    if ground.content.tasks is None or new.tasks is None:
        return
    for before, after in same_tasks(ground.content, new):
        olds, news = _facts(before, ground.content), _facts(after, new)
        for key, words in _WORDS.items():
            old, value = olds[key], news[key]
            if old is None or value is None or _same(old, value):
                continue
            where, name = before.brief or before.wording, name_of(before)
            change = f"{words}: {_shown(old)} → {_shown(value)}"
            if not name or not (value or key == "helpers"):
                paste.unkeyed.append(f"{where}: {change}")
                continue
            known = facts_data(ground, {key: value}, paste)
            for each, data in known.items():
                paste.put(("tasks", name, each), data)
            paste.remark(("tasks", name), f"{where}: {change}")


def _facts(task: Task, content: PlanContent) -> dict[str, tuple[str, ...] | None]:
    """Return each fact as its words; None for one that the source does not tell."""
    target = None
    if content.targets is not None:
        target = tuple(each.name for each in content.targets if each.id == task.target)
    single = {"deadline": task.deadline, "product": task.product}
    return {
        "lead": task.leads,
        "helpers": task.helpers,
        **{key: (value,) if value else () for key, value in single.items()},
        "target": target,
    }


def _same(one: Iterable[str], other: Iterable[str]) -> bool:
    return [fold(each.rstrip(" .;")) for each in one] == [fold(each.rstrip(" .;")) for each in other]


def _shown(value: tuple[str, ...]) -> str:
    return f"“{'; '.join(value)}”" if value else "không có"


def facts_of(task: Task, content: PlanContent) -> dict[str, tuple[str, ...]]:
    """Return the facts that a task has."""
    return {key: value for key, value in _facts(task, content).items() if value}


def facts_data(ground: Ground, facts: Mapping[str, tuple[str, ...]], paste: Paste) -> dict[str, Plain]:
    """Return facts as a profile says them; an office that it does not know is added to its offices."""
    data: dict[str, Plain] = {}
    for key, value in facts.items():
        if key in {"lead", "helpers"}:
            offices: list[Plain] = [_office(ground, each, paste) for each in value]
            data[key] = offices[0] if key == "lead" and len(offices) == 1 else offices
        elif key == "target":
            ids = [each.id for each in ground.content.targets or () if each.name == value[0]]
            if ids:
                data[key] = ids[0]
            else:
                paste.unkeyed.append(f"Chỉ tiêu của nhiệm vụ: {value[0]}")
        else:
            data[key] = value[0]
    return data


def _office(ground: Ground, name: str, paste: Paste) -> str:
    if known := ground.office(name):
        if ground.made is None:
            paste.remark(("tasks",), f"Cơ quan nào hồ sơ chưa có thì thêm vào departments một dòng {{name: {name}}}")
        return known
    listed = paste.values.get(("departments",))
    added = listed if isinstance(listed, list) else ground.departments()
    if {"name": name} not in added:
        paste.put(("departments",), [*added, {"name": name}], f"Cả danh sách các cơ quan, thêm {name}")
    return name


def paste_targets(ground: Ground, new: PlanContent, paste: Paste) -> None:
    """Put the targets that are not as they were."""
    if ground.content.targets is None or new.targets is None:
        return
    olds = {each.id: each for each in ground.content.targets}
    news = {each.id: each for each in new.targets}
    for name, target in news.items():
        for key, value in _measures(target).items():
            old = _measures(olds[name])[key] if name in olds else ""
            if value == old:
                continue
            if value:
                paste.put(("targets", name, key), value)
                paste.remark(("targets", name), f"{target.name}: {target.written}")
            else:
                paste.unkeyed.append(f"Chỉ tiêu {name} không còn {key}: {old}")
    reasons = {each.id: each.reason for each in new.left_out}
    own = ground.loaded.profile.targets if ground.loaded else {}
    for name, target in olds.items():
        if name not in news and name in own and own[name].name:
            paste.delete(("targets", name), f"targets: {name} (bỏ chỉ tiêu thêm: {target.name})")
        elif name not in news:
            paste.put(("targets", name, "omit"), reasons.get(name, REASON))
            paste.remark(("targets", name), f"bỏ chỉ tiêu: {target.name} {target.written}")


def _measures(target: Target) -> dict[str, str]:
    return {key: str(getattr(target, key)) for key in _MEASURE}
