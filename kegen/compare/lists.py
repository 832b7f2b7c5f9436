"""Two lists of entries: what came, went, was reworded, and what changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.compare.change import Change, Kind, Piece, Subject
from kegen.compare.facts import Entry
from kegen.compare.match import Matched, match, moved
from kegen.compare.words import is_same, pieces_of


def changed(subject: Subject, id_: str, where: str, before: str, after: str) -> Change:
    """Return the change from one text to another, of which one may be empty."""
    kind: Kind = "added" if not before else "removed" if not after else "changed"
    pieces = pieces_of(before, after) if kind == "changed" else ()
    return Change(kind, subject, id_, where, before, after, pieces)


def compare_lists(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
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
            yield changed(entry.subject, entry.id or before.id, entry.where, before.text, entry.text)
        if j in places:
            words = (Piece("same", entry.text),)
            yield Change("moved", entry.subject, entry.id or before.id, entry.where, *places[j], words)
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
