"""Files under a passing name, in which what is to be a file of its own is written first; those left over are swept."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from kegen.output.lock import lock
from kegen.output.seal import is_untouched

_NAME = re.compile(r"\.kegen-[0-9a-f]{16}\.(tmp|old)")
_ALL = 0o777


def passing_name(path: Path, ending: str = "tmp") -> Path:
    """Return a name in the folder of the path that nobody can foresee; `old` ends that of a file that was there."""
    return path.with_name(f".kegen-{os.urandom(8).hex()}.{ending}")


def write_new(path: Path, data: bytes, *, mode: int | None = None, like: Iterable[Path] = (), lasting: bool) -> None:
    """Write a file that is not there yet, if `lasting` through to the disk; raises OSError, leaving what is begun.

    Its rights are those of `mode`, else of any new file, without those of people who may not read each file of `like`.
    """
    with path.open("xb") as stream:
        if os.name == "posix":
            with suppress(OSError):  # a disk that knows no locks
                lock(stream.fileno())
            _restrict(stream.fileno(), mode, like)
        stream.write(data)
        stream.flush()
        if lasting:
            os.fsync(stream.fileno())


def _restrict(handle: int, mode: int | None, like: Iterable[Path]) -> None:
    own = S_IMODE(os.fstat(handle).st_mode)
    wanted = own if mode is None else mode & _ALL
    for each in like:
        wanted &= _allowed(each)
    if wanted != own:
        with suppress(PermissionError):  # a disk that knows no rights
            os.fchmod(handle, wanted)


def _allowed(source: Path) -> int:
    """Return every right of whoever may read the file; of its owner in any case."""
    try:
        mode = source.stat().st_mode
    except (OSError, ValueError):
        return _ALL
    return 0o700 | sum(7 << shift for shift in (3, 0) if mode & (4 << shift))


def sweep(folder: Path) -> None:
    """Remove what kegen's processes that were killed left half written in the folder; what is being written stays."""
    with suppress(OSError), os.scandir(folder) as inside:
        found = [each.path for each in inside if _NAME.fullmatch(each.name) and each.is_file(follow_symlinks=False)]
        for each in found:
            with suppress(OSError):
                _remove(Path(each))


def _remove(left: Path) -> None:
    if os.name != "posix":  # where nothing that is open can be removed
        if left.suffix == ".tmp" or is_untouched(left.read_bytes()):
            left.unlink()
        return
    handle = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        lock(handle)
        if left.suffix == ".tmp" or os.fstat(handle).st_nlink > 1 or is_untouched(left.read_bytes()):
            left.unlink()
    finally:
        os.close(handle)
