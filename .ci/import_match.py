"""A Plan laid beside the truth: which paragraph, row and task of the one is which of the other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from import_truth import Key, Truth
from same_text import mark_of, words_of

from kegen.plan.model import Paragraph, Plan, Table, TableRow

WORDS = 3
"""A paragraph is known by its order and so many first words, its mark among them."""
DEPTHS = {"muc": 1, "khoan": 2}


class Grid(NamedTuple):
    """The rows of an annex's table by the number that the truth gives them, and the marks of their cells by column."""

    rows: dict[int, TableRow]

    def cells(self) -> Iterator[tuple[int, int, str]]:
        """Yield row, column and mark of each cell that says something."""
        for number, row in self.rows.items():
            yield from ((number, column, mark) for column, mark in enumerate(marks_of(row)) if mark)


class Match(NamedTuple):
    """Where each part of the plan stands in the truth."""

    paragraphs: tuple[Paragraph, ...]
    """Those of opening, body and closing, tables and bases that the truth does not count left out."""
    inside: frozenset[int]
    """Which of them, by index, stand in the body: those alone stand under a heading."""
    is_read: bool
    """Whether the plan was read from a file: the id of an item then begins with that of the heading it stands under."""
    numbers: dict[int, int]
    """The number in the truth of a paragraph, by its index above."""
    grids: tuple[Grid, ...]
    ids: dict[str, int]
    places: dict[str, int]
    rows: dict[str, Key]

    def number_at(self, index: int) -> int | None:
        """Return the number in the truth of a paragraph of the plan."""
        return self.numbers.get(index)

    def task(self, name: str) -> Key | tuple[str, str]:
        """Return which task of the truth an id of the plan is, and the id itself where it is none."""
        return self.ids.get(name) or self.rows.get(name) or ("?", name)

    def place(self, place: str) -> int | None:
        """Return the number of the paragraph that stands at a place, 0 for an annex, None for what is not known."""
        return 0 if place.lower().startswith("phụ lục") else self.places.get(place)


def match(plan: Plan, truth: Truth) -> Match:
    """Lay the plan beside the truth."""
    parts = ((plan.opening, False), (plan.body, True), (plan.closing, False))
    all_of_them = [(each, inside) for part, inside in parts for each in part if each.kind != "bang"]
    paragraphs = [each for each, _ in all_of_them]
    wanted = [known_by(f"{each['mark']} {each['starts']}") for each in truth.body]
    given = [known_by(each.text) for each in paragraphs]
    numbers: dict[int, int] = {}
    for at, other, size in SequenceMatcher(None, given, wanted, autojunk=False).get_matching_blocks():
        numbers |= {at + step: other + step + 1 for step in range(size)}
    counted = [i for i, each in enumerate(paragraphs) if each.kind != "can-cu" or i in numbers]
    grids = tuple(Grid(aligned(annex, facts)) for annex, facts in zip(plan.annexes, truth.annexes, strict=False))
    return Match(
        tuple(paragraphs[i] for i in counted),
        frozenset(new for new, old in enumerate(counted) if all_of_them[old][1]),
        plan.source is not None,
        {new: numbers[old] for new, old in enumerate(counted) if old in numbers},
        grids,
        {paragraphs[i].id: number for i, number in numbers.items() if paragraphs[i].id},
        {paragraphs[i].place: number for i, number in numbers.items() if paragraphs[i].place},
        rows_by_task(grids),
    )


def known_by(text: str) -> tuple[str, ...]:
    """Return the first words of a paragraph."""
    return tuple(words_of(text)[:WORDS])


def rows_by_task(grids: tuple[Grid, ...]) -> dict[str, Key]:
    """Return the row of each task that an annex has, the first where it has several."""
    found: dict[str, Key] = {}
    for number, grid in enumerate(grids, 1):
        for at, row in grid.rows.items():
            if row.task:
                found.setdefault(row.task, ("row", number, at))
    return found


def aligned(annex: Any, facts: dict[str, Any]) -> dict[int, TableRow]:  # noqa: ANN401 - an Annex of any age
    """Return the rows of an annex's tables by the numbers that the truth gives them; others count on behind."""
    rows = [row for block in annex.blocks if block.table for row in rows_of(block.table)]
    wanted = [tuple(mark for mark in each["cells"] if mark not in {"", "^"}) for each in facts["rows"]]
    given = [tuple(mark for mark in marks_of(row) if mark) for row in rows]
    found: dict[int, TableRow] = {}
    extra = len(wanted)
    for kind, start, end, other, last in SequenceMatcher(None, given, wanted, autojunk=False).get_opcodes():
        for step, row in enumerate(rows[start:end]):
            if kind != "delete" and other + step < last:
                found[facts["rows"][other + step]["row"]] = row
            else:
                extra += 1
                found[extra] = row
    return found


def rows_of(table: Table) -> Iterator[TableRow]:
    """Yield all rows of a table as they are printed, those of its head first."""
    yield from table.heads
    if any(column.title for column in table.columns):
        yield TableRow(tuple(column.title for column in table.columns))
    yield from table.rows


def marks_of(row: TableRow) -> list[str]:
    """Return the marks of a row's cells by column: a cell over several stands in the first."""
    marks: list[str] = []
    for index, text in enumerate(row.cells):
        span = row.spans[index] if index < len(row.spans) else 1
        marks += [mark_of(text), *[""] * (span - 1)]
    return marks


def outline(found: Match) -> Iterator[tuple[int | None, int, int | None]]:
    """Yield of each paragraph of the plan its number in the truth, its depth, and the number of its heading."""
    above: list[tuple[int, str, int | None]] = []
    for index, each in enumerate(found.paragraphs):
        depth = depth_of(each, [heading for heading, _, _ in above])
        while depth and above and above[-1][0] >= depth:
            above.pop()
        over = [heading for heading in above if not found.is_read or each.id.startswith(f"{heading[1]}-")]
        yield found.number_at(index), depth, over[-1][2] if over and index in found.inside else 0
        if depth:
            above.append((depth, each.id, found.number_at(index)))


def depth_of(each: Paragraph, above: list[int]) -> int:
    """Return how deep a heading stands: a group of an office's tasks is one deeper than the numbered heading above."""
    if each.kind == "nhom" and not each.depth:
        return 1 + max((depth for depth in above if depth <= DEPTHS["khoan"]), default=0)
    return each.depth or DEPTHS.get(each.kind, 0)
