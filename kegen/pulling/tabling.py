"""What was changed in tables and annexes: cells, rows, paragraphs, titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from kegen.form.edit import AddItem, ClearField, MoveItem, RemoveItem, SetField
from kegen.importing.own_tables import annex_data, table_data, without_what_tasks_say
from kegen.plan.annexes import TABLE_TITLE
from kegen.plan.model import Annex, Column, Paragraph, Table, TableRow, Task
from kegen.plan.outline import FIRST
from kegen.plan.task_table import TASK_COLUMNS
from kegen.pulling.outlining import anchor_before
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import Origin
from kegen.pulling.sentences import worded
from kegen.pulling.site import NOTHING, Candidate, Site, Step, put, steps_of
from kegen.vietnamese import fold, upper_first
from kegen.yaml_text.change import Put, Remove
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

_WORDS = {column.field: word for word, column in TASK_COLUMNS.items()}
_UPRIGHT, _ACROSS = 160, 247
_HEAD: dict[str, Literal["label", "title", "reference"]] = {
    "label": "label",
    "annex-title": "title",
    "reference": "reference",
}


class Spot(NamedTuple):
    """Which table of the profile a row is of: where the profile has it, () where it has none of its own."""

    path: Path
    table: Table


def of_tables(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for one thing that differs in a table of the text or in an annex."""
    slot = _part(site, difference).slot
    if slot in _HEAD:
        yield from _annex_head(site, difference, _annex_of(site, difference))
    elif slot == "row":
        yield from _row(site, difference)
    elif slot == "text":
        yield from _paragraph(site, difference, _annex_of(site, difference))


def whole(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the whole annex, or the whole table of the text, as the file has it."""
    annex = _annex_of(site, difference)
    yield from whole_annex(site, annex) if annex >= 0 else _whole_table(site, difference)


def _part(site: Site, difference: Difference) -> Part:
    return site.file_part(difference) if difference.theirs >= 0 else site.our_part(difference)


def _annex_of(site: Site, difference: Difference) -> int:
    return _part(site, difference).annex


# Rows ---------------------------------------------------------------------------------------------------------------


def _row(site: Site, difference: Difference) -> Iterator[Candidate]:
    origin = site.origin(difference.ours) if difference.ours >= 0 else None
    if difference.how == "reworded" and origin is not None:
        yield from _cells(site, difference, origin)
        return
    beside = origin or _origin_before(site, difference.theirs)
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
        yield steps_of(AddItem(path, _row_data(site.file_part(difference), spot.table, {}), beside.row + 1))
    elif difference.how == "moved" and origin and origin.row >= 0:
        before = _origin_before(site, difference.theirs)
        at = before.row if before else -1
        yield steps_of(MoveItem((*path, origin.row), at if origin.row < at else at + 1))


def _origin_before(site: Site, theirs: int) -> Origin | None:
    """Return what the row before it in its table is."""
    table = site.theirs[theirs].table
    for at in range(theirs - 1, -1, -1):
        if site.theirs[at].table != table:
            return None
        ours = site.ours_of.get(at)
        if ours is not None and (origin := site.origin(ours)):
            return origin
    return None


def _spot(site: Site, origin: Origin) -> Spot | None:
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
    return Spot((*path, *_block_path(site, origin.at, path)), table)


def path_of_table(site: Site, origin: Origin) -> Path | None:
    """Return where the profile says what of a table's words stands out; None where it has no place for that."""
    spot = _spot(site, origin)
    if spot is None or site.at(spot.path) is NOTHING:
        return None
    return spot.path


def _block_path(site: Site, at: int, path: Path) -> Path:
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


def _cells(site: Site, difference: Difference, origin: Origin) -> Iterator[Candidate]:
    """Yield what changes the cells that differ, all of them at once."""
    old, new, row = site.our_part(difference), site.file_part(difference), origin.table_row
    table = origin.paragraph.table
    if table is None or len(old.cells) != len(new.cells):
        return
    changed = [at for at in range(len(old.cells)) if " ".join(old.cells[at].split()) != " ".join(new.cells[at].split())]
    spot = _spot(site, origin)
    task = next((each for each in site.ours.made.plan.tasks if row and row.task and each.id == row.task), None)
    ways: list[list[list[Step]]] = []
    for at in changed:
        found = list(_cell(site, spot, origin, at, new.cells[at], task))
        if not found:
            return
        ways.append(found)
    if not ways:
        return
    longest = max(map(len, ways))
    for turn in range(longest):
        yield Candidate(tuple(step for way in ways for step in way[min(turn, len(way) - 1)]))


def _cell(  # noqa: PLR0913, PLR0917 - what a cell depends on
    site: Site, spot: Spot | None, origin: Origin, at: int, text: str, task: Task | None
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
    for role in ("tat-ca", "dau-moi", "van-phong", "tuyen-truyen"):
        office = made.offices.get(role)
        if office and fold(office.name) == fold(name):
            return role
    if known:
        return ""
    listed = len(site.items("departments") or []) + sum(isinstance(each, AddItem) for each in steps)
    steps.append(AddItem(("departments",), {"name": name}, listed))
    return name


# Whole tables and annexes ---------------------------------------------------------------------------------------------


def whole_annex(site: Site, annex: int) -> Iterator[Candidate]:
    """Yield the annex as the file has it, in the profile's own words; rows that tell tasks still do."""
    plan = site.ours.made.plan
    theirs = [each for each in site.theirs if each.annex == annex]
    count = len(plan.annexes)
    if annex >= count:
        yield steps_of(AddItem(("annexes",), _new_annex(theirs), None))
        return
    short = int(bool(site.ours.made.profile.annex))
    path: Path = ("annexes", annex - short)
    listed = site.items("annexes")
    if not theirs:
        yield steps_of(Remove(("annex",)) if annex < short else RemoveItem(path))
        return
    data = _annex_data(site, annex, theirs)
    if annex < short:
        yield from _told_at_length(site, data)
    elif listed is not None:
        yield steps_of(Put(path, data))
    else:
        others = [annex_data(each, {task.id: task.id for task in plan.tasks}) for each in plan.annexes]
        yield steps_of(Put(("annexes",), [*others[:annex], data, *others[annex + 1 :]]))


def _told_at_length(site: Site, data: dict[str, Any]) -> Iterator[Candidate]:
    """Yield the annex in place of `annex: có`; what the text says of it stays as an item of its own."""
    first: Step = AddItem(("annexes",), data, 0) if site.items("annexes") else Put(("annexes",), [data])
    steps: tuple[Step, ...] = (Remove(("annex",)), first)
    yield Candidate(steps)
    for ours, theirs in site.pairs.theirs_of.items():
        origin = site.origin(ours)
        if origin and origin.zone == "body" and not origin.id and "phụ lục" in origin.paragraph.text.lower():
            anchor = anchor_before(site, theirs)
            if anchor is not None:
                behind = anchor.item.id if anchor.item else FIRST
                entry: dict[str, Plain] = {"section": anchor.division.id, "after": behind, "mark": "khong"}
                name = site.new_id(f"{anchor.division.id}-them")
                yield Candidate((*steps, Put(("tasks", name), {**entry, "wording": site.theirs[theirs].text})))


def _annex_data(site: Site, annex: int, theirs: Sequence[Part]) -> dict[str, Any]:
    plan = site.ours.made.plan
    ours = plan.annexes[annex]
    made = ours._replace(blocks=tuple(_blocks(site, ours, theirs)))
    said: dict[str, str] = {each.slot: each.text for each in theirs}
    tasks = {task.id: task.id for task in plan.tasks if _is_named(site, task)}
    data = annex_data(made, tasks)
    for block, spec in zip((each for each in made.blocks if each.table), _specs(data), strict=False):
        _shorten(block, spec)
    without_what_tasks_say([data], plan._replace(annexes=(made,)))
    path = annex_path(site, annex)
    own = site.group(*path) if path else {}
    for key, slot in (("label", "label"), ("title", "annex-title"), ("reference", "reference")):
        same = _said(ours, key).casefold() == said.get(slot, "").casefold() or key == "reference"
        if same and key in own:
            data[key] = own[key]
        elif same and (key != "title" or ours.title == TABLE_TITLE.upper()):
            data.pop(key, None)
        elif not same:
            data[key] = said.get(slot) or "khong"
    for key in ("orientation", "emphasis"):
        if key in own:
            data[key] = own[key]
        else:
            data.pop(key, None)
    return data


def _is_named(site: Site, task: Task) -> bool:
    """Whether a task has an id that stays its own: that of a sentence in a list is its place there."""
    found = site.item(task.id)
    return found is not None and found[1].path[:1] != ("sections",)


def _said(annex: Annex, key: str) -> str:
    return str(getattr(annex, key))


def _specs(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (each for each in data.get("above", ()) if isinstance(each, dict))
    if "rows" in data:
        yield data
    yield from (each for each in data.get("below", ()) if isinstance(each, dict))


def _shorten(block: Paragraph, spec: dict[str, Any]) -> None:
    """Name the columns of tasks by their words, which have their own titles and widths."""
    columns = block.table.columns if block.table else ()
    usual = {column: word for word, column in TASK_COLUMNS.items()}
    if any(isinstance(each, dict) and "task" in each for each in spec.get("rows", ())):
        spec["columns"] = [
            usual.get(column._replace(spans=()), given) for column, given in zip(columns, spec["columns"], strict=True)
        ]


def _blocks(site: Site, ours: Annex, theirs: Sequence[Part]) -> Iterator[Paragraph]:
    """Yield the blocks of an annex as the file has them."""
    tables = [each.table for each in ours.blocks if each.table]
    at, seen = 0, set[int]()
    for part in theirs:
        if part.slot == "text":
            yield Paragraph("doan", part.text)
        elif part.slot == "row" and part.table not in seen:
            seen.add(part.table)
            rows = [each for each in theirs if each.table == part.table]
            known = tables[at] if at < len(tables) else None
            at += 1
            yield Paragraph("bang", "", table=_table(site, rows, known))


def _table(site: Site, rows: Sequence[Part], known: Table | None) -> Table:
    """Return a table as the file has it; of the columns that kegen knows, only the titles are the file's."""
    width = max(sum(each.joined) or len(each.cells) for each in rows)
    heads = [each for each in rows if _is_head(site, each, known)] or list(rows[:1])
    titles = heads[-1].cells
    columns = list(known.columns) if known and len(known.columns) == width else [Column("")] * width
    if len(titles) == width and not (known and len(heads) > 1):
        columns = [column._replace(title=title or column.title) for column, title in zip(columns, titles, strict=True)]
    body = [each for each in rows if each not in heads]
    return Table(
        tuple(columns),
        tuple(_table_row(site, each) for each in body),
        known.heads if known and len(known.columns) == width else (),
    )


def _is_head(site: Site, part: Part, known: Table | None) -> bool:
    ours = site.ours_of.get(site.theirs.index(part))
    origin = site.origin(ours) if ours is not None else None
    return known is not None and origin is not None and origin.row < 0 and origin.paragraph.table is not None


def _table_row(site: Site, part: Part) -> TableRow:
    ours = site.ours_of.get(site.theirs.index(part))
    origin = site.origin(ours) if ours is not None else None
    row = origin.table_row if origin else None
    joined = part.joined if any(each != 1 for each in part.joined) else ()
    cells = part.cells
    if row and row.task and len(cells) == len(row.cells):
        cells = tuple(own if _alike(own, each) else each for own, each in zip(row.cells, cells, strict=True))
    return TableRow(cells, row.task if row else "", joined, part.merged)


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _row_data(part: Part, table: Table, tasks: dict[str, str]) -> Any:  # noqa: ANN401 - as a profile has rows
    row = TableRow(part.cells, "", part.joined if any(each != 1 for each in part.joined) else (), part.merged)
    (made,) = table_data(table._replace(rows=(row,)), _UPRIGHT, tasks)["rows"]
    return made


def _new_annex(theirs: Sequence[Part]) -> dict[str, Any]:
    """Return an annex that the file has and the draft has not."""
    said = {each.slot: each.text for each in theirs}
    data: dict[str, Any] = {"title": said.get("annex-title") or "khong"}
    above: list[Any] = []
    seen: set[int] = set()
    for part in theirs:
        if part.slot == "text":
            above.append(part.text)
        elif part.slot == "row" and part.table not in seen:
            seen.add(part.table)
            rows = [each for each in theirs if each.table == part.table]
            width = max(sum(each.joined) or len(each.cells) for each in rows)
            titles = [*rows[0].cells, *[""] * width][:width]
            table = Table(tuple(Column(each) for each in titles), ())
            spec = table_data(table, _UPRIGHT, {})
            spec["rows"] = [_row_data(each, table, {}) for each in rows[1:]]
            above.append(spec)
    return data | {"above": above}


def _whole_table(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield a table of the text as the file has it."""
    origin = site.origin(difference.ours) if difference.ours >= 0 else _origin_before(site, difference.theirs)
    if origin is None or origin.paragraph.table is None or not origin.id:
        return
    number = next(
        (site.theirs[place].table for at, place in site.pairs.theirs_of.items() if _is_of(site, at, origin)), -1
    )
    rows = [each for each in site.theirs if each.slot == "row" and each.table == number]
    if rows:
        spec = table_data(_table(site, rows, origin.paragraph.table), _UPRIGHT, {})
        own = site.group("tasks", origin.id, "table")
        yield steps_of(Put(("tasks", origin.id, "table"), {**own, **spec}))
    else:
        yield steps_of(ClearField(("tasks", origin.id, "table")))


def _is_of(site: Site, at: int, origin: Origin) -> bool:
    other = site.origin(at)
    return other is not None and other.zone == origin.zone and other.at == origin.at


# Annexes ------------------------------------------------------------------------------------------------------------


def _annex_head(site: Site, difference: Difference, annex: int) -> Iterator[Candidate]:
    key = _HEAD[_part(site, difference).slot]
    text = site.file_part(difference).text if difference.theirs >= 0 else "khong"
    path = annex_path(site, annex)
    if path is not None:
        known = site.at((*path, key))
        if key == "title" and isinstance(known, str) and difference.ours >= 0:
            yield from worded(site, (*path, key), site.our_part(difference).text, text)
        yield put((*path, key), text)
    elif site.ours.made.profile.annex and annex == 0:
        said = upper_first(text.lower()) if key == "title" and text.isupper() else text
        yield from _told_at_length(site, {key: said})


def _paragraph(site: Site, difference: Difference, annex: int) -> Iterator[Candidate]:
    """Yield the candidates for a paragraph above or below the table of an annex."""
    path = annex_path(site, annex)
    origin = site.origin(difference.ours) if difference.ours >= 0 else None
    if path is None:
        return
    if origin is not None:
        where = (*path, *_block_path(site, origin.at, path))
        if site.at(where) is NOTHING:
            return
        if difference.how == "reworded":
            new = site.file_part(difference)
            yield from (put(where, text) for text in dict.fromkeys((new.text, new.text.removesuffix("./."))))
        elif difference.how == "removed":
            yield steps_of(RemoveItem(where))
    elif difference.how == "added":
        before = _block_before(site, difference.theirs, annex)
        block = _block_path(site, before, path) if before >= 0 else ("above", -1)
        if len(block) == 2:  # noqa: PLR2004 - above or below, and which
            text = site.file_part(difference).text
            yield steps_of(AddItem((*path, block[0]), text, int(block[1]) + 1))
        else:
            yield steps_of(AddItem((*path, "below"), site.file_part(difference).text, 0))


def _block_before(site: Site, theirs: int, annex: int) -> int:
    for at in range(theirs - 1, -1, -1):
        ours = site.ours_of.get(at)
        origin = site.origin(ours) if ours is not None else None
        if origin is not None and site.theirs[at].annex == annex:
            return origin.at
    return -1
