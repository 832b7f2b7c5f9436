"""Two plans in, every change between them out, in the order one reads the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

from kegen.compare.change import Change, Subject, changed, is_same
from kegen.compare.content import ContentLine, PlanContent, content_of_plan
from kegen.compare.lists import compare_lists, compare_named, named_links, named_orders, named_targets
from kegen.compare.match import match
from kegen.extras import extra
from kegen.plan.model import Plan, Task
from kegen.problem import KegenError
from kegen.vietnamese import fold

_FACTS: tuple[Subject, ...] = ("lead", "helpers", "deadline", "product", "task-target")


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return what changed from the old plan to the new."""
    return compare_contents(content_of_plan(old), content_of_plan(new))


def compare_contents(old: PlanContent, new: PlanContent) -> tuple[Change, ...]:
    """Return what changed, as far as both sides tell of it."""
    body = tuple(compare_lists(old.body, new.body))
    changes = chain(
        _singles(old, new),
        compare_lists(old.bases, new.bases),
        compare_named("chain", named_links(old.chain), named_links(new.chain)),
        compare_named("target", named_targets(old.targets), named_targets(new.targets)),
        compare_named("order", named_orders(old.coverage), named_orders(new.coverage)),
        body,
        _compare_tasks(old, new, body),
        _left_out(old, new),
        compare_lists(old.notes, new.notes),
        compare_lists(old.recipients, new.recipients),
        _others(old, new),
    )
    return tuple(_with_reasons(changes, new))


def _singles(old: PlanContent, new: PlanContent) -> Iterator[Change]:
    for subject in get_args(Subject):
        before, after = old.singles.get(subject, ""), new.singles.get(subject, "")
        if not is_same(before, after):
            yield changed(subject, "", "", before, after)


def _left_out(old: PlanContent, new: PlanContent) -> Iterator[Change]:
    """Yield reasons that changed; what is gone now, or back, is told with its words."""
    sides = ({each.id: each.reason for each in side.left_out} for side in (old, new))
    yield from (each for each in compare_named("left-out", *sides) if each.kind == "changed")


def _others(old: PlanContent, new: PlanContent) -> Iterator[Change]:
    """Yield what else changed between two Word files, or two plans; programs put margins and boxes in any order."""
    for one, other in ((old.others, new.others), (old.cells, new.cells)):
        if one is not None and other is not None:
            yield from (each for each in compare_lists(one, other) if each.kind != "moved")


def _with_reasons(changes: Iterable[Change], new: PlanContent) -> Iterator[Change]:
    reasons = {each.id: each.reason for each in new.left_out}
    for each in changes:
        yield each._replace(reason=reasons.get(each.id, "")) if each.kind == "removed" and each.id else each


def _compare_tasks(old: PlanContent, new: PlanContent, body: tuple[Change, ...]) -> Iterator[Change]:
    """Yield what changed in the facts of tasks; words and tasks that the body told of are not told again."""
    if old.tasks is None or new.tasks is None:
        return
    befores, afters = list(_task_lines(old.tasks, new.tasks)), list(_task_lines(new.tasks, old.tasks))
    where = {each.id: each.where for each in (*old.body, *new.body) if each.id}
    known = {key for each in body for key in _keys(each)}
    for before, after in same_tasks(old, new):
        yield from _changed_facts(old, new, before, after, where)
    for change in compare_lists(befores, afters):
        if change.kind != "moved" and known.isdisjoint(_keys(change)):
            yield change._replace(where=where.get(change.id, ""))


def same_tasks(old: PlanContent, new: PlanContent) -> Iterator[tuple[Task, Task]]:
    """Yield the tasks that are in both, as each has them."""
    befores, afters = old.tasks or (), new.tasks or ()
    found = match(list(_task_lines(befores, afters)), list(_task_lines(afters, befores)))
    yield from ((befores[i], afters[j]) for i, j in found.pairs)


def _task_lines(tasks: tuple[Task, ...], others: tuple[Task, ...]) -> Iterator[ContentLine]:
    """Yield the words of each task: whole where the other side has them so, else in short, as in an annex."""
    theirs = {each.wording for each in others}
    for each in tasks:
        yield ContentLine(each.id, "task", each.wording if each.wording in theirs else each.brief or each.wording)


def _keys(change: Change) -> Iterator[tuple[str, str]]:
    """Yield what tells two changes to be one: its id, and its words."""
    if change.id:
        yield change.kind, change.id
    yield change.kind, fold(f"{change.old.rstrip(' .;')} / {change.new.rstrip(' .;')}")


def _changed_facts(
    old: PlanContent, new: PlanContent, before: Task, after: Task, where: dict[str, str]
) -> Iterator[Change]:
    id_ = after.id or before.id
    ones, others = _facts_of(old, before), _facts_of(new, after)
    for subject, one, other in zip(_FACTS, ones, others, strict=True):
        if one is not None and other is not None and fold(one.rstrip(" .;")) != fold(other.rstrip(" .;")):
            change = changed(subject, id_, where.get(id_, ""), one, other)
            yield change if id_ else change._replace(where=after.wording)


def _facts_of(content: PlanContent, task: Task) -> tuple[str | None, ...]:
    """Return the facts of a task in the order of their subjects; None for what the source does not tell."""
    targets = None if content.targets is None else {each.id: each.name for each in content.targets}
    target = None if targets is None else targets.get(task.target, "")
    return "; ".join(task.leads), "; ".join(task.helpers), task.deadline, task.product, target


_MIDNIGHT = "T00:00:00Z"


def redline(old: bytes, new: bytes, date: str, author: str = "kegen") -> bytes:
    """Return the new file with its changes from the old marked, as of the date (`2026-06-03`)."""
    with extra("redline", "ghi bản Word có đánh dấu thay đổi"):
        from python_redlines import DocxodusEngine, engines  # noqa: PLC0415 - few have it
    try:
        marked: bytes = DocxodusEngine().run_redline(author, old, new, date_time=f"{date}{_MIDNIGHT}")[0]
    except engines.EngineNotInstalledError:
        raise KegenError('máy này chưa có bộ so sánh văn bản Word; hãy chạy: pip install "kegen[redline]"') from None
    except (engines.EngineExecutionError, OSError) as error:
        raise KegenError(
            f"bộ so sánh văn bản Word không đọc được hai tệp này ({error.__class__.__name__}); "
            "hãy mở từng tệp bằng Word, lưu lại rồi thử lại"
        ) from None
    return marked
