"""Where a new profile goes, and how it names the plan above that lies elsewhere."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from kegen.starting.profile import Starting
from kegen.vietnamese import fold


def free_path(unit: Starting, folder: Path) -> Path:
    """Return a file's name for the unit that no file of the folder has: `xa-nhu-khe.yaml`, `xa-nhu-khe-2.yaml` …"""
    stem = fold(unit.title).replace("’", "")
    stem = "".join(letter if letter.isascii() and (letter.isalnum() or letter == "-") else "" for letter in stem)
    number, path = 1, folder / f"{stem}.yaml"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}.yaml"
    return path


def named_from(file: Path, folder: Path) -> str:
    """Return the file as a profile in the folder names it."""
    try:
        return PurePath(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return str(file.resolve())
