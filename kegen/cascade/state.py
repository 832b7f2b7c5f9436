"""What a run has to do: which units are as the last run left them, and what is known of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from kegen import __version__
from kegen.cascade.above import Above
from kegen.cascade.drafting import Way
from kegen.cascade.folder import Folder
from kegen.cascade.members import Member
from kegen.cascade.openings import Openings
from kegen.cascade.record import Entry
from kegen.cascade.result import Result, Status
from kegen.cascade.starting import starting_profile
from kegen.cascade.unit import Job, digest_in
from kegen.problem import KegenError, Problem
from kegen.shipped import templates_folder

_SETTLED = {Status.DONE, Status.EDITED}


class State:
    """A folder as the last run left it, against what this run would make of it."""

    def __init__(self, folder: Folder, above: Above, way: Way) -> None:
        self._folder, self._above = folder, above
        self._ground = _ground(above, way)
        self._openings = Openings(folder.path, above)

    def job(self, member: Member, entry: Entry) -> Job:
        """Return what there is to do for the unit, if anything is."""
        before = self._former(entry.above) if entry.above not in {"", self._above.digest} else ""
        return Job(
            member.code,
            member.title,
            self._folder.path,
            entry.stem,
            starting_profile(member, entry.stem, self._above, self._openings.of(member.kind)),
            entry.written,
            self._above.file,
            before,
        )

    @lru_cache(maxsize=8)  # noqa: B019 - a state lives as long as its run
    def _former(self, digest: str) -> str:
        """Return the file of that state of the plan above, as profiles name it, "" for none."""
        file = self._folder.former(digest)
        return str(file.relative_to(self._folder.path)) if file.is_file() else ""

    def unchanged(self, job: Job, entry: Entry) -> Result | None:
        """Return the last result, if profile, draft and all that they come from are still the same."""
        if entry.result is None or entry.result.status not in _SETTLED:
            return None
        profile, draft = digest_in(job.profile), digest_in(job.draft)
        renewed = profile in entry.written and profile != sha256(job.text.encode()).hexdigest()
        if renewed or draft != entry.draft or self.source(profile) != entry.source:
            return None
        status = Status.EDITED if entry.result.status is Status.EDITED else Status.UNCHANGED
        return entry.result._replace(status=status, unit=job.unit, problems=tuple(_moved(entry.result, self._folder)))

    def source(self, profile: str) -> str:
        """Return the digest of all that a draft comes from, its profile given by its own."""
        return sha256(f"{self._ground} {profile}".encode()).hexdigest()


def _moved(result: Result, folder: Folder) -> Iterator[Problem]:
    """Yield the problems by the names that their files have from where this run stands."""
    for each in result.problems:
        name = Path(each.place.file).name
        file = str(folder.path / name) if name in {result.profile, result.draft} else each.place.file
        yield each._replace(place=each.place._replace(file=file))


def _ground(above: Above, way: Way) -> str:
    """Return the digest of what all drafts of a run share."""
    template = way.template or templates_folder() / "ke-hoach.docx"
    pack = templates_folder() / above.plan.standing.directive
    files = b"\0".join(_contents([template, *sorted(pack.glob("*.yaml"))]))
    return sha256(f"{__version__} {way} {above.digest} {sha256(files).hexdigest()}".encode()).hexdigest()


def _contents(files: Iterable[Path]) -> Iterator[bytes]:
    for file in files:
        try:
            yield file.read_bytes()
        except OSError:
            raise KegenError(f"{file}: không đọc được tệp này; hãy xem lại đường dẫn") from None
