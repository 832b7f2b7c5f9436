"""The tasks of tables: what each column gives, which rows are tasks, and which of them the body orders already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kegen.check.annex_tasks import Content, Match, TaskRow
from kegen.importing.offices import split_offices
from kegen.importing.tasks import Sorted
from kegen.plan.model import Annex, Table, TableRow

_OF_A_TASK = frozenset({"lead", "deadline", "product", "helpers"})
_OWN_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?\)?$")
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-HĐ])[.)]?$")
_FEWEST_WORDS = 3
_HELP = re.compile(r"[;,.\n]?\s*(?:[Cc]ơ quan |[Đđ]ơn vị )?[Pp]hối hợp\s*(?:với)?\s*:?\s*")


class Row(NamedTuple):
    """A row that orders something."""

    annex: int
    block: int
    line: int
    """Which annex, which of its blocks, which row of the table there, from 0."""
    facts: Mapping[str, str]
    """What its cells give, by field."""
    columns: Mapping[str, int]
    """The number of the column of each field, from 1."""
    label: str
    """How the annex is called, "" for a table of the body."""
    table: int = 1
    """Which table of the annex, from 1."""

    @property
    def id(self) -> str:
        """The id of the task where the body does not order it."""
        stem = f"phu-luc-{self.annex + 1}" if self.label else f"bang-{self.annex + 1}"
        table = f"-bang-{self.table}" if self.table > 1 else ""
        return f"{stem}{table}-dong-{self.line + 1}"

    def place(self, field: str) -> str:
        """Return where the cell of a field stands."""
        stem = f"phụ lục {self.annex + 1}" if self.label else f"bảng {self.annex + 1}"
        return f"{stem}, dòng {self.line + 1}, cột {self.columns.get(field, 1)}"


class Linked(NamedTuple):
    """A row, and the entry that orders the same."""

    row: Row
    entry: Sorted | None


def rows_of(annexes: tuple[Annex, ...]) -> Iterator[Row]:
    """Yield the rows of all tables of tasks: those with a column for the task and one for who does it or by when."""
    for at, annex in enumerate(annexes):
        tables = [(block, each.table) for block, each in enumerate(annex.blocks) if each.table]
        for number, (block, table) in enumerate(tables, 1):
            fields = {each.field for each in table.columns}
            if "wording" in fields and fields & _OF_A_TASK:
                for index, facts in _task_rows(table):
                    yield Row(at, block, index, facts, _numbers(table), annex.label, number)


def _numbers(table: Table) -> dict[str, int]:
    return {each.field: number for number, each in enumerate(table.columns, 1) if each.field}


def _task_rows(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    above = ""
    cells = [_cells(table, row) for row in table.rows]
    for index, facts in enumerate(cells):
        wording = facts.get("wording", "")
        tells = any(facts.get(field) for field in _OF_A_TASK)
        if _is_group(facts, cells[index + 1 : index + 2]) or not any(map(str.isalpha, "".join(facts.values()))):
            above = ""
        elif wording:
            above = wording
            yield index, facts
        elif above and tells:  # the cell of the task goes on from the row above
            yield index, {**facts, "wording": above}


def _cells(table: Table, row: TableRow) -> dict[str, str]:
    """Return the texts of a row by field; a cell over several columns gives the first of them."""
    spans = row.spans or tuple(1 for _ in row.cells)
    facts: dict[str, str] = {}
    column = 0
    for text, span in zip(row.cells, spans, strict=False):
        field = table.columns[column].field if column < len(table.columns) else ""
        if field:
            facts[field] = " ".join(text.split()) if field != "lead" else text.strip()
        column += span
    if len(row.cells) == 1 and len(table.columns) > 1:
        return {"number": "", "wording": row.cells[0], "group": "1"}
    return facts


def _is_group(facts: dict[str, str], following: list[dict[str, str]]) -> bool:
    """Whether a row only heads those after it: it has a number and a name, and no more."""
    if "group" in facts:
        return True
    if any(text for field, text in facts.items() if field not in ("number", "wording")):
        return False
    number, wording = facts.get("number", ""), facts.get("wording", "")
    if not wording or _GROUP_NUMBER.match(number) or wording.isupper():
        return True
    beneath = following[0].get("number", "") if following else ""
    if number and beneath.startswith(f"{number.rstrip('.)')}."):
        return True
    is_numbered = _OWN_NUMBER.match(number) is not None
    return not is_numbered or len(wording.split()) < _FEWEST_WORDS


def link(rows: Iterable[Row], entries: Iterable[Sorted]) -> tuple[Linked, ...]:
    """Return each row with the entry that orders the same, an entry once at most: the row most like it has it."""
    listed = list(rows)
    tasks = [each for each in entries if each.role == "task"] if listed else []
    by_item = {id(each.entry.item): each for each in tasks}
    content = Content(((each.entry.item, ()) for each in tasks), (row.facts["wording"] for row in listed))
    if not tasks:
        return tuple(Linked(row, None) for row in listed)
    found = [content.match(_as_row(row, tasks[0])) for row in listed]
    taken: dict[int, int] = {}
    for at in sorted(range(len(listed)), key=lambda at: -found[at].share):
        entry = next((each for each in _same(found[at]) if each not in taken), None)
        if entry is not None:
            taken[entry] = at
    entry_of = {at: by_item[entry] for entry, at in taken.items()}
    return tuple(Linked(row, entry_of.get(at)) for at, row in enumerate(listed))


def _same(match: Match) -> Iterator[int]:
    """Yield the entries that order what the row says, the most like first."""
    if match.is_same and match.item is not None:
        yield id(match.item)
        if match.next_share >= match.share and match.next_item is not None:
            yield id(match.next_item)


def _as_row(row: Row, any_entry: Sorted) -> TaskRow:
    return TaskRow(row.facts["wording"], "", "", any_entry.entry.item.paragraph, None, row.annex)


def offices_in_cell(text: str) -> tuple[str, ...]:
    """Return the offices that a cell lists, none where it sends the reader elsewhere (`Theo phân công tại …`)."""
    offices = split_offices(text)
    return () if re.match(r"(?:[Tt]heo|[Nn]hư|-|–|…)(?:\s|$)", text.strip()) else offices


def split_cell(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads and who helps by a cell that may say both: `Sở Y tế; phối hợp: Công an tỉnh`."""
    found = _HELP.search(text)
    if found is None or not found.start():
        return offices_in_cell(re.sub(r"^(?:[Cc]ơ quan |[Đđ]ơn vị )?[Cc]hủ trì\s*:\s*", "", text)), ()
    lead = re.sub(r"^(?:[Cc]ơ quan |[Đđ]ơn vị )?[Cc]hủ trì\s*:\s*|,?\s*chủ trì,?$", "", text[: found.start()])
    return offices_in_cell(lead), offices_in_cell(text[found.end() :])
