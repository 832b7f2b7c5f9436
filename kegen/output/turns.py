"""One writer at a time: who is to look at a file and then write it holds its turn until it has."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from kegen.output.lock import lock
from kegen.output.whole import real
from kegen.problem import KegenError

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_PATIENCE = 5.0
"""Seconds to wait for another writer; a save takes some thousandths."""
_PAUSE = 0.01


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the only turn to write the file; raises KegenError where another holds it for long.

    It is a lock on a passing file beside it, which goes with the turn; one that is left by what was killed is free
    at once, and swept. Where no such file can be made, or the disk knows no locks, the turn is held by nobody.
    """
    target = real(path)
    name = target.with_name(f".kegen-{sha256(target.name.encode()).hexdigest()[:16]}.tmp")
    handle = _taken(name, path)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                name.unlink(missing_ok=True)
            os.close(handle)


def _taken(name: Path, path: Path) -> int | None:
    """Return the locked file of that name, None where there can be none."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            handle = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
        except PermissionError:
            if os.name == "posix":
                return None
        except OSError:
            return None
        else:
            if _is_ours(handle, name):
                return handle
        time.sleep(_PAUSE)
    raise KegenError(f"{path}: tệp đang được ghi ở cửa sổ hay chương trình kegen khác; hãy đợi một lát rồi lưu lại")


def _is_ours(handle: int, name: Path) -> bool:
    """Lock the open file, where the disk knows locks; return whether that is done, else it is closed."""
    try:
        lock(handle)
    except OSError as error:
        if error.errno not in _TAKEN:
            return True
        os.close(handle)
        return False
    with suppress(OSError):
        if name.stat().st_ino == os.fstat(handle).st_ino:
            return True
    os.close(handle)  # the former holder has removed it meanwhile
    return False
