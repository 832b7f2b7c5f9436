"""The files that Word and LibreOffice keep beside a document while it is open."""

from __future__ import annotations

import os
from pathlib import Path

_WHOLE_STEM = 6


def lock_of(path: Path) -> Path | None:
    """Return the lock file that shows the document to be open, or None."""
    return next(filter(os.path.exists, _locks(path)), None)


def _locks(path: Path) -> tuple[Path, ...]:
    """Return every name the lock may have.

    Word puts `~$` before a name of up to 6 letters, in place of the first of 7, of the first two of more.
    """
    cut = min(max(len(path.stem) - _WHOLE_STEM, 0), 2)
    names = (f"~${path.name[cut:]}", f"~${path.name}", f".~lock.{path.name}#")
    return tuple(path.with_name(name) for name in names)
