"""The folder of a cascade: what lies where in it, the plan handed down in a file of its own, one run at a time."""

from __future__ import annotations

import errno
import itertools
import os
import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.province import ProvincePlan
from kegen.output.whole import unwritable, write_whole
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HIDDEN = ".kegen-cascade"
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FolderError(KegenError):
    """The folder cannot be used: not written to, or another run is in it."""


@contextmanager
def folder_errors() -> Iterator[None]:
    """Raise any KegenError of the block as a FolderError."""
    try:
        yield
    except KegenError as error:
        raise FolderError(str(error)) from None


class Folder(NamedTuple):
    """A cascade's folder; what kegen notes for itself is in a hidden one inside."""

    path: Path

    @property
    def lock(self) -> Path:
        """The file that is locked while a run is going on."""
        return self.path / _HIDDEN / "lock"

    @property
    def record(self) -> Path:
        """The file of the record of earlier runs."""
        return self.path / _HIDDEN / "record.json"

    def former_plan(self, digest: str) -> Path:
        """Where the province's plan of that digest is, for telling what a later one changes."""
        return self.path / _HIDDEN / f"{digest}{SUFFIX}"

    def sweep(self) -> None:
        """Remove what processes that were killed left half written."""
        for place in (self.path, self.path / _HIDDEN):
            for left in place.glob(".kegen-*.tmp"):
                with suppress(OSError):
                    left.unlink()

    def hand_down(self, plan: ProvincePlan, known: Iterable[str]) -> None:
        """Put the plan's file in place; a file there whose digest is not among the known ones is renamed first."""
        target, data = self.path / plan.file, plan.text.encode()
        try:
            old = target.read_bytes()
        except OSError:
            old = None  # none there, or writing will say what is wrong
        if old != data:
            if old is not None and sha256(old).hexdigest() not in set(known):
                _rename_old(target)
            write_whole(target, data)

    def save_former_plan(self, plan: ProvincePlan) -> None:
        """Save this state of the plan for a time when there is another."""
        if not self.former_plan(plan.digest).exists():
            write_whole(self.former_plan(plan.digest), plan.text.encode())

    def drop_former_plans(self, wanted: Container[str]) -> None:
        """Remove the states of the plan whose digest is not wanted: no draft carries them out any more."""
        for former in (self.path / _HIDDEN).glob(f"*{SUFFIX}"):
            if former.name.removesuffix(SUFFIX) not in wanted:
                with suppress(OSError):
                    former.unlink()


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


def _rename_old(file: Path) -> None:
    stem = file.name.removesuffix(SUFFIX)
    names = (file.with_name(f"{stem} (bản cũ {number}){SUFFIX}") for number in itertools.count(1))
    try:
        file.replace(next(name for name in names if not name.exists()))
    except OSError as error:
        raise unwritable(file, error) from None


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock in the file, made if need be; raises KegenError where another process holds it.

    The system frees it with the process that holds it. Processes started meanwhile do not inherit it.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                raise KegenError(
                    f"{file.parent.parent}: đang có một lệnh kegen cascade khác chạy trong thư mục này; "
                    "hãy đợi lệnh ấy xong, hoặc chọn thư mục khác bằng --output"
                ) from None
            # else a disk that knows no locks, as some on a network: better unguarded than not at all
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
