"""What a run has to do: which units are as the last run left them, and what is known of the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from kegen import __version__
from kegen.cascade.folder import Folder
from kegen.cascade.province import ProvincePlan, ProvinceUnit
from kegen.cascade.record import RecordedUnit
from kegen.cascade.result import Status, UnitResult
from kegen.cascade.starting_profile import UnitOrders, starting_profile
from kegen.cascade.unit import Job, digest_in, digest_of_profile
from kegen.drafting.draft import DraftOptions
from kegen.pack.find import pack_files
from kegen.problem import KegenError, Problem
from kegen.shipped import templates_folder


class FolderState:
    """A folder as the last run left it, against what this run would make of it."""

    def __init__(
        self, folder: Folder, above: ProvincePlan, options: DraftOptions, sources: tuple[Path, ...] = ()
    ) -> None:
        """Raise KegenError where the template or the pack cannot be read."""
        self._folder, self._above, self._sources = folder, above, sources
        self._shared = _shared_source(above, options)

    def job(self, unit: ProvinceUnit, recorded: RecordedUnit, orders: UnitOrders) -> Job:
        """Return what there is to do for the unit, if anything is; its starting profile takes up the orders."""
        return Job(
            unit.code,
            unit.title,
            self._folder.path,
            recorded.stem,
            starting_profile(unit, recorded.stem, self._above, orders),
            recorded.written,
            self._above.file,
            self._former_plan(recorded.above),
            self._sources,
        )

    def _former_plan(self, digest: str) -> str:
        """Return the file of that state of the plan above, as profiles name it, "" for none and for today's."""
        file = self._folder.former_plan(digest)
        known = digest not in {"", self._above.digest} and os.path.isfile(file)  # noqa: PTH113 - no error for any name
        return str(file.relative_to(self._folder.path)) if known else ""

    def unchanged(self, job: Job, recorded: RecordedUnit) -> UnitResult | None:
        """Return the last result, if profile, draft and all that they come from are still the same."""
        last = recorded.result
        if last is None or last.status not in {Status.DONE, Status.EDITED}:
            return None
        profile, draft = digest_of_profile(job.profile), digest_in(job.draft)
        renewed = profile in recorded.written and profile != sha256(job.text.encode()).hexdigest()
        if renewed or draft != recorded.draft or self.source(profile) != recorded.source:
            return None
        status = Status.EDITED if last.status is Status.EDITED else Status.UNCHANGED
        return last._replace(status=status, unit=job.unit, problems=tuple(_problems_here(last, self._folder)))

    def source(self, profile: str) -> str:
        """Return the digest of all that a draft comes from, its profile given by its own."""
        return sha256(f"{self._shared} {profile}".encode()).hexdigest()


def _problems_here(result: UnitResult, folder: Folder) -> Iterator[Problem]:
    """Yield the problems by the names that their files have from where this run stands."""
    for each in result.problems:
        name = Path(each.place.file).name
        file = str(folder.path / name) if name in {result.profile, result.draft} else each.place.file
        yield each._replace(place=each.place._replace(file=file))


def _shared_source(above: ProvincePlan, options: DraftOptions) -> str:
    """Return the digest of what all drafts of a run come from."""
    template = options.template or templates_folder() / "ke-hoach.docx"
    files = b"\0".join(_contents([template, *pack_files(above.pack.path)]))
    return sha256(f"{__version__} {options!r} {above.digest} {sha256(files).hexdigest()}".encode()).hexdigest()


def _contents(files: Iterable[Path]) -> Iterator[bytes]:
    for file in files:
        try:
            yield file.read_bytes()
        except OSError:
            raise KegenError(f"{file}: không đọc được tệp này; hãy xem lại đường dẫn") from None
