"""A lock on an open file, which the system frees with the process that holds it."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def lock(handle: int) -> None:
    """Lock the open file for this process; raises OSError where another holds it, or the disk knows no locks."""
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
