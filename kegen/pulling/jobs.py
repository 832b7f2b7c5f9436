"""The jobs that the differences between our draft and the file come to, group by group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from kegen.pulling.heading import of_head, of_recipients
from kegen.pulling.outlining import added, added_runs, moved, removed
from kegen.pulling.pairing import Difference, pair
from kegen.pulling.parts import SINGLE, Part
from kegen.pulling.redraft import Redraft
from kegen.pulling.sentences import reworded
from kegen.pulling.site import Candidate, Site
from kegen.pulling.tabling import of_tables
from kegen.pulling.trying import Job, Key

JobsOf = Callable[[Redraft], Iterable[Job]]
_MOST_CANDIDATES = 24
"""So many candidates of one difference are tried."""


class JobMaker:
    """Makes the jobs of each group for a draft as it then is."""

    def __init__(self, theirs: Sequence[Part], reason: str) -> None:
        self._theirs, self._reason = theirs, reason

    def groups(self) -> Sequence[JobsOf]:
        """Return what makes the jobs of each group, in the order in which they are to be settled."""
        return (self._head, self._words, self._added, self._removed, self._moved, self._end, self._tables)

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
                return  # each move changes where the next one goes

    def _end(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            if _slot(site, each) == "recipient":
                yield _job(site, (each,), of_recipients(site, each))

    def _tables(self, ours: Redraft) -> Iterator[Job]:
        site = self._site(ours)
        for each in site.pairs.differences:
            slot, annex = _slot(site, each), _annex(site, each)
            if slot in ("row", "label", "annex-title", "reference") or (slot == "text" and annex >= 0):
                yield _job(site, (each,), of_tables(site, each))


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
    ours = [site.our_part(each) for each in differences if each.ours >= 0]
    theirs = [site.file_part(each) for each in differences if each.theirs >= 0]
    is_move = differences[0].how == "moved"
    first = differences[0]
    named = identity_of(ours[0] if first.ours >= 0 else None, theirs[0] if first.theirs >= 0 else None, first.how)
    tried = tuple(each for each in islice(candidates, _MOST_CANDIDATES) if each.steps)
    gained, lost = (() if is_move else tuple(theirs)), (() if is_move else tuple(ours))
    return Job(differences, (*named, len(differences)), tried, gained, lost)
