"""What a received plan orders, measures and asks to be reported, and what of that a person must confirm."""

from __future__ import annotations

from typing import NamedTuple

from kegen.importing.dues import due_in, is_vague
from kegen.importing.entries import Entry
from kegen.importing.fact_asks import FactContext, asks_of, origin_of
from kegen.importing.labels import Label, split_brackets
from kegen.importing.leads import NOBODY, Found, helpers_in, leads_above, leads_in
from kegen.importing.offices import split_offices
from kegen.importing.reports import reports_of
from kegen.importing.rows import Linked, Row, link, offices_in_cell, rows_of, split_cell
from kegen.importing.targets import figure_targets, targets_of
from kegen.importing.tasks import Sorted, sort_entries
from kegen.plan.model import Annex, Ask, Read, Target, Task
from kegen.vietnamese import fold


class Facts(NamedTuple):
    """The meaning of a received plan."""

    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    reporting: dict[str, str]
    """`half_year`, `year` as `05/6`; `month`, `quarter`, `event` in words."""
    asks: tuple[Ask, ...]
    annexes: tuple[Annex, ...]
    """Those given, each row of a task with the task's id."""
    read: tuple[Read, ...] = ()
    """Where the days of reports were read."""


class Around(NamedTuple):
    """The paragraphs before those of the body, and behind them, those of annexes among them."""

    opening: tuple[Sorted, ...] = ()
    closing: tuple[Sorted, ...] = ()


_NOTHING_AROUND = Around()


def facts_of(entries: tuple[Entry, ...], annexes: tuple[Annex, ...], around: Around = _NOTHING_AROUND) -> Facts:
    """Return what entries and annexes order; a table of the body comes, and goes back, as an annex without label."""
    rows = (*around.opening, *sort_entries(entries), *around.closing)
    linked = link(rows_of(annexes), rows)
    by_entry = {each.entry.entry.id: each.row for each in linked if each.entry}
    tasks = [_task(row, by_entry.get(row.entry.id)) for row in rows if row.role == "task"]
    own = [each.row for each in linked if each.entry is None]
    tasks += [_row_task(row) for row in own]
    targets = _targets(rows, tasks, linked)
    reports = reports_of(rows)
    origins = _origins(rows, linked, targets)
    asks = asks_of(tuple(tasks), targets, origins, reports)
    return Facts(
        tuple(tasks),
        targets,
        reports.days,
        asks,
        _with_tasks(annexes, linked),
        reports.read,
    )


def _task(row: Sorted, cells: Row | None) -> Task:
    """Return the task of an entry: what its row of a table says goes first, then its labels, sentence, heading."""
    wording, bracketed = split_brackets(row.entry.text)
    labels = (*row.labels, *bracketed)
    leads, helpers, deadline = (each(row, labels, wording) for each in (_leads, _helpers, _deadline))
    product, watcher = _labelled(labels, "product"), _labelled(labels, "watcher")
    read = [
        Read(field, found.place or row.entry.place, found.how)
        for field, found in (("lead", leads), ("helpers", helpers), ("deadline", deadline))
        if found.words or field == "lead"
    ]
    at = row.labelled_at or row.entry.place
    read += [Read(field, at, "nhan") for field, text in (("product", product), ("watcher", watcher)) if text]
    lead, *also = leads.words or ("",)
    content = next((each.text for each in row.labels if each.field == "wording"), "")
    task = Task(
        row.entry.id, content or row.entry.text, lead, helpers.words, "; ".join(deadline.words), product, "", "",
        also_lead=tuple(also), watcher=watcher, read=tuple(read),
    )  # fmt: skip
    return _with_cells(task, cells) if cells else task


def _labelled(labels: tuple[Label, ...], field: str) -> str:
    return "; ".join(dict.fromkeys(each.text for each in labels if each.field == field and each.text))


def _leads(row: Sorted, labels: tuple[Label, ...], wording: str) -> Found:
    if labelled := split_offices(_labelled(labels, "lead")):
        return Found(labelled, "nhan", row.labelled_at or row.entry.place)
    if spoken := leads_in(wording):
        return Found(spoken, "cau", row.entry.place)
    return leads_above(row.above)


def _helpers(row: Sorted, labels: tuple[Label, ...], wording: str) -> Found:
    if labelled := split_offices(_labelled(labels, "helpers")):
        return Found(labelled, "nhan", row.labelled_at or row.entry.place)
    if spoken := helpers_in(wording):
        return Found(spoken, "cau", row.entry.place)
    for above in reversed(row.above):
        is_lead = bool(leads_above((above,)).words)
        if (is_lead or not above.depth) and (words := helpers_in(above.text)):
            return Found(words, "tieu-de", above.place)
        if is_lead:
            break
    return NOBODY


def _deadline(row: Sorted, labels: tuple[Label, ...], _: str) -> Found:
    if labelled := _labelled(labels, "deadline"):
        return Found((labelled,), "nhan", row.labelled_at or row.entry.place)
    due = due_in(row.entry.text)
    return Found((due,) if due else (), "cau", row.entry.place)


def _with_cells(task: Task, row: Row) -> Task:
    """Return a task of the body with what its row of a table says of it."""
    leads, also_help = split_cell(row.facts.get("lead", ""))
    helpers = (*offices_in_cell(row.facts.get("helpers", "")), *also_help)
    due = row.facts.get("deadline", "")
    due = "" if is_vague(due) and task.deadline else due
    product, watcher = row.facts.get("product", ""), row.facts.get("watcher", "")
    given = (("lead", leads), ("helpers", helpers), ("deadline", due), ("product", product), ("watcher", watcher))
    found = [field for field, value in given if value]
    read = [each for each in task.read if each.field not in found]
    return task._replace(
        lead=leads[0] if leads else task.lead,
        also_lead=leads[1:] if leads else task.also_lead,
        helpers=helpers or task.helpers,
        deadline=due or task.deadline,
        product=product or task.product,
        watcher=watcher or task.watcher,
        brief=row.facts["wording"] if row.facts["wording"] != task.wording else "",
        read=(*read, *(Read(field, row.place(field), "cot") for field in found)),
    )


def _row_task(row: Row) -> Task:
    """Return the task of a row that the body does not order."""
    wording = row.facts["wording"]
    spoken = leads_in(wording)
    lead, *also = spoken or ("",)
    task = Task(
        row.id, wording, lead, helpers_in(wording), due_in(wording), "", "", "",
        also_lead=tuple(also), read=(Read("lead", row.place("wording"), "cau" if spoken else "khong"),),
    )  # fmt: skip
    return _with_cells(task, row)


def _targets(rows: tuple[Sorted, ...], tasks: list[Task], linked: tuple[Linked, ...]) -> tuple[Target, ...]:
    """Return the targets of the entries, then those that rows of tables add to them."""
    leads = {each.id: _reached_by(each) for each in tasks if each.lead}
    spoken = tuple(targets_of(rows, leads))
    amounts = {(_stem(each.id), each.value, each.unit) for each in spoken}
    amounts |= {(fold(each.name), each.value, each.unit) for each in spoken}
    return (*spoken, *(target for each in linked for target in _row_targets(each, leads, amounts)))


def _reached_by(task: Task) -> Found:
    """Return who is to do a task, and where that was read."""
    at = next((each for each in task.read if each.field == "lead"), Read("lead", "", "khong"))
    return Found((task.lead, *task.also_lead), at.how, at.place)


def _row_targets(linked: Linked, leads: dict[str, Found], amounts: set[tuple[str, str, str]]) -> list[Target]:
    """Return the targets of a row's task and product, without those that the body sets as well."""
    name, row = _id(linked), linked.row
    found = [
        target
        for field in ("wording", "product")
        for target in figure_targets(row.facts.get(field, ""), row.place(field), leads.get(name, NOBODY))
        if not amounts & {(stem, target.value, target.unit) for stem in (name, fold(target.name))}
    ]
    return [each._replace(id=f"{row.id}-ct-{number}") for number, each in enumerate(found, 1)]


def _stem(target: str) -> str:
    return target.rpartition("-ct-")[0]


def _origins(
    rows: tuple[Sorted, ...], linked: tuple[Linked, ...], targets: tuple[Target, ...]
) -> dict[str, FactContext]:
    origins = {row.entry.id: origin_of(row) for row in rows}
    table_rows = [each.row for each in linked]
    origins |= {row.id: FactContext(None, row.facts["wording"], row.place("wording")) for row in table_rows}
    for each in linked:
        name = _id(each)
        origins[name] = origins[name]._replace(lead=" ".join(each.row.facts.get("lead", "").split()))
    return origins | {each.id: origins[_stem(each.id)] for each in targets}


def _with_tasks(annexes: tuple[Annex, ...], linked: tuple[Linked, ...]) -> tuple[Annex, ...]:
    """Return the annexes, each row of a task with its id."""
    ids = {(each.row.annex, each.row.block, each.row.line): _id(each) for each in linked}
    return tuple(
        annex._replace(
            blocks=tuple(
                paragraph._replace(
                    table=paragraph.table._replace(
                        rows=tuple(
                            row._replace(task=ids.get((at, block, index), row.task))
                            for index, row in enumerate(paragraph.table.rows)
                        )
                    )
                )
                if paragraph.table
                else paragraph
                for block, paragraph in enumerate(annex.blocks)
            )
        )
        for at, annex in enumerate(annexes)
    )


def _id(linked: Linked) -> str:
    return linked.entry.entry.id if linked.entry else linked.row.id
