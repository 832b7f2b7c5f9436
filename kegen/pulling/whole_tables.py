"""Tables and annexes as the file has them, whole; rows that tell tasks still do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kegen.form.edit import AddItem, ClearField, RemoveItem
from kegen.importing.own_tables import annex_data, table_data, without_what_tasks_say
from kegen.plan.annexes import TABLE_TITLE
from kegen.plan.model import Annex, Column, Paragraph, Table, TableRow, Task
from kegen.plan.outline import FIRST
from kegen.plan.task_table import TASK_COLUMNS
from kegen.pulling.anchors import anchor_before
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.rows import (
    UPRIGHT,
    annex_of,
    annex_path,
    origin_before,
    row_data,
)
from kegen.pulling.site import Candidate, Site, Step, steps_of
from kegen.yaml_text.change import Put, Remove
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path


def whole(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the whole annex, or the whole table of the text, as the file has it."""
    annex = annex_of(site, difference)
    yield from whole_annex(site, annex) if annex >= 0 else _whole_table(site, difference)


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
        yield from told_at_length(site, data)
    elif listed is not None:
        yield steps_of(Put(path, data))
    else:
        others = [annex_data(each, {task.id: task.id for task in plan.tasks}) for each in plan.annexes]
        yield steps_of(Put(("annexes",), [*others[:annex], data, *others[annex + 1 :]]))


def told_at_length(site: Site, data: dict[str, Any]) -> Iterator[Candidate]:
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
    texts: dict[str, str] = {each.slot: each.text for each in theirs}
    tasks = {task.id: task.id for task in plan.tasks if _is_named(site, task)}
    data = annex_data(made, tasks)
    for block, spec in zip((each for each in made.blocks if each.table), _specs(data), strict=False):
        _shorten(block, spec)
    without_what_tasks_say([data], plan._replace(annexes=(made,)))
    path = annex_path(site, annex)
    own = site.group(*path) if path else {}
    for key, slot in (("label", "label"), ("title", "annex-title"), ("reference", "reference")):
        same = _text_of(ours, key).casefold() == texts.get(slot, "").casefold() or key == "reference"
        if same and key in own:
            data[key] = own[key]
        elif same and (key != "title" or ours.title == TABLE_TITLE.upper()):
            data.pop(key, None)
        elif not same:
            data[key] = texts.get(slot) or "khong"
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


def _text_of(annex: Annex, key: str) -> str:
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


def _new_annex(theirs: Sequence[Part]) -> dict[str, Any]:
    """Return an annex that the file has and the draft has not."""
    texts = {each.slot: each.text for each in theirs}
    data: dict[str, Any] = {"title": texts.get("annex-title") or "khong"}
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
            spec = table_data(table, UPRIGHT, {})
            spec["rows"] = [row_data(each, table, {}) for each in rows[1:]]
            above.append(spec)
    return data | {"above": above}


def _whole_table(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield a table of the text as the file has it."""
    origin = site.origin(difference.ours) if difference.ours >= 0 else origin_before(site, difference.theirs)
    if origin is None or origin.paragraph.table is None or not origin.id:
        return
    number = next(
        (site.theirs[place].table for at, place in site.pairs.theirs_of.items() if _is_of(site, at, origin)), -1
    )
    rows = [each for each in site.theirs if each.slot == "row" and each.table == number]
    if rows:
        spec = table_data(_table(site, rows, origin.paragraph.table), UPRIGHT, {})
        own = site.group("tasks", origin.id, "table")
        yield steps_of(Put(("tasks", origin.id, "table"), {**own, **spec}))
    else:
        yield steps_of(ClearField(("tasks", origin.id, "table")))


def _is_of(site: Site, at: int, origin: PlanPlace) -> bool:
    other = site.origin(at)
    return other is not None and other.zone == origin.zone and other.at == origin.at
