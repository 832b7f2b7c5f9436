"""The whole of it: for every unit its starting profile and its draft, what nobody need do again left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.above import Above, read_above
from kegen.cascade.drafting import Way
from kegen.cascade.folder import Folder, needed, open_folder
from kegen.cascade.listing import Listed, list_units
from kegen.cascade.lock import locked
from kegen.cascade.members import Member, members_of
from kegen.cascade.pool import Done, why_lost, work_through
from kegen.cascade.record import Entry, Record, read_record, write_record
from kegen.cascade.result import Result, Status
from kegen.cascade.state import State
from kegen.cascade.stems import stems_of
from kegen.cascade.table import write_tables
from kegen.cascade.unit import Finished, Job, do_all
from kegen.problem import KegenError, Problem

_KEPT_EVERY = 500
"""After so many units the record is written, so that a run that is killed loses little."""

Told = Callable[[int, int], None]
"""Hears, after each unit, how many are done, of how many that there are to do."""


class Request(NamedTuple):
    """What is wanted: the province's profile or plan, the folder, a list of units (None: all), and how."""

    profile: Path
    folder: Path
    units: Path | None = None
    jobs: int = 1
    way: Way = Way()


class Cascade(NamedTuple):
    """What a run came to: one result a unit, in the units' own order."""

    above: Above
    results: tuple[Result, ...]
    problems: tuple[Problem, ...] = ()
    """Of the list of units."""
    obstacles: tuple[str, ...] = ()
    """What kept the tables or the record from being written."""


def cascade(
    request: Request, stopped: Callable[[], bool] = lambda: False, told: Told = lambda _done, _all: None
) -> Cascade:
    """Draft for every unit; once stopped, finish what is in hand. One unit that fails stops no other.

    Raises Invalid or KegenError where nothing can be begun: the plan above is wrong, the list cannot be read; Blocked
    where the folder cannot be written to or another run is in it.
    """
    above = read_above(request.profile)
    listed = list_units(request.units, above)
    with needed():
        folder = open_folder(request.folder)
    with ExitStack() as held:
        with needed():
            held.enter_context(locked(folder.lock))
        return _Run(request, folder, above, listed).run(stopped, told)


class _Run:
    def __init__(self, request: Request, folder: Folder, above: Above, listed: Listed) -> None:
        self._request, self._folder, self._listed = request, folder, listed
        self._record = read_record(folder.record)
        self._above = above.named(self._record.plan)
        self._entries = dict(self._record.units)
        self._results: dict[str, Result] = {}
        self._obstacles: list[str] = []

    def run(self, stopped: Callable[[], bool], told: Told) -> Cascade:
        state = State(self._folder, self._above, self._request.way)
        with needed():
            self._begin()
            jobs = self._jobs(state)
            self._save((*self._record.plans, self._above.digest))
        work = partial(do_all, self._request.way)
        for count, done in enumerate(work_through(jobs, work, self._request.jobs, stopped), 1):
            self._take(state, jobs[done.at], done)
            told(count, len(jobs))
            if count % _KEPT_EVERY == 0:
                with suppress(KegenError):  # what is there now serves, and the end tells
                    self._save((self._above.digest,))
        return self._end()

    def _begin(self) -> None:
        """Make the folder ready; a new state of the plan above is noted before it is put in place."""
        self._folder.sweep()
        self._save((*self._record.plans, self._above.digest))
        self._folder.keep_former(self._above)
        self._folder.hand_down(self._above, self._record.plans)

    def _jobs(self, state: State) -> list[Job]:
        """Return what is to be done; what is as the last run left it has its result at once."""
        stems = stems_of(members_of(self._above.province, self._above.issued), _stems(self._entries))
        jobs = []
        for member in self._listed.members:
            entry = self._entries.get(member.code) or Entry(stems[member.code])
            job = state.job(member, entry)
            if result := state.unchanged(job, entry):
                self._results[member.code] = result
            else:
                jobs.append(job)
                written = dict.fromkeys((*entry.written, sha256(job.text.encode()).hexdigest()))
                entry = entry._replace(written=tuple(written))
            self._entries[member.code] = entry
        return jobs

    def _take(self, state: State, job: Job, done: Done[Finished]) -> None:
        if done.result is None:
            self._results[job.code] = _lost(job, done)
            return
        result, profile, draft = done.result
        self._results[job.code] = result
        entry = self._entries[job.code]
        self._entries[job.code] = entry._replace(
            written=entry.written if result.own_profile or not profile else (profile,),
            source=state.source(profile),
            draft=draft,
            above=entry.above if result.status is Status.FAILED else self._above.digest,
            result=result,
        )

    def _end(self) -> Cascade:
        results = tuple(self._results.get(each.code) or _undone(each, self._entries) for each in self._listed.members)
        self._try(partial(self._save, (self._above.digest,)))
        self._try(partial(write_tables, self._folder.path, results))
        self._folder.drop_former({self._above.digest, *(each.above for each in self._entries.values())})
        return Cascade(self._above, results, self._listed.problems, tuple(self._obstacles))

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except KegenError as error:
            self._obstacles.append(str(error))

    def _save(self, plans: tuple[str, ...]) -> None:
        write_record(self._folder.record, Record(self._above.file, tuple(dict.fromkeys(plans)), self._entries))


def _stems(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {code: entry.stem for code, entry in entries.items()}


def _undone(member: Member, entries: Mapping[str, Entry]) -> Result:
    stem = entries[member.code].stem
    return Result(member.code, member.title, f"{stem}.yaml", f"{stem}.docx", Status.UNDONE)


def _lost(job: Job, done: Done[Finished]) -> Result:
    why = f"{job.draft}: {why_lost(done)}"
    return Result(job.code, job.unit, job.profile.name, job.draft.name, Status.FAILED, obstacle=why)
