"""The folder of a cascade: what lies where in it, the plan handed down in a file of its own, one run at a time."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from kegen.cascade.province import ProvincePlan
from kegen.output.guard import save_known
from kegen.output.lock import lock
from kegen.output.older import bytes_there
from kegen.output.temporary import sweep
from kegen.output.whole import disk_error, unwritable, write_whole
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError, Place, Problem, Severity

_HIDDEN = ".kegen-cascade"
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_NO_FILE = {errno.EISDIR, errno.ELOOP, errno.ENXIO}
_OWN_PLACE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class FolderError(KegenError):
    """The folder cannot be used: not written to, or another run is in it."""


@contextmanager
def folder_errors() -> Iterator[None]:
    """Raise any KegenError of the block as a FolderError."""
    try:
        yield
    except KegenError as error:
        raise FolderError(str(error)) from None
    except OSError as error:
        raise FolderError(str(disk_error(error, "--output"))) from None


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
            sweep(place)

    def put(self, name: str, data: bytes, known: Iterable[str], like: Iterable[Path]) -> Iterator[Problem]:
        """Put a file in place; another there whose digest is not among the known ones is kept beside it, and told."""
        digests = frozenset(known)
        saved = save_known(self.path / name, data, lambda old: sha256(old).hexdigest() in digests, like=like)
        if saved.backup:
            message = f"tệp có sẵn ở đây không do kegen ghi, hoặc đã được sửa, nên được giữ lại tại {saved.backup}"
            yield Problem(Place(str(saved.path)), "giu-tep-cu", message, Severity.WARNING)

    def save_former_plan(self, plan: ProvincePlan, like: Iterable[Path]) -> None:
        """Save this state of the plan for a time when there is another."""
        file, data = self.former_plan(plan.digest), plan.text.encode()
        if bytes_there(file) != data:
            write_whole(file, data, like=like)

    def drop_former_plans(self, wanted: Container[str]) -> None:
        """Remove the states of the plan whose digest is not wanted: no draft carries them out any more.

        A file that is named by another digest than its own is none of kegen's.
        """
        with suppress(OSError):
            for name in os.listdir(self.path / _HIDDEN):  # noqa: PTH208 - names alone are wanted
                digest = name.removesuffix(SUFFIX)
                if re.fullmatch(r"[0-9a-f]{64}", digest) and digest not in wanted:
                    _drop_former_plan(self.former_plan(digest), digest)


def _drop_former_plan(file: Path, digest: str) -> None:
    with suppress(OSError, KegenError):
        if not file.is_symlink() and sha256(bytes_there(file) or b"").hexdigest() == digest:
            file.unlink()


def open_folder(path: Path) -> Folder:
    """Return the folder, made if need be; raises KegenError where it cannot be."""
    folder = Folder(path)
    hidden = folder.lock.parent
    try:
        if os.path.lexists(hidden) and os.path.realpath(hidden) != os.path.join(os.path.realpath(path), _HIDDEN):  # noqa: PTH118
            raise KegenError(
                f"{hidden}: đây là lối tắt sang nơi khác, không phải thư mục mà kegen đã tạo, nên không dùng; "
                "hãy xóa lối tắt ấy, hoặc chọn thư mục khác bằng --output"
            )
        hidden.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise KegenError(f"{path}: đây là một tệp; hãy ghi tên một thư mục ở --output") from None
    except OSError as error:
        raise unwritable(path, error) from None
    return folder


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock in the file, made if need be; raises KegenError where another process holds it.

    The system frees it with the process that holds it. Processes started meanwhile do not inherit it.
    """
    handle = _open_lock(file)
    try:
        try:
            lock(handle)
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


def _open_lock(file: Path) -> int:
    """Open the file of the lock, which must be a file in its own place; raises KegenError where it is not."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | _OWN_PLACE, 0o666)
        if S_ISREG(os.fstat(handle).st_mode):
            return handle
        os.close(handle)
    except OSError as error:
        if not isinstance(error, IsADirectoryError) and error.errno not in _NO_FILE:
            raise unwritable(file, error) from None
    raise KegenError(
        f"{file}: kegen cần tệp này để khóa thư mục, nhưng ở đây là thư mục, lối tắt hoặc ống dẫn; "
        "hãy xóa nó đi rồi chạy lại"
    )
