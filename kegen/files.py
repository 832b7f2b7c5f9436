"""Files as they are found: by a name however its letters are composed, and without waiting for a pipe or a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kegen.vietnamese import normalise


def stored(path: Path) -> Path:
    """Return the path as the disk spells it, where letters of it are composed otherwise there; else as it is.

    Macs and zips of phones write a letter and its marks apart, and the same name typed is then another one.
    """
    if str(path).isascii() or os.path.lexists(path):
        return path
    folder, wanted = stored(path.parent), normalise(path.name)
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - no error for a name that no path can have
    except (OSError, ValueError):
        return path
    return next((folder / name for name in names if normalise(name) == wanted), path)


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether a pipe, a device or the like is there, which may be waited for without end."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the same
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def as_typed(path: Path) -> str:
    """Return a path as a command line takes it, as one word."""
    return f'"{path}"' if " " in str(path) else str(path)
