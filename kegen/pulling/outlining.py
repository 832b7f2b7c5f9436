"""What was added to the text, taken out of it or moved in it: items, points, sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kegen.form.edit import AddItem, MoveItem, Omit, RemoveItem, SetField
from kegen.plan.outline import FIRST, Division, Item
from kegen.profile.scalars import AS_TYPED
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import Origin
from kegen.pulling.sentences import point_places, whole_opening
from kegen.pulling.site import NOTHING, Candidate, Site, Step, put, steps_of
from kegen.pulling.wordings import mark_kind, mark_of, sentence
from kegen.yaml_text.change import Insert, Put
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

_ENDS = " ;.,/"
_USUAL = {1: "I.", 2: "1.", 3: "1.1.", 4: "a)"}


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


def _anchor(site: Site, ours: int, origin: Origin) -> Anchor | None:
    if origin.zone == "closing":
        return _last(site)
    if found := site.item(origin.id):
        home, item = found
        points = len(list(point_places(item)))
        return Anchor(home, item, origin.nth, origin.nth >= points)
    if division := site.division(origin.id):
        return Anchor(division, None)
    follows = next((each for each in site.ours.origins[ours + 1 :] if each and site.item(each.id)), None)
    if follows is None:
        return _last(site)
    next_one = site.item(follows.id)
    if next_one is None or origin.paragraph.kind != "nhom":
        return None
    below, first = next_one
    at = below.items.index(first)
    return Anchor(below, below.items[at - 1] if at else None)


def _last(site: Site) -> Anchor | None:
    """Return the end of the body."""
    last = next(((d, i) for d, i in reversed(list(site.outline.walk_items()))), None)
    return Anchor(*last) if last else None


# Added --------------------------------------------------------------------------------------------------------------


def added_runs(site: Site) -> Iterator[list[Difference]]:
    """Yield the paragraphs that were added to the text, those that stand together as one."""
    run: list[Difference] = []
    for each in site.pairs.differences:
        part = site.theirs[each.theirs] if each.how == "added" else None
        if part is None or part.slot != "text" or part.annex >= 0:
            continue
        if run and run[-1].theirs + 1 != each.theirs:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def added(site: Site, run: Sequence[Difference]) -> Iterator[Candidate]:
    """Yield the candidates for paragraphs that were added one after the other."""
    parts = [site.file_part(each) for each in run]
    anchor = anchor_before(site, run[0].theirs)
    if _is_behind_closing(site, run[0].theirs):
        yield from _as_closing(site, parts)
    if anchor is None:
        yield from whole_opening(site)
        if site.outline.divisions:
            yield from _as_items(site, Anchor(site.outline.divisions[0], None), parts, loose=True)
        return
    if parts[0].level and len(parts) > 1:
        yield from _as_sections(site, anchor, parts)
    if anchor.item is not None and not anchor.at_end and anchor.nth:
        yield from _as_points(anchor.item, anchor.nth, parts)
    yield from _as_items(site, anchor, parts)
    if anchor.item is not None and not anchor.at_end:
        yield from _as_points(anchor.item, anchor.nth, parts)
    yield from _as_items(site, anchor, parts, loose=True)


def _is_behind_closing(site: Site, theirs: int) -> bool:
    last = len(site.ours.made.plan.closing) - 1
    places = [at for at, each in enumerate(site.ours.origins) if each and each.zone == "closing" and each.at == last]
    return any(site.pairs.theirs_of.get(at, theirs) < theirs for at in places)


def _as_closing(site: Site, parts: Sequence[Part]) -> Iterator[Candidate]:
    """Yield the last of the paragraphs as the closing; the one that was it, and the others, stand before it."""
    anchor = _last(site)
    old = next(
        (each for each, of in zip(site.ours.parts, site.ours.origins, strict=True) if of and of.zone == "closing"), None
    )
    if anchor is None or old is None:
        return
    before = _entries(site, anchor, [old, *parts[:-1]], {}, with_mark=True, loose=False)
    yield Candidate((*before.steps, SetField(("closing",), parts[-1].bare)))


def _as_items(site: Site, anchor: Anchor, parts: Sequence[Part], *, loose: bool = False) -> Iterator[Candidate]:
    """Yield the paragraphs as items: in the section's list where it has one, else by themselves."""
    division, item = anchor.division, anchor.item
    listed = site.items("sections", division.id, "tasks")
    at = 0 if item is None else site.listed_at(division, item)
    usual = _usual_mark(site, anchor)
    needs_mark = any(mark_kind(each.text) != usual for each in parts)
    if listed is not None and at is not None and not needs_mark and not loose:
        start = at + 1 if item else 0
        path: Path = ("sections", division.id, "tasks")
        texts = [sentence(each.text) for each in parts]
        yield Candidate(tuple(Insert(path, start + step, text) for step, text in enumerate(texts)))
    for with_mark in dict.fromkeys((needs_mark, not needs_mark)):
        yield _entries(site, anchor, parts, {}, with_mark=with_mark, loose=loose)
    if item is not None and item.lead:
        yield _entries(site, anchor, parts, {"lead": item.lead}, with_mark=needs_mark, loose=loose)


def _entries(  # noqa: PLR0913 - what items of a profile's own may have
    site: Site, anchor: Anchor, parts: Sequence[Part], facts: dict[str, Any], *, with_mark: bool, loose: bool
) -> Candidate:
    behind = anchor.item.id if anchor.item else FIRST
    steps: list[Step] = []
    for each in parts:
        name = site.new_id(f"{anchor.division.id}-them")
        kind = mark_kind(each.text)
        marks = {"mark": kind} if with_mark else {}
        words = each.text if with_mark and kind == AS_TYPED else sentence(each.text)
        entry: dict[str, Plain] = {"section": anchor.division.id, "after": behind, **facts, **marks, "wording": words}
        steps.append(Put(("tasks", name), entry))
        behind = name
    return Candidate(tuple(steps), loose)


def _usual_mark(site: Site, anchor: Anchor) -> str:
    """Return the mark that an item would be given there, as far as its neighbours tell."""
    ids = [each.id for each in anchor.division.items]
    if anchor.item:
        ids = [anchor.item.id, *ids]
    for name in ids:
        at = next((at for at, each in enumerate(site.ours.origins) if each and each.id == name and not each.nth), None)
        if at is not None and site.ours.parts[at].slot == "text":
            kind = mark_kind(site.ours.parts[at].text)
            if kind != "khong" or len(ids) > 1:
                return kind
    return "-"


def _as_points(item: Item, nth: int, parts: Sequence[Part]) -> Iterator[Candidate]:
    """Yield the paragraphs as points of the item, behind that one of its paragraphs."""
    path: Path = ("tasks", item.id, "points")
    places = list(point_places(item))
    if "points" not in item.own_fields:
        return
    place = places[nth - 1] if nth else (-1,)
    texts = [sentence(each.text) for each in parts]
    if len(place) == 1:
        yield Candidate(tuple(Insert(path, place[0] + 1 + step, text) for step, text in enumerate(texts)))
    else:
        inner = (*path, place[0])
        yield Candidate(tuple(Insert(inner, place[1] + 1 + step, text) for step, text in enumerate(texts)))


def _as_sections(site: Site, anchor: Anchor, parts: Sequence[Part]) -> Iterator[Candidate]:
    """Yield headings that were added as sections, with the paragraphs under them."""
    if any(one.level and (two is None or two.level) for one, two in zip(parts, [*parts[1:], None], strict=True)):
        return
    chain = site.above(anchor.division)
    depth = min(parts[0].level, len(chain) + 1)
    while depth > 1 and (len(chain) < depth - 1 or chain[len(chain) - depth + 1].is_group):
        depth -= 1
    into = chain[len(chain) - depth + 1] if depth > 1 else None
    beside = chain[len(chain) - depth] if depth <= len(chain) else None
    behind = beside.id if beside else FIRST if into is None or into.divisions else ""
    steps: list[Step] = []
    name = ""
    for each in parts:
        if each.level:
            name = site.new_id(f"{into.id if into else 'muc'}-them")
            title = each.bare.lower().capitalize() if each.bare.isupper() else each.bare
            mark = {} if _is_usual(each.text, depth) else {"mark": AS_TYPED}
            entry: dict[str, Any] = {"into": into.id} if into else {}
            entry |= {"after": behind} if behind else {}
            entry |= {"title": title if not mark else each.text, **mark, "tasks": []}
            steps.append(Put(("sections", name), entry))
            behind = name
        else:
            value: Any = getattr(steps[-1], "value", {})
            value["tasks"].append(sentence(each.text))
    yield Candidate(tuple(steps))


def _is_usual(text: str, depth: int) -> bool:
    mark = mark_of(text)
    kinds = {"I.": "I.", "1.": "1.", "1.1.": "1.1.", "a)": "a)"}
    usual = kinds[_USUAL.get(depth, "a)")]
    if usual == "I.":
        return mark.rstrip(".").isalpha() and mark.endswith(".")
    if usual == "a)":
        return mark.endswith(")")
    return mark.endswith(".") and mark.count(".") == usual.count(".")


# Removed ------------------------------------------------------------------------------------------------------------


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
        yield from _without_point(item, origin.nth - 1) if origin.nth else _without_item(site, division, item)
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


def _without_item(site: Site, division: Division, item: Item) -> Iterator[Candidate]:
    """Yield what takes an item out; what is said to stand behind it stands behind the one before it then."""
    after = list(_behind_others(site, division, item))
    for each in _item_gone(site, division, item):
        yield Candidate((*after, *each.steps))


def _behind_others(site: Site, division: Division, item: Item) -> Iterator[Step]:
    at = division.items.index(item)
    before = division.items[at - 1].id if at else FIRST
    for name, entry in site.group("tasks").items():
        if isinstance(entry, dict) and entry.get("after") == item.id:
            yield SetField(("tasks", name, "after"), before)


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
    gone: list[Step] = [RemoveItem(("tasks", item.id)) for item in items if site.at(("tasks", item.id)) is not NOTHING]
    gone += [RemoveItem(("sections", each.id)) for each in inner if site.at(("sections", each.id)) is not NOTHING]
    if site.at(("sections", division.id)) is not NOTHING and division.own and not division.edits:
        yield Candidate((*gone, RemoveItem(("sections", division.id))))
    yield Candidate((*gone, Omit("sections", division.id, site.reason, sure=True)))


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
        moved = list(_carried(site, division, item, Anchor(before, before.items[-1] if before.items else None), behind))
        if not moved:
            return
        steps += moved[0].steps
        behind = item.id
    yield Candidate((*steps, Omit("sections", division.id, site.reason, sure=True)))


# Moved --------------------------------------------------------------------------------------------------------------


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
    carried = list(_carried(site, division, item, anchor, anchor.item.id if anchor.item else FIRST))
    yield from carried
    if not item.own:  # what it cites may read otherwise where it then stands
        words: Step = SetField(("tasks", item.id, "wording"), sentence(part.text))
        yield from (Candidate((*each.steps, words)) for each in carried)
    beside = anchor.item or next(iter(anchor.division.items), None)
    entries = [_entries(site, anchor, [part], {}, with_mark=True, loose=False)]
    if beside is not None and beside.lead:
        if item.path[:1] != ("sections",):
            lead: Step = SetField(("tasks", item.id, "lead"), beside.lead)
            yield from (Candidate((*each.steps, lead)) for each in carried)
        entries.append(_entries(site, anchor, [part], {"lead": beside.lead}, with_mark=False, loose=False))
    for gone in list(_without_item(site, division, item))[:2]:
        yield from (Candidate((*gone.steps, *each.steps)) for each in entries)


def _of_opening(site: Site, difference: Difference, origin: Origin, anchor: Anchor | None) -> Iterator[Candidate]:
    """Yield the candidates for what moved in the opening, into it or out of it."""
    for opening in whole_opening(site):
        yield opening
        if origin.zone == "opening" and anchor is not None:
            entries = _entries(site, anchor, [site.file_part(difference)], {}, with_mark=True, loose=False)
            yield Candidate((*opening.steps, *entries.steps))
        elif anchor is None and (found := site.item(origin.id)) and not origin.nth:
            yield from (Candidate((*opening.steps, *gone.steps)) for gone in _without_item(site, *found))


def _carried(site: Site, division: Division, item: Item, anchor: Anchor, behind: str) -> Iterator[Candidate]:
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
