"""Where something stands in the outline, and what carries an item there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.form.edit import AddItem, MoveItem, RemoveItem, SetField
from kegen.plan.outline import Division, Item
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.sentences import point_places
from kegen.pulling.site import Candidate, Site, put, steps_of
from kegen.yaml_text.change import Put
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path


class Anchor(NamedTuple):
    """Where something stands in the outline: in which division, behind which of its items (None: first)."""

    division: Division
    item: Item | None
    nth: int = 0
    """Behind which paragraph of the item: 0 its sentence, then its points."""
    at_end: bool = False
    """Whether it is the last paragraph of the item."""


def anchor_before(site: Site, theirs: int) -> Anchor | None:
    """Return where a paragraph of the file stands by what stands before it; None before the body."""
    for at in range(theirs - 1, -1, -1):
        ours = site.ours_of.get(at)
        origin = site.origin(ours) if ours is not None else None
        if origin is None or ours in site.moved or site.theirs[at].annex >= 0:
            continue
        if origin.zone == "opening":
            return None
        if found := _anchor(site, ours or 0, origin):
            return found
    return None


def _anchor(site: Site, ours: int, origin: PlanPlace) -> Anchor | None:
    if origin.zone == "closing":
        return last_anchor(site)
    if found := site.item(origin.id):
        home, item = found
        points = len(list(point_places(item)))
        return Anchor(home, item, origin.nth, origin.nth >= points)
    if division := site.division(origin.id):
        return Anchor(division, None)
    follows = next((each for each in site.ours.origins[ours + 1 :] if each and site.item(each.id)), None)
    if follows is None:
        return last_anchor(site)
    next_one = site.item(follows.id)
    if next_one is None or origin.paragraph.kind != "nhom":
        return None
    below, first = next_one
    at = below.items.index(first)
    return Anchor(below, below.items[at - 1] if at else None)


def last_anchor(site: Site) -> Anchor | None:
    """Return the end of the body."""
    last = next(((d, i) for d, i in reversed(list(site.outline.walk_items()))), None)
    return Anchor(*last) if last else None


def carried(site: Site, division: Division, item: Item, anchor: Anchor, behind: str) -> Iterator[Candidate]:
    """Yield what puts an item behind another, in its section or in another one."""
    at = site.listed_at(division, item)
    path: Path = ("sections", division.id, "tasks")
    to = 0 if anchor.item is None else site.listed_at(anchor.division, anchor.item)
    has_list = site.items("sections", anchor.division.id, "tasks") is not None
    if at is not None and has_list and to is not None:
        listed = (site.items(*path) or [])[at]
        if anchor.division is division:
            wanted = 0 if anchor.item is None else to if at < to else to + 1
            yield steps_of(MoveItem((*path, at), wanted))
        else:
            where: Path = ("sections", anchor.division.id, "tasks")
            yield steps_of(RemoveItem((*path, at)), AddItem(where, listed, 0 if anchor.item is None else to + 1))
        return
    if item.path[:1] == ("sections",):
        name = site.new_id(f"{anchor.division.id}-them")
        entry: dict[str, Plain] = {"section": anchor.division.id, "after": behind, "wording": item.wording}
        yield steps_of(RemoveItem((*path, at)) if at is not None else None, Put(("tasks", name), entry))
        return
    if at is not None:
        yield steps_of(
            RemoveItem((*path, at)),
            SetField(("tasks", item.id, "section"), anchor.division.id),
            SetField(("tasks", item.id, "after"), behind),
        )
    if anchor.division is not division:
        yield steps_of(
            SetField(("tasks", item.id, "section"), anchor.division.id), SetField(("tasks", item.id, "after"), behind)
        )
    else:
        yield put(("tasks", item.id, "after"), behind)
