"""What stands somewhere else in the text: items, points, sections."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.form.edit import MoveItem, SetField
from kegen.plan.outline import FIRST, Division, Item
from kegen.pulling.adding import entries_of
from kegen.pulling.anchors import Anchor, anchor_before, carried
from kegen.pulling.leaving_out import without_item
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.sentences import point_places, whole_opening
from kegen.pulling.site import Candidate, Site, Step, put, steps_of
from kegen.pulling.wordings import sentence


def moved(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a paragraph of the text that stands somewhere else."""
    origin = site.origin(difference.ours)
    if origin is None:
        return
    anchor = anchor_before(site, difference.theirs)
    if origin.zone == "opening" or anchor is None:
        yield from _of_opening(site, difference, origin, anchor)
    if origin.paragraph.rank and (division := site.division(origin.id)):
        yield from _section_moved(site, division, anchor)
        return
    found = site.item(origin.id)
    if anchor is None or found is None or (anchor.item is not None and anchor.item.id == origin.id):
        if found and origin.nth and anchor:
            yield from _point_moved(found[1], origin.nth - 1, anchor)
        return
    if origin.nth:
        return
    yield from _item_moved(site, *found, anchor, site.file_part(difference))


def _item_moved(site: Site, division: Division, item: Item, anchor: Anchor, part: Part) -> Iterator[Candidate]:
    """Yield what puts an item elsewhere: as it is, with words or an office of its own, at last as a new item."""
    moves = list(carried(site, division, item, anchor, anchor.item.id if anchor.item else FIRST))
    yield from moves
    if not item.own:  # what it cites may read otherwise where it then stands
        words: Step = SetField(("tasks", item.id, "wording"), sentence(part.text))
        yield from (Candidate((*each.steps, words)) for each in moves)
    beside = anchor.item or next(iter(anchor.division.items), None)
    entries = [entries_of(site, anchor, [part], {}, with_mark=True, loose=False)]
    if beside is not None and beside.lead:
        if item.path[:1] != ("sections",):
            lead: Step = SetField(("tasks", item.id, "lead"), beside.lead)
            yield from (Candidate((*each.steps, lead)) for each in moves)
        entries.append(entries_of(site, anchor, [part], {"lead": beside.lead}, with_mark=False, loose=False))
    for gone in list(without_item(site, division, item))[:2]:
        yield from (Candidate((*gone.steps, *each.steps)) for each in entries)


def _of_opening(site: Site, difference: Difference, origin: PlanPlace, anchor: Anchor | None) -> Iterator[Candidate]:
    """Yield the candidates for what moved in the opening, into it or out of it."""
    for opening in whole_opening(site):
        yield opening
        if origin.zone == "opening" and anchor is not None:
            entries = entries_of(site, anchor, [site.file_part(difference)], {}, with_mark=True, loose=False)
            yield Candidate((*opening.steps, *entries.steps))
        elif anchor is None and (found := site.item(origin.id)) and not origin.nth:
            yield from (Candidate((*opening.steps, *gone.steps)) for gone in without_item(site, *found))


def _point_moved(item: Item, at: int, anchor: Anchor) -> Iterator[Candidate]:
    places = list(point_places(item))
    if "points" not in item.own_fields or at >= len(places) or len(places[at]) > 1:
        return
    behind = places[anchor.nth - 1] if anchor.nth else (-1,)
    if len(behind) == 1:
        to = behind[0] if at < behind[0] else behind[0] + 1
        yield steps_of(MoveItem(("tasks", item.id, "points", *places[at]), to))


def _section_moved(site: Site, division: Division, anchor: Anchor | None) -> Iterator[Candidate]:
    """Yield what puts a section behind another one."""
    if anchor is None:
        yield put(("sections", division.id, "after"), FIRST)
        return
    siblings = site.siblings(division)
    beside = next((each for each in site.above(anchor.division) if each in siblings and each is not division), None)
    if beside is not None:
        yield put(("sections", division.id, "after"), beside.id)
        return
    yield put(("sections", division.id, "after"), FIRST)
    chain = site.above(anchor.division)
    depth = len(site.above(division))
    if len(chain) >= depth > 1:
        home, before = chain[len(chain) - depth + 1], chain[len(chain) - depth]
        yield steps_of(
            SetField(("sections", division.id, "into"), home.id),
            SetField(("sections", division.id, "after"), before.id),
        )
