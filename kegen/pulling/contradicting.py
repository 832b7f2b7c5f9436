"""Figures that somebody changed in one of two places: what the file says elsewhere of the same target or task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kegen.plan.resolve import Resolution
from kegen.plan.targets import targets_in
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import Redraft

_FIGURE = re.compile(r"(?<![\d,./])\d{1,9}(?:[.,/]\d{1,9})*(?:\s?%|\s[^\W\d_]+)?")


class Contradiction(NamedTuple):
    """A part of the file that has a figure still which another part has changed."""

    changed: int
    """The place of the part with the new figure in the file, `other` that of the one with the old."""
    other: int
    old: str
    new: str


def contradictions(
    start: Redraft, theirs: Sequence[Part], theirs_of: Mapping[int, int], differences: Sequence[Difference]
) -> Iterator[Contradiction]:
    """Yield each place that says of a target, or of a task in a table, what was changed elsewhere."""
    made = start.made
    for each in differences:
        if each.how != "reworded":
            continue
        old, new = _figures(start.parts[each.ours].bare), _figures(theirs[each.theirs].bare)
        gone = [figure for figure in old if figure not in new]
        come = [figure for figure in new if figure not in old]
        if not gone or not come:
            continue
        own = _subjects(start, each.ours, made)
        for at, place in theirs_of.items():
            if at == each.ours or not own & _subjects(start, at, made):
                continue
            figures = _figures(theirs[place].bare)
            for before, after in zip(gone, come, strict=False):
                if before in figures and after not in figures:
                    yield Contradiction(each.theirs, place, before, after)


def _figures(text: str) -> list[str]:
    """Return the figures with what they count; a date counts nothing."""
    return [each.split()[0] if "/" in each else " ".join(each.split()) for each in _FIGURE.findall(text)]


def _subjects(start: Redraft, at: int, made: Resolution) -> frozenset[str]:
    """Return which task, and which targets, a part is about."""
    origin = start.origins[at]
    if origin is None:
        return frozenset()
    row = origin.table_row
    name = row.task if row else origin.id
    found = made.outline.item(name) if name else None
    if found is None:
        return frozenset()
    item = found[1]
    targets = [] if item.own else targets_in(item.wording)
    return frozenset([name, *(f"target {each}" for each in (*targets, item.target) if each)])
