"""A whole province: for every unit its starting profile and its draft, what nobody need do again left alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.folder import Folder, folder_errors, locked, open_folder
from kegen.cascade.listing import UnitList, list_units
from kegen.cascade.province import ProvincePlan, ProvinceUnit, file_stems, read_province_plan, units_of_province
from kegen.cascade.record import CascadeRecord, RecordedUnit, read_record, write_record
from kegen.cascade.result import Status, UnitResult
from kegen.cascade.starting_profile import open_orders, orders_of
from kegen.cascade.state import FolderState
from kegen.cascade.summary import tables
from kegen.cascade.unit import DraftedUnit, Job, digest_in, draft_unit
from kegen.drafting.draft import DraftOptions
from kegen.drafting.pool import Done, work_through
from kegen.problem import KegenError, Place, Problem, Severity
from kegen.starting.editor import put_schema

_RECORD_EVERY = 500
"""After so many units the record is written, so that a run that is killed loses little."""

OnProgress = Callable[[int, int], None]
"""Called after each unit with how many are done, and of how many that there are to do."""


class Request(NamedTuple):
    """What is wanted: the province's profile or plan, the folder, a list of units (None: all), and how."""

    profile: Path
    folder: Path
    units: Path | None = None
    jobs: int = 1
    options: DraftOptions = DraftOptions()


class Cascade(NamedTuple):
    """What a run came to: one result a unit, in the units' own order."""

    above: ProvincePlan
    results: tuple[UnitResult, ...]
    problems: tuple[Problem, ...] = ()
    """Of the list of units, and of files that were in the way."""
    obstacles: tuple[str, ...] = ()
    """What kept the tables or the record from being written."""


def cascade(
    request: Request,
    stopped: Callable[[], bool] = lambda: False,
    on_progress: OnProgress = lambda _done, _all: None,
) -> Cascade:
    """Draft for every unit; once stopped, finish what is in hand. One unit that fails stops no other.

    Raises Invalid or KegenError where nothing can be begun: the plan above is wrong, the list cannot be read;
    FolderError where the folder cannot be written to or another run is in it.
    """
    above = read_province_plan(request.profile)
    listed = list_units(request.units, above)
    with folder_errors():
        folder = open_folder(request.folder)
    with ExitStack() as lock:
        with folder_errors():
            lock.enter_context(locked(folder.lock))
            record = read_record(folder.record)
        return _Run(request, folder, above.for_folder(folder.path), listed, record).run(stopped, on_progress)


class _Run:
    """A run in its folder, which is locked: the record of earlier runs, and the results so far."""

    def __init__(
        self, request: Request, folder: Folder, above: ProvincePlan, listed: UnitList, record: CascadeRecord
    ) -> None:
        self._request, self._folder, self._listed, self._record = request, folder, listed, record
        self._sources = tuple(filter(None, [request.profile, request.units]))
        self._above = above.in_file(self._record.plan)
        self._state = FolderState(folder, self._above, request.options, self._sources)
        self._tables = record.tables
        self._problems = list(listed.problems)
        self._unused: dict[str, Problem] = {}
        self._recorded = dict(self._record.units)
        self._results: dict[str, UnitResult] = {}
        self._obstacles: list[str] = []

    def run(self, stopped: Callable[[], bool], on_progress: OnProgress) -> Cascade:
        with folder_errors():
            self._begin()
            jobs = self._jobs()
            self._save(self._record.plans)
        work = partial(draft_unit, self._request.options)
        for count, done in enumerate(work_through(jobs, work, self._request.jobs, stopped), 1):
            self._note(jobs[done.at], done)
            on_progress(count, len(jobs))
            if count % _RECORD_EVERY == 0:
                with suppress(KegenError):  # what is there now serves, and the end reports it
                    self._save()
        return self._end()

    def _begin(self) -> None:
        """Make the folder ready; a new state of the plan above is noted before it is put in place."""
        self._folder.sweep()
        self._save(self._record.plans)
        self._folder.save_former_plan(self._above, self._sources[:1])
        put_schema(self._folder.path)
        self._put(self._above.file, self._above.text.encode(), self._record.plans)

    def _put(self, name: str, data: bytes, known: tuple[str, ...]) -> None:
        self._problems += self._folder.put(name, data, known, self._sources)

    def _jobs(self) -> list[Job]:
        """Return what is to be done; what is as the last run left it has its result at once."""
        known = {code: recorded.stem for code, recorded in self._recorded.items()}
        stems = file_stems(units_of_province(self._above.province, self._above.issued), known)
        kinds = {unit.kind for unit in self._listed.units}
        orders = {kind: open_orders(kind, self._folder.path, self._above) for kind in kinds}
        jobs = []
        for unit in self._listed.units:
            recorded = self._recorded.get(unit.code) or RecordedUnit(stems[unit.code])
            own = orders_of(unit, orders[unit.kind], self._folder.path, self._above)
            job = self._state.job(unit, recorded, own)
            if unit.row and sha256(job.text.encode()).hexdigest() not in job.written:
                self._unused[unit.code] = self._unused_row(unit, job)
            if result := self._state.unchanged(job, recorded):
                self._results[unit.code] = result
            else:
                jobs.append(job)
                written = dict.fromkeys((*recorded.written, sha256(job.text.encode()).hexdigest()))
                recorded = recorded._replace(written=tuple(written))
            self._recorded[unit.code] = recorded
        return jobs

    def _unused_row(self, unit: ProvinceUnit, job: Job) -> Problem:
        message = (
            f"dòng {unit.row} của bảng không dùng: hồ sơ {job.profile} đã sửa tay nên được giữ nguyên; "
            "hãy sửa hồ sơ ấy, hoặc đổi tên nó rồi chạy lại để kegen ghi hồ sơ mới theo bảng"
        )
        return Problem(Place(str(self._request.units), unit.row), "dong-khong-dung", message, Severity.WARNING)

    def _note(self, job: Job, done: Done[DraftedUnit]) -> None:
        """Take the result of a job into results and record."""
        if done.result is None:
            self._results[job.code] = job.result(Status.FAILED, f"{job.draft}: {done.why_lost}")
            return
        result, profile, draft = done.result
        self._results[job.code] = result
        recorded = self._recorded[job.code]
        self._recorded[job.code] = recorded._replace(
            written=_written(job, done.result, recorded),
            source=self._state.source(profile),
            draft=draft,
            above=recorded.above if result.status is Status.FAILED else self._above.digest,
            result=result,
        )

    def _end(self) -> Cascade:
        results = tuple(self._results.get(each.code) or self._undone(each) for each in self._listed.units)
        self._problems += (
            self._unused[each.code] for each in results if each.own_profile and each.code in self._unused
        )
        written = tables(results)
        still_there = {digest_in(self._folder.path / name) for name in written}
        known = tuple(each for each in self._tables if each in still_there)
        self._tables = (*known, *(sha256(data).hexdigest() for data in written.values()))
        self._try(self._save)
        for name, data in written.items():
            self._try(partial(self._put, name, data, known))
        self._folder.drop_former_plans({self._above.digest, *(each.above for each in self._recorded.values())})
        return Cascade(self._above, results, tuple(self._problems), tuple(self._obstacles))

    def _undone(self, unit: ProvinceUnit) -> UnitResult:
        stem = self._recorded[unit.code].stem
        return UnitResult(unit.code, unit.title, f"{stem}.yaml", f"{stem}.docx", Status.UNDONE)

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except KegenError as error:
            self._obstacles.append(str(error))

    def _save(self, former_plans: tuple[str, ...] = ()) -> None:
        """Write the record; kegen may have written the plan above as it is today, and those former ones."""
        plans = tuple(dict.fromkeys((*former_plans, self._above.digest)))
        write_record(
            self._folder.record, CascadeRecord(self._above.file, plans, self._recorded, self._tables), self._sources
        )


def _written(job: Job, done: DraftedUnit, recorded: RecordedUnit) -> tuple[str, ...]:
    """Return the digests of the starting profiles that kegen may have left, now that the job is done."""
    if not done.profile:
        return recorded.written
    return job.written if done.result.own_profile else (done.profile,)
