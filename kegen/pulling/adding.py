"""What was added to the text: items, points, sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kegen.form.edit import SetField
from kegen.plan.outline import FIRST, Item
from kegen.profile.scalars import AS_TYPED
from kegen.pulling.anchors import Anchor, anchor_before, last_anchor
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.sentences import point_places, whole_opening
from kegen.pulling.site import Candidate, Site, Step
from kegen.pulling.wordings import mark_kind, mark_of, sentence
from kegen.yaml_text.change import Insert, Put
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

_USUAL = {1: "I.", 2: "1.", 3: "1.1.", 4: "a)"}


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
    anchor = last_anchor(site)
    old = next(
        (each for each, of in zip(site.ours.parts, site.ours.origins, strict=True) if of and of.zone == "closing"), None
    )
    if anchor is None or old is None:
        return
    before = entries_of(site, anchor, [old, *parts[:-1]], {}, with_mark=True, loose=False)
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
        yield entries_of(site, anchor, parts, {}, with_mark=with_mark, loose=loose)
    if item is not None and item.lead:
        yield entries_of(site, anchor, parts, {"lead": item.lead}, with_mark=needs_mark, loose=loose)


def entries_of(  # noqa: PLR0913 - what items of a profile's own may have
    site: Site, anchor: Anchor, parts: Sequence[Part], facts: dict[str, Any], *, with_mark: bool, loose: bool
) -> Candidate:
    """Return the paragraphs as items of the profile's own behind the anchor, with those facts."""
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
