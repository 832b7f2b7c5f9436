"""Two plans in, every change between them out, in the order one reads the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import get_args

from kegen.compare.change import Change, Kind, Subject
from kegen.compare.facts import Entry, Facts
from kegen.compare.match import Matched, match, moved
from kegen.compare.of_plan import facts_of_plan
from kegen.compare.words import is_same, pieces_of
from kegen.dates import parse_date
from kegen.plan.model import Covered, Link, Plan, Target, Task
from kegen.sheets.account import STATES
from kegen.vietnamese import fold

_TASK_FACTS: tuple[Subject, ...] = ("lead", "helpers", "deadline", "product", "task-target")


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return what changed from the old plan to the new."""
    return compare_facts(facts_of_plan(old), facts_of_plan(new))


def compare_facts(old: Facts, new: Facts) -> tuple[Change, ...]:
    """Return what changed, as far as both sides tell of it."""
    body = tuple(_entries(old.body, new.body))
    changes = chain(
        _singles(old, new),
        _entries(old.bases, new.bases),
        _records("chain", _links(old.chain), _links(new.chain)),
        _records("target", _targets(old.targets), _targets(new.targets)),
        _records("order", _orders(old.coverage), _orders(new.coverage)),
        body,
        _tasks(old, new, body),
        _left_out(old, new),
        _entries(old.notes, new.notes),
        _entries(old.recipients, new.recipients),
    )
    return tuple(_with_reasons(changes, new))


def _singles(old: Facts, new: Facts) -> Iterator[Change]:
    for subject in get_args(Subject):
        before, after = old.singles.get(subject, ""), new.singles.get(subject, "")
        if not is_same(before, after):
            yield _changed(subject, "", "", before, after)


def _changed(subject: Subject, id_: str, where: str, before: str, after: str) -> Change:
    kind: Kind = "added" if not before else "removed" if not after else "changed"
    pieces = pieces_of(before, after) if kind == "changed" else ()
    return Change(kind, subject, id_, where, before, after, pieces)


def _entries(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    """Yield what changed in a list: each entry of the new in its order, then what is gone."""
    found = match(old, new)
    mates = {j: i for i, j in found.pairs}
    places = dict(_moves(old, new, found))
    for j, entry in enumerate(new):
        if j not in mates:
            yield Change("added", entry.subject, entry.id, entry.where, "", entry.text)
            continue
        before = old[mates[j]]
        if not is_same(before.text, entry.text):
            yield _changed(entry.subject, entry.id or before.id, entry.where, before.text, entry.text)
        if j in places:
            yield Change("moved", entry.subject, entry.id or before.id, entry.where, *places[j])
    for i in found.removed:
        yield Change("removed", old[i].subject, old[i].id, old[i].where, old[i].text, "")


def _moves(old: Sequence[Entry], new: Sequence[Entry], found: Matched) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the places of what stands under another heading, or in another order there; old place and new in words."""
    mates = dict(found.pairs)
    homes: dict[int, list[tuple[int, int]]] = {}
    for i, j in found.pairs:
        home = mates.get(old[i].section, -1) if old[i].section >= 0 else -1
        if home == new[j].section:
            homes.setdefault(home, []).append((i, j))
        elif old[i].section >= 0 and new[j].section >= 0:
            yield j, (_title(old, i), _title(new, j))
    for pairs in homes.values():
        for index in moved([j for _, j in pairs]):
            i, j = pairs[index]
            yield j, (_rank(old, i), _rank(new, j))


def _title(entries: Sequence[Entry], index: int) -> str:
    return entries[entries[index].section].where


def _rank(entries: Sequence[Entry], index: int) -> str:
    """Return the entry's place among those under its heading."""
    count = sum(1 for each in entries[: index + 1] if each.section == entries[index].section)
    return f"thứ {count}"


def _tasks(old: Facts, new: Facts, body: tuple[Change, ...]) -> Iterator[Change]:
    """Yield what changed in the facts of tasks; words and tasks that the body told of are not told again."""
    if old.tasks is None or new.tasks is None:
        return
    befores, afters = ([Entry(each.id, "task", each.wording) for each in tasks] for tasks in (old.tasks, new.tasks))
    where = {each.id: each.where for each in (*old.body, *new.body) if each.id}
    told = {key for each in body for key in _keys(each)}
    found = match(befores, afters)
    for i, j in found.pairs:
        yield from _facts(old, new, old.tasks[i], new.tasks[j], where)
    for change in _entries(befores, afters):
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
            change = _changed(subject, id_, where.get(id_, ""), one, other)
            yield change if id_ else change._replace(where=after.wording)


def _said(facts: Facts, task: Task) -> tuple[str | None, ...]:
    """Return the facts of a task in the order of their subjects; None for what the source does not tell."""
    targets = None if facts.targets is None else {each.id: each.name for each in facts.targets}
    target = None if targets is None else targets.get(task.target, "")
    return task.lead, "; ".join(task.helpers), task.deadline, task.product, target


def _records(subject: Subject, old: dict[str, str] | None, new: dict[str, str] | None) -> Iterator[Change]:
    """Yield what changed among things that have an id."""
    if old is None or new is None:
        return
    for id_ in dict.fromkeys((*new, *old)):
        before, after = old.get(id_, ""), new.get(id_, "")
        if not is_same(before, after):
            yield _changed(subject, id_, "", before, after)


def _links(links: tuple[Link, ...] | None) -> dict[str, str] | None:
    return None if links is None else {each.id: _link_text(each) for each in links}


def _link_text(link: Link) -> str:
    date = f"ngày {parse_date(link.date).written('ngan')}" if link.date else ""
    number = f"số {link.number}" if link.number else ""
    issuer = f"của {link.issuer}" if link.issuer else ""
    return " ".join(filter(None, (link.kind, number, date, issuer, link.subject)))


def _orders(coverage: tuple[Covered, ...]) -> dict[str, str] | None:
    return {f"{each.order.kind}:{each.order.id}": _order_text(each) for each in coverage} or None


def _order_text(covered: Covered) -> str:
    order = covered.order
    facts = (order.lead, order.deadline and f"hạn: {order.deadline}", order.product)
    said = "; ".join(each for each in facts if each)
    return f"{STATES[covered.state]}: {order.wording}" + (f" [{said}]" if said else "")


def _targets(targets: tuple[Target, ...] | None) -> dict[str, str] | None:
    return None if targets is None else {each.id: _target_text(each) for each in targets}


def _target_text(target: Target) -> str:
    space = "" if target.unit == "%" else " "
    return f"{target.name}: {target.comparison} {target.value}{space}{target.unit}"


def _left_out(old: Facts, new: Facts) -> Iterator[Change]:
    """Yield reasons that changed; what is gone now, or back, is told with its words."""
    sides = ({each.id: each.reason for each in side.left_out} for side in (old, new))
    yield from (each for each in _records("left-out", *sides) if each.kind == "changed")


def _with_reasons(changes: Iterable[Change], new: Facts) -> Iterator[Change]:
    reasons = {each.id: each.reason for each in new.left_out}
    for each in changes:
        yield each._replace(reason=reasons.get(each.id, "")) if each.kind == "removed" and each.id else each
