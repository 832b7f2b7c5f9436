"""Who does what by when: the facts of tasks that changed."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.compare.change import Change, Subject
from kegen.compare.facts import Entry, Facts
from kegen.compare.lists import changed, compare_lists
from kegen.compare.match import match
from kegen.plan.model import Task
from kegen.vietnamese import fold

_TASK_FACTS: tuple[Subject, ...] = ("lead", "helpers", "deadline", "product", "task-target")


def compare_tasks(old: Facts, new: Facts, body: tuple[Change, ...]) -> Iterator[Change]:
    """Yield what changed in the facts of tasks; words and tasks that the body told of are not told again."""
    if old.tasks is None or new.tasks is None:
        return
    befores, afters = ([Entry(each.id, "task", each.wording) for each in tasks] for tasks in (old.tasks, new.tasks))
    where = {each.id: each.where for each in (*old.body, *new.body) if each.id}
    told = {key for each in body for key in _keys(each)}
    found = match(befores, afters)
    for i, j in found.pairs:
        yield from _facts(old, new, old.tasks[i], new.tasks[j], where)
    for change in compare_lists(befores, afters):
        if change.kind != "moved" and told.isdisjoint(_keys(change)):
            yield change._replace(where=where.get(change.id, ""))


def _keys(change: Change) -> Iterator[tuple[str, str]]:
    """Yield what tells two changes to be one: its id, and its words."""
    if change.id:
        yield change.kind, change.id
    yield change.kind, fold(f"{change.old.rstrip(' .;')} / {change.new.rstrip(' .;')}")


def _facts(old: Facts, new: Facts, before: Task, after: Task, where: dict[str, str]) -> Iterator[Change]:
    id_ = after.id or before.id
    ones, others = _said(old, before), _said(new, after)
    for subject, one, other in zip(_TASK_FACTS, ones, others, strict=True):
        if one is not None and other is not None and fold(one.rstrip(" .;")) != fold(other.rstrip(" .;")):
            change = changed(subject, id_, where.get(id_, ""), one, other)
            yield change if id_ else change._replace(where=after.wording)


def _said(facts: Facts, task: Task) -> tuple[str | None, ...]:
    """Return the facts of a task in the order of their subjects; None for what the source does not tell."""
    targets = None if facts.targets is None else {each.id: each.name for each in facts.targets}
    target = None if targets is None else targets.get(task.target, "")
    return task.lead, "; ".join(task.helpers), task.deadline, task.product, target
