"""Where the answers to the questions of a plan go: into the question's record, and into every field it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kegen.plan.documents import PARENT, called
from kegen.plan.model import Ask, Link, Plan, PlanIdentity, Read, Target, Task
from kegen.plan.targets import describe_target
from kegen.problem import KegenError
from kegen.sheets.coverage import shortened
from kegen.starting.asked import concerned
from kegen.yaml_text.change import Change, Insert, Put
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path as Steps

_LISTS = {"helpers", "also_lead"}
_PLAN_FIELDS = {"number": ("standing", "symbol"), "date": ("issued",), "issued": ("issued",), "title": ("title",)}
"""Where facts of the plan itself stand that are not among those of its standing."""
_OF_STANDING = {"standing", ""}
_PERSON = "nguoi"
"""How a value was read that a person said."""
_UNREAD = {"", "chua-ro"}
"""What stands in a field that nothing was read for."""


class _Group(NamedTuple):
    """Records of one kind: where their list stands, and which fields they have."""

    path: Steps
    records: tuple[Task | Target | Link, ...]
    fields: tuple[str, ...]


class _AnswerNote(NamedTuple):
    """That a person said a field, to be added to a list of that length, which does not tell yet how it was read."""

    length: int
    field: str


_Values = dict[Steps, Plain | _AnswerNote]


def changes_of(plan: Plan, answers: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what the answers, by the questions' ids, change in the plan's file.

    Raises KegenError for an answer that has no place.
    """
    values: _Values = {}
    for index, ask in enumerate(plan.asks):
        if ask.id in answers:
            answer = answers[ask.id]
            set_ = _carried_out(plan, answer) if is_of_chain(ask) else _fields(plan, ask, answer)
            values |= {("asks", index, "answer"): answer, **set_}
    return (*(Put(path, each) for path, each in values.items() if not isinstance(each, _AnswerNote)), *_added(values))


def _added(values: _Values) -> Iterator[Change]:
    """Yield what puts the records that a person said something behind those of each list, one after another."""
    lists: dict[Steps, list[_AnswerNote]] = {}
    for path, each in values.items():
        if isinstance(each, _AnswerNote):
            lists.setdefault(path[:-1], []).append(each)
    for path, found in lists.items():
        records: list[Plain] = [{"field": each.field, "how": _PERSON} for each in found]
        if length := found[0].length:
            yield from (Insert(path, length + at, record) for at, record in enumerate(records))
        else:
            yield Put(path, records)


def covered(plan: Plan, ask: Ask) -> tuple[str, ...]:
    """Return the words of each record that the answer goes into, where it is for several; none where it is for one."""
    for group in _groups(plan) if ask.field else ():
        if ask.field in group.fields and len(found := _asked(group, ask)) > 1:
            return tuple(_words(group.records[index]) for index in found)
    return ()


def _words(record: Task | Target | Link) -> str:
    if isinstance(record, Task):
        return shortened(record.wording)
    return called(record) if isinstance(record, Link) else describe_target(record)


def is_of_chain(ask: Ask) -> bool:
    """Whether it is asked which document of the chain the plan carries out."""
    return (ask.kind, ask.of, ask.field) == ("van-ban", "standing", "") and bool(ask.choices)


def _carried_out(plan: Plan, answer: str) -> _Values:
    """Return the ids that the chain has when the document named is the one that the plan carries out."""
    links = plan.standing.chain
    wanted = next((index for index, each in enumerate(links) if called(each) == answer), None)
    if wanted is None or links[wanted].id == PARENT:
        return {}
    former = next((index for index, each in enumerate(links) if each.id == PARENT), None)
    renamed = {wanted: PARENT} | ({former: links[wanted].id} if former is not None else {})
    ids = {links[index].id: name for index, name in renamed.items()}
    values: _Values = {("standing", "chain", index, "id"): name for index, name in renamed.items()}
    return values | {("asks", at, "of"): ids[each.of] for at, each in enumerate(plan.asks) if each.of in ids}


def _fields(plan: Plan, ask: Ask, answer: str) -> _Values:
    """Return what an answer puts into the plan; one to a question without a field stays beside the question."""
    if not ask.field:
        return {}
    if ask.of in _OF_STANDING:
        name = "number" if ask.field == "symbol" else ask.field
        return {_of_standing(ask): answer, **_read((), plan.read, name)}
    for group in _groups(plan):
        if ask.field in group.fields and (found := _asked(group, ask)):
            return {path: value for index in found for path, value in _in_record(group, index, ask, answer)}
    raise _placeless(ask)


def _of_standing(ask: Ask) -> Steps:
    if path := _PLAN_FIELDS.get(ask.field):
        return path
    if ask.field in PlanIdentity._fields and ask.field != "chain":
        return ("standing", ask.field)
    raise _placeless(ask)


def _read(path: Steps, known: tuple[Read, ...], field: str) -> _Values:
    """Return what says of a field that a person said it."""
    for index, each in enumerate(known):
        if each.field == field:
            return {(*path, "read", index, "how"): _PERSON}
    return {(*path, "read", field): _AnswerNote(len(known), field)}


def _placeless(ask: Ask) -> KegenError:
    where = f"{ask.of}, {ask.field}"
    why = f"mục of, field của câu hỏi ({where}) không chỉ vào chỗ nào trong tệp, có thể đã bị sửa"
    return KegenError(f"chưa ghi được câu trả lời của “{ask.id}”: {why}; hãy sửa lại, hoặc tự ghi vào chỗ của nó")


def _groups(plan: Plan) -> tuple[_Group, ...]:
    return (
        _Group(("tasks",), plan.tasks, Task._fields),
        _Group(("targets",), plan.targets, Target._fields),
        _Group(("standing", "chain"), plan.standing.chain, Link._fields),
    )


def _asked(group: _Group, ask: Ask) -> list[int]:
    """Return the places of the records that a question is about, of several without those a person put right."""
    names = set(concerned(ask, (each.id for each in group.records)))
    found = [index for index, each in enumerate(group.records) if each.id in names]
    as_read = {*_UNREAD, ask.guess, ask.answer}
    return [index for index in found if getattr(group.records[index], ask.field) in as_read] or found


def _in_record(group: _Group, index: int, ask: Ask, answer: str) -> Iterable[tuple[Steps, Plain | _AnswerNote]]:
    path, record = (*group.path, index), group.records[index]
    if ask.field == "lead" and isinstance(record, Task):
        lead, others = _leads(record, answer)
        yield (*path, "lead"), lead
        if others != record.also_lead:
            yield (*path, "also_lead"), list(others)
    else:
        yield (*path, ask.field), list(_list(answer)) if ask.field in _LISTS else answer
    if not isinstance(record, Link):
        yield from _read(path, record.read, ask.field).items()


def _leads(task: Task, answer: str) -> tuple[str, tuple[str, ...]]:
    """Return who leads and who leads with it: of several that the plan names, none is lost by choosing one."""
    first, *others = _list(answer)
    if not others and task.also_lead:
        return first, tuple(each for each in task.leads if each != first)
    return first, tuple(others)


def _list(answer: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in answer.split(";"))))
