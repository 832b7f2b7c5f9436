"""What is told of a pull: what became of each difference between the draft and the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from kegen.docx.model import Comment
from kegen.pulling.contradicting import contradictions
from kegen.pulling.emphasis import described, unlike
from kegen.pulling.jobs import identity_of
from kegen.pulling.numbering import numbered, writes_number
from kegen.pulling.pairing import Difference, How, Pairs, pair
from kegen.pulling.parts import BETWEEN, Part
from kegen.pulling.rebasing import Rebased
from kegen.pulling.redraft import Redraft
from kegen.pulling.site import Site
from kegen.pulling.trying import Key, Workshop
from kegen.pulling.whereabouts import Whereabouts
from kegen.pulling.wordings import mark_of
from kegen.yaml_text.changing import path_name

_SHOWN = 6
_NUMBERS = 3
_NEWER = "hồ sơ đã đổi sau khi soạn bản này"
_BOTH = "hồ sơ và bản Word cùng đã sửa chỗ này; nếu ghi thì lấy theo bản Word"
_SIGNER = "hãy ghi lại chức vụ ở phần Người ký (signer); TM., KT., TL. thì kegen tự ghi theo chức vụ"


class CellNotice(NamedTuple):
    """One cell of a row that is another."""

    column: str
    """The title of its column, "" where that has none."""
    old: str
    new: str


class Notice(NamedTuple):
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
    cells: tuple[CellNotice, ...] = ()
    """Of a row of a table that says something else: its cells that do."""


class Pulled(NamedTuple):
    """The profile with what was edited, and what of that is to be told."""

    data: bytes
    taken: tuple[Notice, ...]
    left: tuple[Notice, ...]
    """What could not be placed, its text whole."""
    contradictions: tuple[Notice, ...]
    """What was changed in one place and stands otherwise in another."""
    follows: tuple[Notice, ...]
    """What the next draft says otherwise than the file: `old` as the file has it, `new` as it will be."""
    renumbered: tuple[Notice, ...]
    """As `follows`, where the words are the same: numbers, list marks and signs at the end, which go by their place."""
    comments: tuple[Comment, ...]
    is_edited: bool = True
    """Whether the file says anything else than the draft."""


def short_notice(notice: Notice) -> tuple[str, str]:
    """Return what was and what is now: of a row only the cells that changed, each behind the title of its column."""
    if not notice.cells:
        return (_filled(notice.old), _filled(notice.new)) if notice.slot == "row" else (notice.old, notice.new)
    titles = [f"{each.column}: " if each.column else "" for each in notice.cells]
    old = "; ".join(title + each.old for title, each in zip(titles, notice.cells, strict=True))
    return old, "; ".join(title + each.new for title, each in zip(titles, notice.cells, strict=True))


def _filled(row: str) -> str:
    """Return a row without its empty cells."""
    return BETWEEN.join(filter(None, (each.strip() for each in row.split(BETWEEN.strip()))))


def renumbered_line(renumbered: Sequence[Notice]) -> str:
    """Return in one sentence what the next draft counts and marks otherwise than the file."""
    first = renumbered[0]
    words = zip_longest(first.old.split(), first.new.split(), fillvalue="")
    old, new = next(each for each in words if each[0] != each[1])
    return (
        "Số thứ tự, dấu đầu dòng, dấu câu cuối dòng tự chạy theo chỗ đứng; soạn lại thì khác bản Word ở"
        f" {len(renumbered)} chỗ, ví dụ “{old}” thành “{new}” ({first.where})."
    )


class NoticeMaker:
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
            each.identity[:3]: tuple(path_name(path) for path in each.paths) for each in workshop.done
        }

    def pulled(self, comments: tuple[Comment, ...]) -> Pulled:
        """Return the profile with what was edited, and all that is to be told."""
        follows = list(self._follows())
        return Pulled(
            self._end.data,
            (*self._taken(), *self._numbers()),
            tuple(self._left()),
            tuple(self._contradictions()),
            tuple(follows),
            tuple(self._renumbered()),
            comments,
            bool(self._first.differences or any(unlike(self._start, self._theirs, self._first))),
        )

    def _contradictions(self) -> Iterator[Notice]:
        """Yield what was changed in one place alone, and what was changed in the profile and in Word."""
        for each in contradictions(self._begun, self._theirs, self._first.theirs_of, self._first.differences):
            place = self._where_theirs(each.changed)
            why = f"“{each.old}” đã sửa thành “{each.new}” ở: {place}; chỗ này còn “{each.old}”"
            other = self._theirs[each.other]
            yield Notice(self._where_theirs(each.other), other.text, other.text, "reworded", other.slot, why=why)
        for ours, its in self._based.both:
            where = self._where_theirs(self._theirs.index(its))
            yield Notice(where, ours.text, its.text, "reworded", its.slot, why=_BOTH, cells=self._cells(ours, its))

    def _taken(self) -> Iterator[Notice]:
        """Yield the differences that are none any more."""
        open_theirs = {each.theirs for each in self._last.differences if each.theirs >= 0}
        still = [self._end.parts[each.ours].key for each in self._last.differences if each.how == "removed"]
        for each in self._first.differences:
            if each.theirs in open_theirs:
                continue
            if each.how == "removed" and self._start[each.ours].key in still:
                continue
            yield self._notice(each)
        still_unlike = {each.theirs for each in self._unlike}
        for each in unlike(self._start, self._theirs, self._first):
            if each.theirs not in still_unlike and each.theirs not in open_theirs:
                yield self._of_looks(self._start, each)

    def _of_looks(self, ours: Sequence[Part], each: Difference) -> Notice:
        own, its = ours[each.ours], self._theirs[each.theirs]
        words = its.text.split()
        short = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
        where = f"{self._where_theirs(each.theirs)}, “{short}”"
        keys = self._paths.get(identity_of(own, its, "looks"), ())
        return Notice(where, described(own), described(its), "looks", its.slot, keys)

    def _notice(self, each: Difference) -> Notice:
        ours = self._start[each.ours] if each.ours >= 0 else None
        theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
        where = self._where_theirs(each.theirs) if each.theirs >= 0 else self._where_ours(each.ours)
        keys = self._paths.get(identity_of(ours, theirs, each.how), ())
        slot = (theirs or ours or Part("text", "")).slot
        cells = self._cells(ours, theirs) if ours and theirs and each.how == "reworded" else ()
        return Notice(
            where, ours.text if ours else "", theirs.text if theirs else "", each.how, slot, keys, cells=cells
        )

    def _cells(self, ours: Part, theirs: Part) -> tuple[CellNotice, ...]:
        """Return the cells of a row that are not the same; none where the rows have not the same columns."""
        if theirs.slot != "row" or len(ours.cells) != len(theirs.cells):
            return ()
        at = self._theirs.index(theirs)
        first = 1 if ours.is_numbered and theirs.is_numbered else 0
        return tuple(
            CellNotice(self._where_theirs.column(at, cell), ours.cells[cell], theirs.cells[cell])
            for cell in range(first, len(theirs.cells))
            if " ".join(ours.cells[cell].split()) != " ".join(theirs.cells[cell].split())
        )

    def _is_consequence(self, each: Difference) -> bool:
        """Whether the file's part agreed with the draft before anything was taken."""
        differed = {one.theirs for one in self._first.differences}
        return each.theirs >= 0 and each.theirs not in differed

    def _left(self) -> Iterator[Notice]:
        for each in self._last.differences:
            if self._is_consequence(each) or self._is_added_elsewhere(each) or self._came(each):
                continue
            ours = self._end.parts[each.ours] if each.ours >= 0 else None
            theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
            where = self._where_theirs(each.theirs) if each.theirs >= 0 else self._where_end(each.ours)
            slot = (theirs or ours or Part("text", "")).slot
            cells = self._cells(ours, theirs) if ours and theirs and each.how == "reworded" else ()
            why = self._obstacles.get(identity_of(ours, theirs, each.how), _SIGNER if slot == "authority" else "")
            texts = (ours.text if ours else "", theirs.text if theirs else "")
            yield Notice(where, *texts, each.how, slot, why=why, cells=cells)

        yield from (self._of_looks(self._end.parts, each) for each in self._unlike)

    def _is_added_elsewhere(self, each: Difference) -> bool:
        """Whether a part that was added has a place, but not the one of the file."""
        added = {one.theirs for one in self._first.differences if one.how == "added"}
        return each.how == "moved" and each.theirs in added

    def _came(self, each: Difference) -> bool:
        """Whether a part came into the draft with what was taken."""
        return each.how == "removed" and self._end.parts[each.ours].key not in {part.key for part in self._start}

    def _follows(self) -> Iterator[Notice]:
        for its, ours in self._based.newer:
            part = ours or its or Part("text", "")
            where = self._where_ours(self._start.index(ours)) if ours else ""
            how: How = "reworded" if ours and its else "added" if its else "removed"
            yield Notice(where, its.text if its else "", ours.text if ours else "", how, part.slot, why=_NEWER)
        for each in self._last.differences:
            if self._is_consequence(each) or self._is_added_elsewhere(each) or self._came(each):
                will_be = self._end.parts[each.ours].text if each.ours >= 0 else ""
                theirs = self._theirs[each.theirs] if each.theirs >= 0 else None
                where = self._where_theirs(each.theirs) if theirs else self._where_end(each.ours)
                slot = theirs.slot if theirs else self._end.parts[each.ours].slot
                yield Notice(where, theirs.text if theirs else "", will_be, each.how, slot)
        yield from (notice for notice, is_by_place in self._same_words() if not is_by_place)

    def _renumbered(self) -> Iterator[Notice]:
        yield from (notice for notice, is_by_place in self._same_words() if is_by_place)

    def _same_words(self) -> Iterator[tuple[Notice, bool]]:
        """Yield what has the same words otherwise, and whether that goes by its place."""
        site = Site(self._end, self._theirs, self._last, "")
        for at, place in sorted(self._last.theirs_of.items()):
            ours, other = self._end.parts[at], self._theirs[place]
            if ours.key == other.key and ours.text != other.text:
                notice = Notice(self._where_theirs(place), other.text, ours.text, "reworded", other.slot)
                yield notice, not writes_number(site, at)

    def _numbers(self) -> Iterator[Notice]:
        """Yield the numbers that the profile writes and that are now those of the file: of a table, of the text."""
        now = {place: self._end.parts[at].text for at, place in self._last.theirs_of.items()}
        groups: dict[int, list[Difference]] = defaultdict(list)
        for each, _ in numbered(Site(self._begun, self._theirs, self._first, "")):
            if now.get(each.theirs) == self._theirs[each.theirs].text:
                groups[self._theirs[each.theirs].table].append(each)
        for table, numbers in groups.items():
            old = _numbers_shown([self._start[each.ours] for each in numbers])
            new = _numbers_shown([self._theirs[each.theirs] for each in numbers])
            where = "số đầu mục" if table < 0 else f"{self._where_theirs.table(numbers[0].theirs)}, số thứ tự"
            yield Notice(where, old, new, "reworded", "text" if table < 0 else "row")


def _numbers_shown(parts: Sequence[Part]) -> str:
    """Return the numbers of parts, of many the first and the last."""
    numbers = [each.cells[0] if each.cells else mark_of(each.text) for each in parts]
    return ", ".join(numbers) if len(numbers) <= _NUMBERS else f"{numbers[0]} … {numbers[-1]}"
