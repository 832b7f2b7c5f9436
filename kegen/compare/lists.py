"""Two lists of entries, or of things that have an id: what came, went, was reworded, and what changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.compare.change import Change, Piece, Subject, changed, is_same
from kegen.compare.content import ContentLine
from kegen.compare.match import Matched, match, moved
from kegen.dates import parse_date
from kegen.plan.model import Covered, Link, Target
from kegen.sheets.coverage import STATES


def compare_lists(old: Sequence[ContentLine], new: Sequence[ContentLine]) -> Iterator[Change]:
    """Yield what changed in a list: each entry of the new in its order, then what is gone."""
    found = match(old, new)
    mates = {j: i for i, j in found.pairs}
    places = dict(moves(old, new, found))
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


def moves(
    old: Sequence[ContentLine], new: Sequence[ContentLine], found: Matched
) -> Iterator[tuple[int, tuple[str, str]]]:
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


def _title(entries: Sequence[ContentLine], index: int) -> str:
    return entries[entries[index].section].where


def _rank(entries: Sequence[ContentLine], index: int) -> str:
    """Return the entry's place among those under its heading."""
    count = sum(1 for each in entries[: index + 1] if each.section == entries[index].section)
    return f"thứ {count}"


def compare_named(subject: Subject, old: dict[str, str] | None, new: dict[str, str] | None) -> Iterator[Change]:
    """Yield what changed among things that have an id."""
    if old is None or new is None:
        return
    for id_ in dict.fromkeys((*new, *old)):
        before, after = old.get(id_, ""), new.get(id_, "")
        if not is_same(before, after):
            yield changed(subject, id_, "", before, after)


def named_links(links: tuple[Link, ...] | None) -> dict[str, str] | None:
    """Return the documents of the chain by id, each as a sentence cites it."""
    return None if links is None else {each.id: _link_text(each) for each in links}


def _link_text(link: Link) -> str:
    date = f"ngày {parse_date(link.date).written('ngan')}" if link.date else ""
    number = f"số {link.number}" if link.number else ""
    issuer = f"của {link.issuer}" if link.issuer else ""
    return " ".join(filter(None, (link.kind, number, date, issuer, link.subject)))


def named_orders(coverage: tuple[Covered, ...]) -> dict[str, str] | None:
    """Return the orders of the plan above by id, with what becomes of each; None where that plan is not known."""
    return {f"{each.order.kind}:{each.order.id}": _order_text(each) for each in coverage} or None


def _order_text(covered: Covered) -> str:
    order = covered.order
    facts = (order.lead, order.deadline and f"hạn: {order.deadline}", order.product)
    given = "; ".join(each for each in facts if each)
    return f"{STATES[covered.state]}: {order.wording}" + (f" [{given}]" if given else "")


def named_targets(targets: tuple[Target, ...] | None) -> dict[str, str] | None:
    """Return the targets by id, each with its measure."""
    return None if targets is None else {each.id: _target_text(each) for each in targets}


def _target_text(target: Target) -> str:
    facts = (f"{target.name}:", target.comparison, target.written, target.year and f"({target.year})")
    return " ".join(each for each in facts if each)
