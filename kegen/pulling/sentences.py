"""What was reworded in the text: sentences, points, headings, opening, closing, and what kegen itself says there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kegen.form.edit import AddItem, SetField
from kegen.importing.own_edits import edits_between
from kegen.plan.emphasis import present
from kegen.plan.marks import is_in_capitals, without_mark
from kegen.plan.model import Task
from kegen.plan.outline import Division, Item
from kegen.profile.scalars import AS_TYPED
from kegen.pulling.pairing import Difference
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.site import NOTHING, Candidate, Site, Step, cleared, put, steps_of
from kegen.pulling.wordings import carried_over, changed_edits, length_of, mark_kind, mark_of, recased, sentence
from kegen.vietnamese import upper_first
from kegen.yaml_text.change import Put
from kegen.yaml_text.tree import Path

_ENDS = " ;.,/"


def reworded(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a paragraph of the text that says something else."""
    origin, old, new = site.origin(difference.ours), site.our_part(difference), site.file_part(difference)
    if origin is None:
        return
    if origin.zone == "opening":
        yield from _opening(site, origin, old, new)
    elif origin.zone == "closing" and origin.at == len(site.ours.made.plan.closing) - 1:
        yield from worded(site, ("closing",), old.bare, new.bare)
    elif (found := site.item(origin.id)) and not (origin.paragraph.rank and site.division(origin.id)):
        yield from _of_item(site, found, origin, old, new)
    elif division := site.division(origin.id):
        yield from _heading(site, division, old, new)
    elif origin.paragraph.kind == "nhom":
        yield from _office(site, old.bare, new.bare)
        yield from _handed_over(site, difference.ours, new.bare)
    yield from _replaced(old.bare, new.bare)


def _of_item(site: Site, found: tuple[Division, Item], origin: PlanPlace, old: Part, new: Part) -> Iterator[Candidate]:
    division, item = found
    if origin.nth:
        yield from _point(site, item, origin.nth - 1, old, new)
        return
    task = next((each for each in site.ours.made.plan.tasks if each.id == item.id), None)
    home: Path = item.path if item.path[:1] == ("sections",) else ("tasks", item.id)
    keeps = _brief_kept(site, task, home)
    gone = _stale(site, home, new.text)
    for plain in _sentence(site, item, home, old, new):
        for more in dict.fromkeys(((), tuple(gone))):
            yield Candidate((*plain.steps, *more))
            if keeps:
                yield Candidate((*plain.steps, *more, *keeps))
    if division.run_in is not None:
        yield from _heading_run_in(site, found, home, old, new)


def _stale(site: Site, home: Path, text: str) -> list[Step]:
    """Return what takes out the looks and footnotes of words that are no longer in the text of an item."""
    gone: list[Path] = []
    for key in ("emphasis", "footnotes"):
        gone += [(*home, key, words) for words in site.group(*home, key) if not present(words, text)]
    return cleared(site, *gone)


def _sentence(site: Site, item: Item, home: Path, old: Part, new: Part) -> Iterator[Candidate]:
    """Yield edits or a wording of its own, whichever is shorter to read first."""
    marks: list[Step] = []
    if (kind := mark_kind(new.text)) not in (AS_TYPED, mark_kind(old.text)):
        marks = [SetField((*home, "mark"), kind)]
    wordings = list(_wordings(site, item, home, old, new))
    edits = list(_edits(site, item, old, new)) if not item.own else []
    candidates = [*edits, *wordings]
    if edits and wordings and _letters(edits[0]) > _letters(wordings[0]):
        candidates = [*wordings, *edits]
    for each in candidates:
        if marks:
            yield Candidate((*each.steps, *marks))
        yield each
    if mark_kind(new.text) in ("-", "+", "khong"):  # kegen then puts no office and no mark of its own before it
        typed: list[Step] = [
            SetField(home if home[0] == "sections" else (*home, "wording"), new.text),
            SetField((*home, "mark"), AS_TYPED),
        ]
        yield Candidate((*typed, *cleared(site, ("tasks", item.id, "edits"))))


def _letters(candidate: Candidate) -> int:
    value = getattr(candidate.steps[0], "value", "")
    return length_of(value) if isinstance(value, dict) else len(str(value))


def _wordings(site: Site, item: Item, home: Path, old: Part, new: Part) -> Iterator[Candidate]:
    edits: Path = ("tasks", item.id, "edits")
    source = item.wording if item.own else sentence(old.text)
    as_typed = item.own and mark_of(item.wording) and item.wording.startswith(mark_of(old.text))
    texts = [new.text] if as_typed else []
    path = home if home[0] == "sections" else (*home, "wording")
    for text in dict.fromkeys((*texts, *carried_over(old.text, new.text, source))):
        yield steps_of(SetField(path, text), *cleared(site, edits))


def _edits(site: Site, item: Item, old: Part, new: Part) -> Iterator[Candidate]:
    existing = {str(key): str(words or "") for key, words in site.group("tasks", item.id, "edits").items()}
    pairs = [(old.bare, new.bare)]
    pairs += [
        (upper_first(old.bare[len(prefix) :]), upper_first(new.bare[len(prefix) :]))
        for prefix in _offices(site, item)
        if old.bare.startswith(prefix) and new.bare.startswith(prefix)
    ]
    for before, after in pairs:
        if edits := changed_edits(before, after, existing):
            yield from _edit_steps(site, ("tasks", item.id, "edits"), existing, edits)


def _edit_steps(site: Site, path: Path, existing: dict[str, str], edits: dict[str, str]) -> Iterator[Candidate]:
    """Yield the edits: key by key where some are there, so that those stay as they were written."""
    if not existing:
        yield put(path, edits)
        return
    steps: list[Step] = [SetField((*path, key), words) for key, words in edits.items() if existing.get(key) != words]
    steps += cleared(site, *((*path, key) for key in existing if key not in edits))
    yield Candidate(tuple(steps))


def _offices(site: Site, item: Item) -> Iterator[str]:
    """Yield how a sentence may begin that names the office that leads it."""
    for name in (item.lead, *item.also_lead):
        office = site.ours.made.offices.get(name) if name else None
        if office:
            yield f"{upper_first(office.name)} "


def _brief_kept(site: Site, task: Task | None, home: Path) -> list[Step]:
    """Return what keeps the words that the tables say of a task as they are."""
    if task is None or not site.ours.made.plan.annexes or site.at((*home, "brief")) is not NOTHING:
        return []
    return [SetField((*home, "brief"), task.brief or task.wording)]


def _point(site: Site, item: Item, at: int, old: Part, new: Part) -> Iterator[Candidate]:
    places = list(point_places(item))
    if at >= len(places):
        return
    path: Path = ("tasks", item.id, "points")
    source = point_at(item, places[at])
    for text in carried_over(old.text, new.text, source):
        if "points" in item.own_fields:
            yield put((*path, *places[at]), text)
        else:
            yield put(path, with_point(site, item, places[at], text))


def point_places(item: Item) -> Iterator[tuple[int, ...]]:
    """Yield where each point of an item stands in its list, in reading order."""
    for at, each in enumerate(item.points):
        yield from [(at,)] if isinstance(each, str) else [(at, inner) for inner in range(len(each))]


def point_at(item: Item, place: tuple[int, ...]) -> str:
    """Return the words of a point."""
    value: Any = item.points
    for each in place:
        value = value[each]
    return str(value)


def with_point(site: Site, item: Item, place: tuple[int, ...], text: str) -> list[Any]:
    """Return all points as they are printed, with one of them changed: those of a pack become the profile's own."""
    origins = enumerate(site.ours.origins)
    printed = [
        without_mark(site.ours.parts[at].text) for at, each in origins if each and each.id == item.id and each.nth
    ]
    texts = dict(zip(point_places(item), printed, strict=False)) | {place: text}
    made: list[Any] = []
    for at, each in enumerate(item.points):
        made.append(texts[(at,)] if isinstance(each, str) else [texts[(at, inner)] for inner in range(len(each))])
    return made


# Headings -----------------------------------------------------------------------------------------------------------


def _heading(site: Site, division: Division, old: Part, new: Part) -> Iterator[Candidate]:
    depth, mark = len(site.above(division)), division.mark or ("I." if len(site.above(division)) == 1 else "")
    path: Path = ("sections", division.id, "title")
    if division.mark == AS_TYPED:
        yield put(path, new.text)
    if is_in_capitals(depth, mark) and old.bare.isupper():
        source = division.title if "{" not in division.title else old.bare.lower()
        yield put(path, recased(without_mark(new.text).rstrip(_ENDS), source) if new.bare.isupper() else new.bare)
        return
    yield from worded(site, path, old.bare, new.bare, own=division.title if division.own else "")


def worded(site: Site, path: Path, old: str, new: str, own: str = "") -> Iterator[Candidate]:
    """Yield a text of the profile's own, or edits of the pack's, whichever is shorter to read first."""
    known = site.at(path)
    if isinstance(known, str) or own:
        for text in carried_over(old, new, str(known) if isinstance(known, str) else own):
            yield put(path, text.rstrip(_ENDS) if path == ("closing",) else text)
        yield put(path, new)
        return
    existing = {str(key): str(words or "") for key, words in site.group(*path, "edits").items()}
    edits = changed_edits(old, new, existing)
    by_edits = list(_edit_steps(site, (*path, "edits"), existing, edits)) if edits else []
    whole = [Candidate((Put(path, new),)) if existing else put(path, new)]
    is_short = edits is not None and length_of(edits) <= len(new)
    yield from (*by_edits, *whole) if is_short else (*whole, *by_edits)


def _heading_run_in(site: Site, found: tuple[Division, Item], home: Path, old: Part, new: Part) -> Iterator[Candidate]:
    """Yield the candidates for a heading that its first sentence goes on: either or both may have changed."""
    division, item = found
    title = division.title if division.own else ""
    sign = division.run_in or ""
    for cut in _cuts(old.text, sign):
        head, rest = old.text[:cut], old.text[cut:]
        for other in _cuts(new.text, sign):
            new_head, new_rest = new.text[:other], new.text[other:]
            heads = [Candidate(())] if head == new_head else []
            bare, new_bare = without_mark(head).rstrip(": "), without_mark(new_head).rstrip(": ")
            heads += list(worded(site, ("sections", division.id, "title"), bare, new_bare, own=title))
            parts = old._replace(text=upper_first(rest)), new._replace(text=upper_first(new_rest))
            rests = [Candidate(())] if rest == new_rest else list(_sentence(site, item, home, *parts))
            for one in heads[:2]:
                yield from (Candidate((*one.steps, *each.steps)) for each in rests[:3] if one.steps or each.steps)


def _cuts(text: str, sign: str) -> list[int]:
    """Return where the heading of a paragraph may end."""
    if ":" in sign:
        at = text.find(": ")
        return [at + 2] if at >= 0 else []
    return []


def _office(site: Site, old: str, new: str) -> Iterator[Candidate]:
    """Yield the candidates for the name of an office that stands over its tasks."""
    for at, each in enumerate(site.items("departments") or []):
        name = each.get("name") if isinstance(each, dict) else None
        if isinstance(name, str) and upper_first(name) == old:
            yield put(("departments", at, "name"), new)
    for each in site.ours.made.usual_offices:
        if upper_first(each.name) == old:
            yield steps_of(Put(("departments", len(site.items("departments") or [])), _named(each.roles, new)))


def _handed_over(site: Site, ours: int, name: str) -> Iterator[Candidate]:
    """Yield the tasks under the heading of an office as those of another one."""
    ids: list[str] = []
    for each in site.ours.origins[ours + 1 :]:
        if each is None or each.paragraph.rank:
            break
        ids += [each.id] if each.id and each.id not in ids else []
    found = [pair[1] for each in ids if (pair := site.item(each))]
    homes: list[Path] = [each.path if each.path[:1] == ("sections",) else ("tasks", each.id) for each in found]
    leads: list[Step] = [SetField((*home, "lead"), name) for home in homes]
    if leads:
        yield Candidate((AddItem(("departments",), {"name": name}, None), *leads))


def _named(roles: tuple[str, ...], name: str) -> dict[str, Any]:
    return {"name": name, "roles": list(roles)}


# Opening, and what kegen says itself --------------------------------------------------------------------------------


def _opening(site: Site, origin: PlanPlace, old: Part, new: Part) -> Iterator[Candidate]:
    last = len(site.ours.made.plan.opening) - 1
    lines = site.items("bases", "lines") or []
    for at, each in enumerate(lines):
        if isinstance(each, str) and each.rstrip(_ENDS) == old.bare:
            yield put(("bases", "lines", at), new.text if each == old.text else new.bare)
    if origin.at == last:
        enacting = site.at(("bases", "enacting"))
        if isinstance(enacting, str):
            yield from (put(("bases", "enacting"), text) for text in carried_over(old.text, new.text, enacting))
        else:
            existing = {str(key): str(words or "") for key, words in site.group("bases", "enacting", "edits").items()}
            if edits := changed_edits(old.bare, new.bare, existing):
                yield from _edit_steps(site, ("bases", "enacting", "edits"), existing, edits)
            yield put(("bases", "enacting"), new.text)
    yield from whole_opening(site)


def whole_opening(site: Site) -> Iterator[Candidate]:
    """Yield the opening as the file has it, line by line in its own words."""
    first = next((at for at, each in enumerate(site.ours.origins) if each and each.zone == "body"), None)
    stop = site.pairs.theirs_of.get(first) if first is not None else None
    if stop is None:
        return
    texts = [each.text for each in site.theirs[:stop] if each.slot == "text" and each.annex < 0]
    if not texts:
        return
    *lines, enacting = texts
    gone = ("cite", "style", "join", "layout", "proposal", "lines", "ending", "enacting")
    remaining = {key: value for key, value in site.group("bases").items() if key not in gone}
    fresh: dict[str, Any] = {"lines": lines, "ending": AS_TYPED} if lines else {"cite": [], "style": "thuc-hien"}
    first_line = next(iter(site.ours.made.plan.opening), None)
    italic = {"italic": "có" if first_line and first_line.kind == "can-cu" else "không"} if lines else {}
    yield Candidate(
        (Put(("bases",), {**remaining, **fresh, **({} if "italic" in remaining else italic), "enacting": enacting}),)
    )


def _replaced(old: str, new: str) -> Iterator[Candidate]:
    """Yield a change of words in every sentence of the pack, for what has no key of its own."""
    if edits := edits_between(old, new):
        yield Candidate(tuple(SetField(("replace", before), after) for before, after in edits.items()))
