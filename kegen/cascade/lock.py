"""One cascade at a time in a folder: a lock that the system takes away with the process that held it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kegen.cascade.copies import disown, own
from kegen.problem import KegenError

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock in the file, made if need be; raises KegenError where another process holds it."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    own(handle, partial(os.close, handle))
    try:
        try:
            _take(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                raise KegenError(
                    f"{file.parent.parent}: đang có một lệnh kegen cascade khác chạy trong thư mục này; "
                    "hãy đợi lệnh ấy xong, hoặc chọn thư mục khác bằng --output"
                ) from None
            # else a disk that knows no locks, as some on a network: better unguarded than not at all
        yield
    finally:
        if disown(handle):
            os.close(handle)


if sys.platform == "win32":

    def _take(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _take(handle: int) -> None:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
