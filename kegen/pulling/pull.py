"""What somebody edited in Word in a draft, taken into the profile; what could not be taken is told whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kegen.docx.model import Comment, Document
from kegen.pulling.contradicting import contradictions
from kegen.pulling.jobs import JobMaker, identity_of
from kegen.pulling.looks import described, unlike
from kegen.pulling.pairing import Difference, How, Pairs, pair
from kegen.pulling.parts import Part, content_of
from kegen.pulling.rebasing import Rebased, rebased
from kegen.pulling.redraft import Redraft, redraft
from kegen.pulling.trying import Key, Workshop
from kegen.pulling.whereabouts import Whereabouts
from kegen.yaml_text.changing import named

REASON = "Bỏ trong bản Word đã sửa"
_SHOWN = 6
_NEWER = "hồ sơ đã đổi sau khi soạn bản này"
_MOST_ROUNDS = 4
"""What is settled in one round may make room for more; so often it is tried again."""


class Told(NamedTuple):
    """One difference, as a person is told of it."""

    where: str
    old: str
    """As the draft said it, "" for what was added."""
    new: str
    """As the file says it, "" for what was taken out."""
    how: How
    slot: str = "text"
    keys: tuple[str, ...] = ()
    """What of the profile says it now."""
    why: str = ""


class Pulled(NamedTuple):
    """The profile with what was edited, and what of that is to be told."""

    data: bytes
    taken: tuple[Told, ...]
    left: tuple[Told, ...]
    """What could not be placed, its text whole."""
    contradictions: tuple[Told, ...]
    """What was changed in one place and stands otherwise in another."""
    follows: tuple[Told, ...]
    """What the next draft says otherwise than the file: `old` as the file has it, `new` as it will be."""
    comments: tuple[Comment, ...]
    is_edited: bool = True
    """Whether the file says anything else than the draft."""


class Draft(NamedTuple):
    """An edited draft, and what is known of how it was made."""

    document: Document
    drafted: frozenset[str] = frozenset()
    """The digests of the texts that it had when it was made; none where nobody knows."""
    template: Path | None = None
    """The form that it was made in."""


def pull(data: bytes, path: Path, edited: Draft, reason: str = REASON) -> Pulled:
    """Return the profile of these bytes, as if it stood in the file, with what was edited in the draft.

    Raises Invalid or KegenError where the profile cannot be drafted.
    """
    start, content = redraft(data, path, edited.template), content_of(edited.document)
    based = rebased(start.parts, content.parts, edited.drafted)
    theirs = based.theirs
    first = pair(start.parts, theirs)
    workshop = Workshop(start, theirs, path, edited.template)
    maker = JobMaker(start, theirs, reason)
    for _ in range(_MOST_ROUNDS):
        settled = [workshop.settle(group) for group in maker.groups()]
        if not any(settled):
            break
        workshop.given_up.clear()
    return _Telling(start, workshop, based, first).pulled(content.comments)


class _Telling:
    """Tells what became of each difference."""

    def __init__(self, start: Redraft, workshop: Workshop, based: Rebased, first: Pairs) -> None:
        theirs = based.theirs
        self._begun, self._based = start, based
        self._start, self._end, self._theirs, self._first = start.parts, workshop.now, theirs, first
        self._last = pair(self._end.parts, theirs, by_marks=False)
        self._where_ours, self._where_theirs = Whereabouts(start.parts), Whereabouts(theirs)
        self._unlike = list(unlike(self._end.parts, theirs, self._last))
        self._where_end = Whereabouts(self._end.parts)
        self._obstacles = {key[:3]: f"hồ sơ không nhận: {why}" for key, why in workshop.obstacles.items()}
        self._paths: dict[Key, tuple[str, ...]] = {
            each.identity[:3]: tuple(named(path) for path in each.paths) for each in workshop.done
        }

    def pulled(self, comments: tuple[Comment, ...]) -> Pulled:
        left, follows = list(self._left()), list(self._follows())
        return Pulled(
            self._end.data,
            tuple(self._taken()),
            tuple(left),
            tuple(self._contradictions()),
            tuple(follows),
            comments,
            bool(self._first.differences or any(unlike(self._start, self._theirs, self._first))),
        )

    def _contradictions(self) -> Iterator[Told]:
        """Yield what was changed in one place alone, and what was changed in the profile and in Word."""
        for each in contradictions(self._begun, self._theirs, self._first.theirs_of, self._first.differences):
            why = f"“{each.old}” đã sửa thành “{each.new}” ở: {self._where_theirs(each.changed)}"
            other = self._theirs[each.other]
            yield Told(
                self._where_theirs(each.other),
                other.text,
                self._theirs[each.changed].text,
                "reworded",
                other.slot,
                why=why,
            )
        for ours, its in self._based.both:
            where = self._where_theirs(self._theirs.index(its))
            yield Told(where, ours.text, its.text, "reworded", its.slot, why="hồ sơ và bản Word cùng đã sửa chỗ này")

    def _taken(self) -> Iterator[Told]:
        """Yield the differences that are none any more."""
        open_theirs = {each.theirs for each in self._last.differences if each.theirs >= 0}
        still = [self._end.parts[each.ours].key for each in self._last.differences if each.how == "removed"]
        for each in self._first.differences:
            if each.theirs in open_theirs:
                continue
            if each.how == "removed" and self._start[each.ours].key in still:
                continue
            yield self._told(each)
        still_unlike = {each.theirs for each in self._unlike}
        for each in unlike(self._start, self._theirs, self._first):
            if each.theirs not in still_unlike and each.theirs not in open_theirs:
                yield self._of_looks(self._start, each)

    def _of_looks(self, ours: Sequence[Part], each: Difference) -> Told:
        own, its = ours[each.ours], self._theirs[each.theirs]
        words = its.text.split()
        short = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
        where = f"{self._where_theirs(each.theirs)}, “{short}”"
        keys = self._paths.get(identity_of(own, its, "looks"), ())
        return Told(where, described(own), described(its), "looks", its.slot, keys)

    def _told(self, each: Difference) -> Told:
        ours = self._start[each.ours] if each.ours >= 0 else None
        theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
        where = self._where_theirs(each.theirs) if each.theirs >= 0 else self._where_ours(each.ours)
        keys = self._paths.get(identity_of(ours, theirs, each.how), ())
        slot = (theirs or ours or Part("text", "")).slot
        return Told(where, ours.text if ours else "", theirs.text if theirs else "", each.how, slot, keys)

    def _is_consequence(self, each: Difference) -> bool:
        """Whether the file's part agreed with the draft before anything was taken."""
        differed = {one.theirs for one in self._first.differences}
        return each.theirs >= 0 and each.theirs not in differed

    def _left(self) -> Iterator[Told]:
        for each in self._last.differences:
            if self._is_consequence(each) or self._is_added_elsewhere(each) or self._came(each):
                continue
            ours = self._end.parts[each.ours] if each.ours >= 0 else None
            theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
            where = self._where_theirs(each.theirs) if each.theirs >= 0 else self._where_end(each.ours)
            slot = (theirs or ours or Part("text", "")).slot
            why = self._obstacles.get(identity_of(ours, theirs, each.how), "")
            yield Told(where, ours.text if ours else "", theirs.text if theirs else "", each.how, slot, why=why)

        yield from (self._of_looks(self._end.parts, each) for each in self._unlike)

    def _is_added_elsewhere(self, each: Difference) -> bool:
        """Whether a part that was added has a place, but not the one of the file."""
        added = {one.theirs for one in self._first.differences if one.how == "added"}
        return each.how == "moved" and each.theirs in added

    def _came(self, each: Difference) -> bool:
        """Whether a part came into the draft with what was taken."""
        return each.how == "removed" and self._end.parts[each.ours].key not in {part.key for part in self._start}

    def _follows(self) -> Iterator[Told]:
        for its, ours in self._based.newer:
            part = ours or its or Part("text", "")
            where = self._where_ours(self._start.index(ours)) if ours else ""
            how: How = "reworded" if ours and its else "added" if its else "removed"
            yield Told(where, its.text if its else "", ours.text if ours else "", how, part.slot, why=_NEWER)
        for each in self._last.differences:
            if self._is_consequence(each) or self._is_added_elsewhere(each) or self._came(each):
                will_be = self._end.parts[each.ours].text if each.ours >= 0 else ""
                theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
                where = self._where_theirs(each.theirs) if theirs else self._where_end(each.ours)
                slot = theirs.slot if theirs else self._end.parts[each.ours].slot
                yield Told(where, theirs.text if theirs else "", will_be, each.how, slot)
        for at, place in sorted(self._last.theirs_of.items()):
            ours, other = self._end.parts[at], self._theirs[place]
            if ours.key == other.key and ours.text != other.text:
                yield Told(self._where_theirs(place), other.text, ours.text, "reworded", other.slot)
