"""What was changed in the rows of tables: cells, facts of tasks, rows added, removed and moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kegen.form.edit import AddItem, MoveItem, RemoveItem, SetField
from kegen.importing.own_tables import table_data
from kegen.plan.model import Column, Table, TableRow, Task
from kegen.plan.task_table import TASK_COLUMNS
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.site import NOTHING, Candidate, Site, Step, steps_of
from kegen.vietnamese import fold
from kegen.yaml_text.change import Put
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

_WORDS = {column.field: word for word, column in TASK_COLUMNS.items()}


UPRIGHT = 160


class Spot(NamedTuple):
    """Which table of the profile a row is of: where the profile has it, () where it has none of its own."""

    path: Path
    table: Table


def part_of(site: Site, difference: Difference) -> Part:
    """Return the part of the file that a difference is about, else ours."""
    return site.file_part(difference) if difference.theirs >= 0 else site.our_part(difference)


def annex_of(site: Site, difference: Difference) -> int:
    """Return the annex that a difference is in, -1 for none."""
    return part_of(site, difference).annex


def row_changed(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a row that says something else, came, went or moved."""
    origin = site.origin(difference.ours) if difference.ours >= 0 else None
    if difference.how == "reworded" and origin is not None:
        yield from _cells(site, difference, origin)
        return
    beside = origin or origin_before(site, difference.theirs)
    spot = _spot(site, beside) if beside else None
    if spot is None or beside is None:
        return
    rows = site.items(*spot.path, "rows")
    if rows is None:
        return
    path: Path = (*spot.path, "rows")
    if difference.how == "removed" and origin and origin.row >= 0:
        yield steps_of(RemoveItem((*path, origin.row)))
    elif difference.how == "added":
        yield steps_of(AddItem(path, row_data(site.file_part(difference), spot.table, {}), beside.row + 1))
    elif difference.how == "moved" and origin and origin.row >= 0:
        before = origin_before(site, difference.theirs)
        at = before.row if before else -1
        yield steps_of(MoveItem((*path, origin.row), at if origin.row < at else at + 1))


def origin_before(site: Site, theirs: int) -> PlanPlace | None:
    """Return what the row before it in its table is."""
    table = site.theirs[theirs].table
    for at in range(theirs - 1, -1, -1):
        if site.theirs[at].table != table:
            return None
        ours = site.ours_of.get(at)
        if ours is not None and (origin := site.origin(ours)):
            return origin
    return None


def _spot(site: Site, origin: PlanPlace) -> Spot | None:
    """Return which table of the profile a row is of."""
    table = origin.paragraph.table
    if table is None:
        return None
    if origin.zone != "annex":
        return Spot(("tasks", origin.id, "table"), table) if origin.id else None
    annex = next((at for at, each in enumerate(site.ours.made.plan.annexes) if origin.paragraph in each.blocks), -1)
    path = annex_path(site, annex)
    if path is None:
        return None
    return Spot((*path, *block_path(site, origin.at, path)), table)


def path_of_table(site: Site, origin: PlanPlace) -> Path | None:
    """Return where the profile says what of a table's words stands out; None where it has no place for that."""
    spot = _spot(site, origin)
    if spot is None or site.at(spot.path) is NOTHING:
        return None
    return spot.path


def block_path(site: Site, at: int, path: Path) -> Path:
    """Return where a block of an annex stands in what the profile says of it: above the table, in it, below it."""
    above = len(site.items(*path, "above") or [])
    if at < above:
        return ("above", at)
    has_main = (
        not (site.items(*path, "above") or site.items(*path, "below")) or site.items(*path, "columns") is not None
    )
    has_main = has_main or site.items(*path, "rows") is not None
    if has_main and at == above:
        return ()
    return ("below", at - above - has_main)


def annex_path(site: Site, annex: int) -> Path | None:
    """Return where the profile describes the annex; None where the pack does, or the short way `annex: có`."""
    short = int(bool(site.ours.made.profile.annex))
    listed = site.items("annexes")
    if listed is None or annex < short or annex - short >= len(listed):
        return None
    return ("annexes", annex - short) if isinstance(listed[annex - short], dict) else None


def number_changed(site: Site, ours: int, theirs: int) -> Iterator[Candidate]:
    """Yield what gives a row of which the profile writes the number the one that the file has."""
    if origin := site.origin(ours):
        steps = _cell(site, _spot(site, origin), origin, 0, site.theirs[theirs].cells[0], None)
        yield from (Candidate(tuple(each)) for each in steps)


def is_counted(site: Site, origin: PlanPlace) -> bool:
    """Whether the number of a row counts itself: the profile says nothing in its first cell."""
    spot = _spot(site, origin)
    rows = site.items(*spot.path, "rows") if spot else None
    spec = rows[origin.row] if rows and 0 <= origin.row < len(rows) else None
    column = origin.paragraph.table.columns[0] if origin.paragraph.table else Column("")
    if isinstance(spec, dict) and "task" in spec:
        return (_WORDS.get(column.field) or column.title) not in (spec.get("cells") or {})
    if isinstance(spec, dict):
        spec = spec.get("wide") or [""]
    return column.field == "number" and not (spec and spec[0])


def _cells(site: Site, difference: Difference, origin: PlanPlace) -> Iterator[Candidate]:
    """Yield what changes the cells that differ, all of them at once, but a number that counts itself."""
    old, new, row = site.our_part(difference), site.file_part(difference), origin.table_row
    table = origin.paragraph.table
    if table is None or len(old.cells) != len(new.cells):
        return
    changed = [at for at in range(len(old.cells)) if " ".join(old.cells[at].split()) != " ".join(new.cells[at].split())]
    spot = _spot(site, origin)
    if old.is_numbered and new.is_numbered and origin.row >= 0 and is_counted(site, origin):
        changed = [at for at in changed if at]
    task = next((each for each in site.ours.made.plan.tasks if row and row.task and each.id == row.task), None)
    options: list[list[list[Step]]] = []
    for at in changed:
        found = list(_cell(site, spot, origin, at, new.cells[at], task))
        if not found:
            return
        options.append(found)
    if not options:
        return
    longest = max(map(len, options))
    for turn in range(longest):
        yield Candidate(tuple(step for option in options for step in option[min(turn, len(option) - 1)]))


def _cell(  # noqa: PLR0913, PLR0917 - what a cell depends on
    site: Site, spot: Spot | None, origin: PlanPlace, at: int, text: str, task: Task | None
) -> Iterator[list[Step]]:
    """Yield the steps by which a cell may say the text."""
    columns = origin.paragraph.table.columns if origin.paragraph.table else ()
    column = columns[at] if at < len(columns) else Column("")
    if origin.row < 0:
        yield from _title_cell(site, spot, at, text)
        return
    rows = site.items(*spot.path, "rows") if spot else None
    spec = rows[origin.row] if rows and origin.row < len(rows) else None
    path: Path = (*spot.path, "rows", origin.row) if spot else ()
    name = _WORDS.get(column.field) or column.title
    if isinstance(spec, dict) and "task" in spec and name in (spec.get("cells") or {}):
        yield [SetField((*path, "cells", name), text)]
    elif isinstance(spec, list):
        yield [SetField((*path, at), text)]
    elif isinstance(spec, str):
        yield [SetField(path, text)]
    elif isinstance(spec, dict) and "wide" in spec:
        yield [SetField((*path, "wide", at), text)]
    if task is not None:
        yield from _fact(site, task, column.field, text)
    if isinstance(spec, dict) and "task" in spec:
        yield [SetField((*path, "cells", name), text)]


def _title_cell(site: Site, spot: Spot | None, at: int, text: str) -> Iterator[list[Step]]:
    columns = site.items(*spot.path, "columns") if spot else None
    if spot is None or columns is None or at >= len(columns):
        return
    path: Path = (*spot.path, "columns", at)
    if isinstance(columns[at], dict):
        yield [SetField((*path, "title"), text)]
    elif columns[at] in TASK_COLUMNS:
        yield [Put(path, {"title": text, "field": columns[at]})]
    else:
        yield [SetField(path, text)]


def _fact(site: Site, task: Task, field: str, text: str) -> Iterator[list[Step]]:
    """Yield the steps by which a task has another fact."""
    found = site.item(task.id)
    home: Path = found[1].path if found and found[1].path[:1] == ("sections",) else ("tasks", task.id)
    if field == "wording":
        yield [SetField((*home, "brief"), text)]
    elif field in ("deadline", "product"):
        yield [SetField((*home, field), text)]
    elif field in ("lead", "watcher", "helpers"):
        names = [each.strip() for each in text.replace("\n", ";").split(";") if each.strip()]
        for known in (True, False):
            steps: list[Step] = []
            called = [_called(site, each, steps, known=known) for each in names]
            if all(called):
                value: Plain = [*called] if field == "helpers" or len(called) > 1 else called[0] if called else ""
                yield [*steps, SetField((*home, field), value)]


def _called(site: Site, name: str, steps: list[Step], *, known: bool) -> str:
    """Return what a profile calls an office: its role, its name among the offices; a new one is added to those."""
    made = site.ours.made
    for each in (*made.profile.departments, *made.usual_offices):
        if fold(each.name) == fold(name):
            is_own = each in made.profile.departments
            if each.roles:
                return each.roles[0]
            return each.name if is_own else ""
    if role := made.offices.role_of(name):
        return role
    if known:
        return ""
    listed = len(site.items("departments") or []) + sum(isinstance(each, AddItem) for each in steps)
    steps.append(AddItem(("departments",), {"name": name}, listed))
    return name


def row_data(part: Part, table: Table, tasks: dict[str, str]) -> Any:  # noqa: ANN401 - as a profile has rows
    """Return a row of the file as a profile has rows."""
    row = TableRow(part.cells, "", part.joined if any(each != 1 for each in part.joined) else (), part.merged)
    (made,) = table_data(table._replace(rows=(row,)), UPRIGHT, tasks)["rows"]
    return made
