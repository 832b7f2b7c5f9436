"""What was taken out of the text: items, points, headings, whole sections."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.form.edit import Omit, RemoveItem, SetField
from kegen.plan.outline import FIRST, Division, Item
from kegen.pulling.anchors import Anchor, carried
from kegen.pulling.pairing import Difference
from kegen.pulling.sentences import point_places, whole_opening
from kegen.pulling.site import NOTHING, Candidate, Site, Step, put, steps_of
from kegen.yaml_text.change import Put
from kegen.yaml_text.tree import Path


def removed(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a paragraph of the text that is no longer there."""
    origin = site.origin(difference.ours)
    if origin is None:
        return
    if origin.zone == "opening":
        yield from whole_opening(site)
    elif origin.zone == "closing" and origin.at == len(site.ours.made.plan.closing) - 1:
        yield put(("closing",), "khong")
    elif found := site.item(origin.id):
        division, item = found
        heading = _place_of(site, division.id, heading=True)
        if heading in site.removed and _all_gone(site, division):
            return
        if origin.nth and _place_of(site, item.id) in site.removed:
            return
        yield from _without_point(item, origin.nth - 1) if origin.nth else without_item(site, division, item)
    elif section := site.division(origin.id):
        outer = site.above(section)[1:]
        if any(_place_of(site, each.id, heading=True) in site.removed and _all_gone(site, each) for each in outer):
            return
        yield from _without_section(site, section) if _all_gone(site, section) else _without_heading(site, section)


def _place_of(site: Site, name: str, *, heading: bool = False) -> int:
    """Return the place of the first paragraph of an item or section in our draft, -1 for none."""
    return next(
        (
            at
            for at, each in enumerate(site.ours.origins)
            if each and each.zone == "body" and each.id == name and bool(each.paragraph.rank) == heading
        ),
        -1,
    )


def _all_gone(site: Site, division: Division) -> bool:
    """Whether all that stands in a division was taken out."""
    ids = {item.id for each in (division, *(inner for _, inner in division.inside())) for item in each.items}
    ids |= {inner.id for _, inner in division.inside()}
    return all(
        at in site.removed
        for at, each in enumerate(site.ours.origins)
        if each and each.zone == "body" and each.id in ids
    )


def without_item(site: Site, division: Division, item: Item) -> Iterator[Candidate]:
    """Yield what takes an item out; what is said to stand behind it stands behind the one before it then."""
    after = [*_behind_others(site, division, item), *_rows_told(site, item)]
    for each in _item_gone(site, division, item):
        yield Candidate((*after, *each.steps))


def _behind_others(site: Site, division: Division, item: Item) -> Iterator[Step]:
    at = division.items.index(item)
    before = division.items[at - 1].id if at else FIRST
    for name, entry in site.group("tasks").items():
        if isinstance(entry, dict) and entry.get("after") == item.id:
            yield SetField(("tasks", name, "after"), before)


def _rows_told(site: Site, item: Item) -> Iterator[Step]:
    """Yield what says in words the rows of annexes that name the item, which stay when it goes."""
    rows = [each.table_row for each in site.ours.origins if each and each.table_row]
    cells = next((list(each.cells) for each in rows if each.task == item.id), None)
    for annex in range(len(site.items("annexes") or [])):
        places: list[Path] = [("annexes", annex)]
        for part in ("above", "below"):
            places += [("annexes", annex, part, at) for at in range(len(site.items("annexes", annex, part) or []))]
        for place in places:
            for at, row in enumerate(site.items(*place, "rows") or []):
                if isinstance(row, dict) and row.get("task") == item.id and cells is not None:
                    yield Put((*place, "rows", at), [*cells])


def _item_gone(site: Site, division: Division, item: Item) -> Iterator[Candidate]:
    at = site.listed_at(division, item)
    entry = site.at(("tasks", item.id))
    listed: Step | None = RemoveItem(("sections", division.id, "tasks", at)) if at is not None else None
    if not site.is_of_pack(item):
        yield steps_of(
            listed or RemoveItem(("tasks", item.id)),
            RemoveItem(("tasks", item.id)) if listed and entry is not NOTHING else None,
        )
        yield steps_of(RemoveItem(("tasks", item.id)))
    elif isinstance(entry, dict) and "section" in entry and not item.ordered:
        yield steps_of(RemoveItem(("tasks", item.id)))
    omit = Omit("tasks", item.id, site.reason, sure=True)
    if listed:
        yield steps_of(listed, omit)
        yield steps_of(listed)
    yield steps_of(omit)
    yield put(("tasks", item.id, "omit"), site.reason)


def _without_point(item: Item, at: int) -> Iterator[Candidate]:
    places = list(point_places(item))
    if at >= len(places):
        return
    path: Path = ("tasks", item.id, "points")
    if "points" in item.own_fields:
        yield steps_of(RemoveItem((*path, *places[at])))
    elif all(isinstance(each, str) for each in item.points):
        yield put(path, [str(each) for step, each in enumerate(item.points) if step != at])


def _without_section(site: Site, division: Division) -> Iterator[Candidate]:
    """Yield what leaves a section out, with all that the profile says of what stands in it."""
    inner = [each for _, each in division.inside()]
    items = [item for each in (division, *inner) for item in each.items]
    removals = [RemoveItem(("tasks", item.id)) for item in items if site.at(("tasks", item.id)) is not NOTHING]
    within = [RemoveItem(("sections", each.id)) for each in inner if site.at(("sections", each.id)) is not NOTHING]
    gone = (*within, *removals)  # no list of a section is then left without any of its items
    if site.at(("sections", division.id)) is not NOTHING and division.own and not division.edits:
        yield Candidate((RemoveItem(("sections", division.id)), *gone))
    yield Candidate((Omit("sections", division.id, site.reason, sure=True), *gone))


def _without_heading(site: Site, division: Division) -> Iterator[Candidate]:
    """Yield what moves the items of a section whose heading is gone into the section before it, then leaves it out."""
    siblings = site.siblings(division)
    at = siblings.index(division)
    if not at or division.divisions:
        return
    before = siblings[at - 1]
    while before.divisions:
        before = before.divisions[-1]
    behind = before.items[-1].id if before.items else FIRST
    steps: list[Step] = []
    for item in division.items:
        if _place_of(site, item.id) in site.removed:
            continue
        moved = list(carried(site, division, item, Anchor(before, before.items[-1] if before.items else None), behind))
        if not moved:
            return
        steps += moved[0].steps
        behind = item.id
    yield Candidate((*steps, Omit("sections", division.id, site.reason, sure=True)))
