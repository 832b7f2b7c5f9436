"""Saving a draft without ever losing what a person wrote into an earlier one."""

from __future__ import annotations

import itertools
import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kegen.output.seal import is_archive, is_untouched, seal
from kegen.output.whole import check_name, in_use, unreadable, unwritable, write_new, write_whole
from kegen.problem import KegenError

_WHOLE_STEM = 6


class Edited(KegenError):  # noqa: N818 - a state of the file
    """The file that is there has somebody's edits, or is not kegen's at all."""


class Outcome(StrEnum):
    """What saving a draft came to."""

    NEW = "new"
    SAME = "same"
    REDRAFTED = "redrafted"
    """An earlier draft that nobody had edited was replaced."""
    FORCED = "forced"
    """A file of somebody's was replaced, and kept under another name."""


class Saved(NamedTuple):
    """Where a draft now is, how it got there, and where the older file was put, if one was kept."""

    path: Path
    outcome: Outcome
    backup: Path | None = None


def save(path: str | os.PathLike[str], data: bytes, *, force: bool = False, lasting: bool = True) -> Saved:
    """Write the draft, sealed; raises KegenError, and changes nothing, where somebody's edits would go.

    What is no archive takes no seal: another version of it is somebody's. `lasting` is as `write_whole` has it.
    """
    path, data = Path(path), seal(data) if is_archive(data) else data
    check_name(path)
    old = _old(path)
    if old == data:
        return Saved(path, Outcome.SAME)
    if old is not None and (lock := _lock_of(path)):
        raise in_use(path, lock)
    if old is None or is_untouched(old):
        write_whole(path, data, lasting=lasting)
        return Saved(path, Outcome.NEW if old is None else Outcome.REDRAFTED)
    if not force:
        raise Edited(
            f"{path}: tệp này đã được sửa sau khi soạn, hoặc không do kegen soạn, nên không ghi đè; "
            "hãy chọn tên khác bằng --output, hoặc thêm --force để ghi đè (tệp cũ được giữ lại bên cạnh)"
        )
    return _forced(path, old, data)


def _old(path: Path) -> bytes | None:
    """Return the bytes of the file that is there, None where there is no file."""
    try:
        return None if path.is_dir() else path.read_bytes()
    except FileNotFoundError:
        return None
    except PermissionError:
        raise in_use(path) from None
    except OSError:
        if os.access(path, os.F_OK):
            raise unreadable(path) from None
        return None


def _forced(path: Path, old: bytes, data: bytes) -> Saved:
    backup = _back_up(path, old)
    try:
        write_whole(path, data)
    except BaseException:
        backup.unlink()
        raise
    return Saved(path, Outcome.FORCED, backup)


def _back_up(path: Path, old: bytes) -> Path:
    """Write the old bytes beside the file, under the first number that is free."""
    for number in itertools.count(1):
        backup = path.with_name(f"{path.stem} (bản cũ {number}){path.suffix}")
        try:
            write_new(backup, old)
        except FileExistsError:
            continue
        except OSError as error:
            raise unwritable(backup, error) from None
        return backup
    raise AssertionError  # pragma: no cover - numbers do not end


def _lock_of(path: Path) -> Path | None:
    """Return the lock file that shows the document to be open, or None."""
    return next(filter(os.path.exists, _locks(path)), None)


def _locks(path: Path) -> tuple[Path, ...]:
    """Return every name the lock may have.

    Word puts `~$` before a name of up to 6 letters, in place of the first of 7, of the first two of more.
    """
    cut = min(max(len(path.stem) - _WHOLE_STEM, 0), 2)
    names = (f"~${path.name[cut:]}", f"~${path.name}", f".~lock.{path.name}#")
    return tuple(path.with_name(name) for name in names)
