"""Where in the plan above each order stands: in words, and under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from kegen.plan.model import Paragraph, Plan, Table
from kegen.sheets.coverage import shortened


class HeadingPlace(NamedTuple):
    """Where an item of the plan above stands."""

    headings: tuple[str, ...] = ()
    """The headings above it, the outermost first; of an annex its title."""
    place: str = ""
    """In words: `trang 2, đoạn 5`."""


def origins_of(above: Plan) -> Mapping[str, HeadingPlace]:
    """Return where each item stands, by its id: in the main text, else in an annex."""
    found: dict[str, HeadingPlace] = {}
    for name, origin in _all_origins(above):
        found.setdefault(name, origin)
    return found


def _all_origins(above: Plan) -> Iterator[tuple[str, HeadingPlace]]:
    yield from _origins((*above.opening, *above.body, *above.closing), "")
    for annex in above.annexes:
        yield from _origins(annex.blocks, ". ".join(filter(None, (annex.label, annex.title))))


def _origins(paragraphs: Iterable[Paragraph], title: str) -> Iterator[tuple[str, HeadingPlace]]:
    chain = [(0, title)] if title else []
    for each in paragraphs:
        if each.rank:
            chain = [(rank, text) for rank, text in chain if rank < each.rank]
        headings = tuple(text for _, text in chain)
        if each.id:
            yield each.id, HeadingPlace(headings, each.place)
        if each.rank:
            chain.append((each.rank, each.text))
        if each.table:
            yield from ((name, HeadingPlace((*headings, *groups))) for name, groups in _grouped(each.table))


def _grouped(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the task of each row, and the line above it that heads its group of rows."""
    group: tuple[str, ...] = ()
    for row in table.rows:
        if row.task:
            yield row.task, group
        elif len(row.cells) == 1:
            group = row.cells


def heading_lines(headings: Iterable[tuple[str, ...]], indent: str) -> Iterator[list[str]]:
    """Yield the comment lines before each of some items, given the headings of each: those that are new there."""
    before: tuple[str, ...] = ()
    for each in headings:
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(each, before, strict=False))))
        new = each[min(same, len(each) - 1) :] if each != before else ()
        yield [f"{indent}# --- {shortened(text)} ---" for text in new]
        before = each
