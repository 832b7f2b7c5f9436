"""One unit of a cascade: its starting profile settled, its draft made, what came of both in one result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.result import Status, UnitResult
from kegen.compare.compare import compare
from kegen.compare.text import change_lines
from kegen.drafting.draft import DraftOptions, DraftResult, draft
from kegen.output.guard import Edited, save_known
from kegen.output.older import bytes_there
from kegen.output.whole import disk_error
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve_leniently
from kegen.problem import KegenError
from kegen.profile.read import Loaded
from kegen.reporting.text import problems
from kegen.yaml_text.text import decode_text


class Job(NamedTuple):
    """One unit to be drafted."""

    code: str
    unit: str
    folder: Path
    stem: str
    text: str
    """The starting profile that this run would write."""
    written: tuple[str, ...]
    """Digests of those that kegen may have written before."""
    handed_down: str = ""
    """The file of the plan above."""
    before: str = ""
    """The file of the state that the last draft carried out, where that was another; "" for none."""
    sources: tuple[Path, ...] = ()
    """The files that the starting profile is made of."""

    @property
    def profile(self) -> Path:
        """Where its starting profile goes."""
        return self.folder / f"{self.stem}.yaml"

    @property
    def draft(self) -> Path:
        """Where its draft goes."""
        return self.folder / f"{self.stem}.docx"

    def result(self, status: Status, obstacle: str = "") -> UnitResult:
        """Return a result for the unit."""
        return UnitResult(self.code, self.unit, self.profile.name, self.draft.name, status, obstacle=obstacle)


class DraftedUnit(NamedTuple):
    """What became of a job, and the digests of the files it came from and left."""

    result: UnitResult
    profile: str = ""
    draft: str = ""


def draft_unit(options: DraftOptions, job: Job) -> DraftedUnit:
    """Settle the starting profile, draft it, and say what came of it; no error a person can mend is raised."""
    try:
        profile = _settle(job)
        _clear(job.draft)
    except KegenError as error:
        return DraftedUnit(job.result(Status.FAILED, str(error)))
    except OSError as error:
        return DraftedUnit(job.result(Status.FAILED, str(disk_error(error, job.profile))))
    drafted = draft(job.profile, job.draft, options)
    result = _result(job, drafted, own_profile=profile != job.text.encode())
    return DraftedUnit(result, sha256(profile).hexdigest(), digest_in(job.draft))


def _settle(job: Job) -> bytes:
    """Write the starting profile, unless one with somebody's edits is there; return what is there then."""
    data = job.text.encode()
    old = bytes_there(job.profile)
    if old is not None and said_by(old) == data:
        return data
    try:
        save_known(job.profile, data, lambda there: _is_own(there, job), force=False, like=job.sources)
    except Edited:
        if old is None:
            raise  # written by somebody at that moment
        return said_by(old)
    return data


def _is_own(data: bytes, job: Job) -> bool:
    """Whether kegen wrote it, whatever line ends it has since; what a power cut leaves of a file is nobody's work."""
    return not data.strip(b"\0") or sha256(said_by(data)).hexdigest() in job.written


def said_by(profile: bytes) -> bytes:
    """Return the profile as kegen would save its text, by which it is compared: other programs change line ends."""
    try:
        text = decode_text(profile, "").text
    except KegenError:
        return profile
    return ("\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n") + "\n").encode(errors="surrogatepass")


def _clear(draft: Path) -> None:
    """Remove what a power cut left in the place of a draft."""
    old = bytes_there(draft)
    if old is not None and not old.strip(b"\0"):
        with suppress(OSError):
            draft.unlink()


def _result(job: Job, drafted: DraftResult, *, own_profile: bool) -> UnitResult:
    status = {"": Status.DONE, "edited": Status.EDITED}.get(drafted.stop, Status.FAILED)
    found = problems(drafted.report) if drafted.report else ()
    plan = drafted.plan
    return job.result(status, "" if status is Status.EDITED else drafted.obstacle)._replace(
        blanks=plan.blanks if plan else (),
        problems=(*drafted.problems, *found),
        open=tuple(_open_orders(plan)) if plan else (),
        changes=_changes(job, drafted.loaded, plan) if job.before and drafted.loaded else (),
        own_profile=own_profile,
    )


def _open_orders(plan: Plan) -> Iterator[str]:
    for each in plan.coverage:
        if each.state == "open":
            yield each.order.wording


def _changes(job: Job, loaded: Loaded, plan: Plan | None) -> tuple[str, ...]:
    """Return in words what the change of the plan above does to the unit's plan, () where it is not in its profile.

    The unit's profile is resolved under the former plan and under the new one: what the unit wrote itself is on both
    sides, and so in no change. `plan` is None where the profile no longer fits the new plan above; what it would come
    to is compared all the same.
    """
    parent = loaded.profile.parent_plan
    if parent is None or parent.plan != job.handed_down:
        return ()
    profile = loaded.profile.model_copy(update={"parent_plan": parent.model_copy(update={"plan": job.before})})
    under_former = loaded._replace(profile=profile)
    try:
        changes = compare(resolve_leniently(under_former), plan or resolve_leniently(loaded))
    except KegenError:
        return ()  # the profile is wrong in itself, which is a problem of the result
    return tuple(line.strip("\n") for line in change_lines(changes)) if changes else ()


def digest_in(file: Path) -> str:
    """Return the digest of what is in the file, "" for none, or none that can be read."""
    try:
        there = bytes_there(file)
    except KegenError:
        return ""
    return "" if there is None else sha256(there).hexdigest()


def digest_of_profile(file: Path) -> str:
    """Return the digest of what the profile says, "" for none, or none that can be read."""
    try:
        there = bytes_there(file)
    except KegenError:
        return ""
    return "" if there is None else sha256(said_by(there)).hexdigest()
