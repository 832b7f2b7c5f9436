"""The folder of a cascade: what lies where in it, and the plan above handed down as a file of its own."""

from __future__ import annotations

import itertools
import os
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.above import Above
from kegen.output.reasons import unwritable
from kegen.output.whole import write_whole
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError

_HIDDEN = ".kegen-cascade"


class Blocked(KegenError):  # noqa: N818 - a state of the folder
    """The folder cannot be used: not written to, or another run is in it."""


@contextmanager
def needed() -> Iterator[None]:
    """Make whatever keeps a run from writing there the end of it."""
    try:
        yield
    except KegenError as error:
        raise Blocked(str(error)) from None


class Folder(NamedTuple):
    """A cascade's folder; what kegen keeps for itself is in a hidden one inside."""

    path: Path

    @property
    def lock(self) -> Path:
        """The file that shows a run to be going on."""
        return self.path / _HIDDEN / "lock"

    @property
    def record(self) -> Path:
        """What kegen remembers of the folder."""
        return self.path / _HIDDEN / "record.json"

    def former(self, digest: str) -> Path:
        """Where a state of the plan above is kept, for telling what a later one changes."""
        return self.path / _HIDDEN / f"{digest}{SUFFIX}"

    def sweep(self) -> None:
        """Take away what a run that was killed left half written."""
        for place in (self.path, self.path / _HIDDEN):
            for left in place.glob(".kegen-*.tmp"):
                with suppress(OSError):
                    left.unlink()

    def hand_down(self, above: Above, known: Iterable[str]) -> None:
        """Put the plan's file in place; one with unknown words in its place is kept under another name."""
        target, data = self.path / above.file, above.text.encode()
        try:
            old = target.read_bytes()
        except OSError:
            old = None  # none there, or writing will say what is wrong
        if old != data:
            if old is not None and sha256(old).hexdigest() not in set(known):
                _put_aside(target)
            write_whole(target, data)

    def keep_former(self, above: Above) -> None:
        """Keep this state of the plan for a time when there is another."""
        if not self.former(above.digest).exists():
            write_whole(self.former(above.digest), above.text.encode())

    def drop_former(self, wanted: Container[str]) -> None:
        """Drop the states of the plan that no draft carries out any more."""
        for kept in (self.path / _HIDDEN).glob(f"*{SUFFIX}"):
            if kept.name.removesuffix(SUFFIX) not in wanted:
                with suppress(OSError):
                    kept.unlink()


def open_folder(path: Path) -> Folder:
    """Return the folder, made if need be; raises KegenError where it cannot be."""
    folder = Folder(path)
    try:
        folder.lock.parent.mkdir(parents=True, exist_ok=True)
        folder.lock.touch()
    except (FileExistsError, NotADirectoryError):
        raise KegenError(f"{path}: đây là một tệp; hãy ghi tên một thư mục ở --output") from None
    except OSError as error:
        raise unwritable(path, error) from None
    return folder


def _put_aside(file: Path) -> None:
    stem = file.name.removesuffix(SUFFIX)
    for number in itertools.count(1):
        aside = file.with_name(f"{stem} (bản cũ {number}){SUFFIX}")
        if not aside.exists():
            try:
                os.replace(file, aside)  # noqa: PTH105 - as everywhere in kegen
            except OSError as error:
                raise unwritable(file, error) from None
            return
