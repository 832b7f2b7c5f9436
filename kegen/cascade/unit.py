"""Units of a cascade: their starting profiles settled, their drafts made, what came of each in one result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.drafting import Drafted, Way, draft
from kegen.cascade.result import Result, Status
from kegen.output.whole import write_whole
from kegen.plan.model import Plan
from kegen.problem import KegenError, Problem


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
    """That of the state which the last draft carried out, where that was another; "" for none."""

    @property
    def profile(self) -> Path:
        """Where its starting profile goes."""
        return self.folder / f"{self.stem}.yaml"

    @property
    def draft(self) -> Path:
        """Where its draft goes."""
        return self.folder / f"{self.stem}.docx"


class Finished(NamedTuple):
    """What became of a job, and the digests of the files it came from and left."""

    result: Result
    profile: str = ""
    draft: str = ""


def do_all(way: Way, jobs: Sequence[Job]) -> list[Finished]:
    """Settle each starting profile, draft it, and say what came of each."""
    return [_done(way, job) for job in jobs]


def _done(way: Way, job: Job) -> Finished:
    settled = _settled(job)
    if isinstance(settled, Finished):
        return settled
    return _finished(*settled, draft(job.profile, job.draft, way))


def _settled(job: Job) -> tuple[Job, bytes] | Finished:
    """Return the job with the starting profile that is there now, or why there is none."""
    try:
        profile = settle(job)
        _clear(job.draft)
    except KegenError as error:
        return Finished(_result(job)._replace(status=Status.FAILED, obstacle=str(error)))
    return job, profile


def _result(job: Job) -> Result:
    return Result(job.code, job.unit, job.profile.name, job.draft.name, Status.DONE)


def _finished(job: Job, profile: bytes, drafted: Drafted) -> Finished:
    result = _told(_result(job), drafted, own=profile != job.text.encode())
    if job.before and drafted.loaded:
        from kegen.cascade.effect import effect  # noqa: PLC0415 - only where the plan above has changed

        result = result._replace(changes=effect(drafted.loaded, drafted.plan, job.handed_down, job.before))
    return Finished(result, sha256(profile).hexdigest(), digest_in(job.draft))


def settle(job: Job) -> bytes:
    """Write the starting profile, unless one with somebody's edits is there; return what is there then."""
    data = job.text.encode()
    old = _old(job.profile)
    if old == data:
        return data
    if old is None or sha256(old).hexdigest() in job.written:
        write_whole(job.profile, data, lasting=False)
        return data
    return old


def _old(file: Path) -> bytes | None:
    """Return what is in the file, None where there is none; raises KegenError where it cannot be read."""
    try:
        data = file.read_bytes()
        return data if data.strip(b"\0") else None  # what a power cut leaves of a file is nobody's work
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KegenError(
            f"{file}: không đọc được tệp đang có ở đây (mã lỗi {error.errno}); hãy đóng chương trình đang mở tệp"
        ) from None


def _clear(draft: Path) -> None:
    """Take away what a power cut left in the place of a draft."""
    if _old(draft) is None:
        with suppress(OSError):
            draft.unlink()


def _told(result: Result, drafted: Drafted, *, own: bool) -> Result:
    status = {"": Status.DONE, "edited": Status.EDITED}.get(drafted.stop, Status.FAILED)
    return result._replace(
        status=status,
        blanks=drafted.plan.blanks if drafted.plan else (),
        problems=tuple(_problems(drafted)),
        obstacle="" if status is Status.EDITED else drafted.obstacle,
        open=tuple(_open(drafted.plan)) if drafted.plan else (),
        own_profile=own,
    )


def _problems(drafted: Drafted) -> Iterator[Problem]:
    yield from drafted.problems
    if drafted.report is not None and drafted.report.findings:
        from kegen.reporting.text import problems  # noqa: PLC0415 - most drafts need it not

        yield from problems(drafted.report)


def _open(plan: Plan) -> Iterator[str]:
    for each in plan.coverage:
        if each.state == "open":
            yield each.order.wording


def digest_in(file: Path) -> str:
    """Return the digest of what is in the file, "" for none."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
