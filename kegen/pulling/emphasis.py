"""Words that stand out and footnotes, where somebody changed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kegen.form.edit import SetField
from kegen.importing.own_looks import emphasis_of, footnotes_of
from kegen.plan.model import Face, Paragraph, Span
from kegen.pulling.pairing import Difference, Pairs
from kegen.pulling.parts import Part
from kegen.pulling.redraft import PlanPlace
from kegen.pulling.rows import path_of_table
from kegen.pulling.site import Candidate, Site, Step, cleared
from kegen.yaml_text.tree import Path

_NAMES: dict[Face, str] = {"dam": "đậm", "nghieng": "nghiêng", "tren": "chỉ số trên", "duoi": "chỉ số dưới"}
_NEAR = 1


def unlike(ours: Sequence[Part], theirs: Sequence[Part], pairs: Pairs) -> Iterator[Difference]:
    """Yield the pairs that say the same and look otherwise, or have other footnotes."""
    for at, place in sorted(pairs.theirs_of.items()):
        one, other = ours[at], theirs[place]
        if (
            one.key == other.key
            and one.slot in ("text", "row")
            and not (_same_looks(one, other) and _same_notes(one, other))
        ):
            yield Difference("looks", at, place)


def _same_looks(one: Part, other: Part) -> bool:
    return one.spans == other.spans or _letters(one) == _letters(other)


def _letters(part: Part) -> set[tuple[int, Face]]:
    """Return which letters of what a part says by itself stand out, blanks left out."""
    start = _start(part)
    end = start + len(part.bare)
    return {
        (at - start, span.face)
        for span in part.spans
        for at in range(max(span.start, start), min(span.start + span.length, end))
        if not part.text[at].isspace()
    }


def _start(part: Part) -> int:
    """Return where a part begins to say something by itself: behind its number or mark."""
    return max(part.text.find(part.bare), 0)


def _same_notes(one: Part, other: Part) -> bool:
    if [each.text for each in one.notes] != [each.text for each in other.notes]:
        return False
    pairs = zip(one.notes, other.notes, strict=True)
    return all(abs(mine.offset - _start(one) - its.offset + _start(other)) <= _NEAR for mine, its in pairs)


def described(part: Part) -> str:
    """Return how a part looks, in words."""
    descriptions = [f"“{part.text[each.start : each.start + each.length]}” {_NAMES[each.face]}" for each in part.spans]
    descriptions += [f"chú thích “{each.text}”" for each in part.notes]
    return "; ".join(descriptions) or "chữ thường"


def of_looks(site: Site, difference: Difference) -> Iterator[Candidate]:
    """Yield the candidates for a part that looks otherwise."""
    origin, old, new = site.origin(difference.ours), site.our_part(difference), site.file_part(difference)
    if origin is None:
        return
    if old.slot == "row":
        yield from _in_table(site, origin, old, new)
        return
    home, key = _home(site, origin)
    if not key:
        return
    faces: dict[str, Any] = {}
    notes: dict[str, Any] = {}
    for at, place in _of_same(site, origin):
        own, its = site.ours.origins[at], site.theirs[place]
        base = _base(site.ours.parts[at], own) if own else frozenset()
        spans = tuple(each for each in its.spans if each.face not in base)
        paragraph = Paragraph("doan", its.text, its.notes, spans=spans)
        faces |= emphasis_of(paragraph)[0]
        notes |= footnotes_of(paragraph)[0]
    yield Candidate((*_set(site, (*home, key), faces), *_set(site, (*home, "footnotes"), notes)))
    yield Candidate(tuple(_set(site, (*home, key), faces)))


def _set(site: Site, path: Path, named: dict[str, Any]) -> list[Step]:
    """Return the steps after which just those words are named at the path."""
    if path == ("footnotes",):  # the closing has none
        return []
    known = site.group(*path)
    steps: list[Step] = []
    if named and not known:
        return [SetField(path, named)]
    steps += [SetField((*path, words), value) for words, value in named.items() if known.get(words) != value]
    return [*steps, *cleared(site, *((*path, words) for words in known if words not in named))]


def _home(site: Site, origin: PlanPlace) -> tuple[Path, str]:
    """Return where the profile says how the words of a paragraph look, and under which key; () for nowhere."""
    if origin.zone == "opening":
        return ("bases",), "emphasis"
    if origin.zone == "closing":
        return (), "closing_emphasis"
    if origin.zone == "annex":
        annex = next((at for at, each in enumerate(site.ours.made.plan.annexes) if origin.paragraph in each.blocks), -1)
        listed = site.items("annexes") or []
        at = annex - int(bool(site.ours.made.profile.annex))
        return (("annexes", at), "emphasis") if 0 <= at < len(listed) and isinstance(listed[at], dict) else ((), "")
    if (found := site.item(origin.id)) and not (origin.paragraph.rank and site.division(origin.id)):
        path = found[1].path
        return (path if path[:1] == ("sections",) else ("tasks", origin.id)), "emphasis"
    return (("sections", origin.id), "emphasis") if site.division(origin.id) else ((), "")


def _of_same(site: Site, origin: PlanPlace) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs whose looks the profile says in one place, each with the place in the file."""
    for at, each in enumerate(site.ours.origins):
        place = site.pairs.theirs_of.get(at)
        if each is None or place is None or each.paragraph.table or each.zone != origin.zone:
            continue
        is_heading = bool(each.paragraph.rank) == bool(origin.paragraph.rank)
        if (
            origin.zone in ("opening", "closing")
            or (each.id == origin.id and is_heading and each.zone != "annex")
            or (each.zone == "annex" and site.ours.parts[at].annex == site.ours.parts[_place(site, origin)].annex)
        ):
            yield at, place


def _place(site: Site, origin: PlanPlace) -> int:
    return site.ours.origins.index(origin)


def _base(part: Part, origin: PlanPlace) -> frozenset[Face]:
    """Return how a paragraph looks of itself: as its letters do that the plan says nothing of."""
    shift = max(part.text.find(origin.paragraph.text[:20]), 0)
    emphasised = {at + shift for each in origin.paragraph.spans for at in range(each.start, each.start + each.length)}
    plain = [at for at, letter in enumerate(part.text) if not letter.isspace() and at not in emphasised]
    faces = {each.face for each in part.spans}
    return frozenset(face for face in faces if plain and all(_has(part.spans, face, at) for at in plain))


def _has(spans: Sequence[Span], face: Face, at: int) -> bool:
    return any(each.face == face and each.start <= at < each.start + each.length for each in spans)


def _in_table(site: Site, origin: PlanPlace, old: Part, new: Part) -> Iterator[Candidate]:
    """Yield the words of a row that stand out, as those of its table."""
    path = path_of_table(site, origin)
    if path is None:
        return
    before = {(each.start, each.length, each.face) for each in old.spans}
    fresh = tuple(each for each in new.spans if (each.start, each.length, each.face) not in before)
    faces = emphasis_of(Paragraph("doan", new.text, spans=fresh))[0]
    if faces:
        yield Candidate(tuple(SetField((*path, "emphasis", words), face) for words, face in faces.items()))
