"""The jobs that the differences between our draft and the file come to, group by group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from kegen.pulling.adding import added, added_runs
from kegen.pulling.annexing import of_tables
from kegen.pulling.emphasis import of_looks, unlike
from kegen.pulling.heading import of_head, of_recipients
from kegen.pulling.leaving_out import removed
from kegen.pulling.moving import moved
from kegen.pulling.numbering import numbered
from kegen.pulling.pairing import Difference, pair
from kegen.pulling.parts import SINGLE, Part
from kegen.pulling.redraft import Redraft
from kegen.pulling.sentences import reworded
from kegen.pulling.site import Candidate, Site
from kegen.pulling.trying import Job, Key
from kegen.pulling.whole_tables import whole

JobsOf = Callable[[Redraft], Iterable[Job]]
_MOST_CANDIDATES = 24
"""So many candidates of one difference are tried."""


class JobMaker:
    """Makes the jobs of each group for a draft as it then is."""

    def __init__(self, start: Redraft, theirs: Sequence[Part], reason: str) -> None:
        self._theirs, self._reason = theirs, reason
        printed = {each.key for each in start.parts}
        self._followed = {at for at, each in enumerate(theirs) if each.slot == "reference" and each.key in printed}
        """What nobody touched that follows from number and date: it is left to follow."""

    def groups(self) -> Sequence[JobsOf]:
        """Return what makes the jobs of each group, in the order in which they are to be settled.

        What stands out comes twice: whole tables and numbers may have set words anew.
        """
        text = (self._head, self._words, self._added, self._removed, self._moved, self._end)
        return (*text, self._emphasis, self._tables, self._whole_tables, self._numbers, self._emphasis)

    def _site(self, ours: Redraft) -> Site:
        return Site(ours, self._theirs, pair(ours.parts, self._theirs), self._reason)

    def _head(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if _slot(site, each) in SINGLE:
                yield _job(site, (each,), of_head(site, each))

    def _words(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if each.how == "reworded" and _is_of_text(site, each):
                yield _job(site, (each,), reworded(site, each))

    def _added(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for run in added_runs(site):
            yield _job(site, tuple(run), added(site, run))

    def _removed(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if each.how == "removed" and _is_of_text(site, each):
                yield _job(site, (each,), removed(site, each))

    def _moved(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if each.how == "moved" and _is_of_text(site, each):
                yield _job(site, (each,), moved(site, each))

    def _end(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if _slot(site, each) == "recipient":
                yield _job(site, (each,), of_recipients(site, each))

    def _tables(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        yield from (_job(site, (each,), of_tables(site, each)) for each in self._of_tables(site))

    def _whole_tables(self, ours: Redraft) -> Iterator[Job]:
        """Yield what is left of each table of the text, and of each annex, as one."""
        site = self._site(ours)
        groups: dict[tuple[int, str], list[Difference]] = defaultdict(list)
        for each in self._of_tables(site):
            annex = _annex(site, each)
            groups[annex, "" if annex >= 0 else _table_of(site, each)].append(each)
        yield from (_job(site, tuple(group), whole(site, group[0])) for group in groups.values())

    def _numbers(self, ours: Redraft) -> Iterator[Job]:
        """Yield the numbers that the profile writes and that the file has otherwise."""
        site = self._site(ours)
        for each, candidates in numbered(site):
            printed = site.file_part(each).text
            tried = tuple(islice(candidates, _MOST_CANDIDATES))
            yield Job((each,), ("number", printed, each.theirs), tried, printed=printed)

    def _emphasis(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in unlike(ours.parts, self._theirs, site.pairs):
            yield _job(site, (each,), of_looks(site, each))

    def _of_tables(self, site: Site) -> Iterator[Difference]:
        """Yield what differs in tables and annexes."""
        for each in site.pairs.differences:
            slot = _slot(site, each)
            is_of_annex = slot in ("row", "label", "annex-title", "reference")
            if (is_of_annex or (slot == "text" and _annex(site, each) >= 0)) and each.theirs not in self._followed:
                yield each


def _table_of(site: Site, difference: Difference) -> str:
    origin = site.origin(difference.ours) if difference.ours >= 0 else None
    return origin.id if origin else ""


def _slot(site: Site, difference: Difference) -> str:
    return (site.our_part(difference) if difference.ours >= 0 else site.file_part(difference)).slot


def _annex(site: Site, difference: Difference) -> int:
    return (site.our_part(difference) if difference.ours >= 0 else site.file_part(difference)).annex


def _is_of_text(site: Site, difference: Difference) -> bool:
    part = site.our_part(difference) if difference.ours >= 0 else site.file_part(difference)
    return part.slot == "text" and part.annex < 0


def identity_of(ours: Part | None, theirs: Part | None, how: str) -> Key:
    """Return what tells a difference from others, whatever else changes."""
    return (how, ours.key if ours else (), theirs.key if theirs else ())


def _job(site: Site, differences: tuple[Difference, ...], candidates: Iterable[Candidate]) -> Job:
    worded = [each for each in differences if each.how not in ("moved", "looks")]
    ours = [site.our_part(each) for each in worded if each.ours >= 0]
    theirs = [site.file_part(each) for each in worded if each.theirs >= 0]
    first = differences[0]
    named = identity_of(
        site.our_part(first) if first.ours >= 0 else None,
        site.file_part(first) if first.theirs >= 0 else None,
        first.how,
    )
    tried = tuple(each for each in islice(candidates, _MOST_CANDIDATES) if each.steps)
    return Job(differences, (*named, len(differences)), tried, tuple(theirs), tuple(ours))
