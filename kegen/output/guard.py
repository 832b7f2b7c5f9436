"""Saving a draft without ever losing what a person wrote into an earlier one."""

from __future__ import annotations

import itertools
import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kegen.output.locks import lock_of
from kegen.output.names import check_name
from kegen.output.reasons import in_use, unreadable, unwritable
from kegen.output.seal import is_archive, is_untouched, seal
from kegen.output.whole import write_new, write_whole
from kegen.problem import KegenError


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
    kept: Path | None = None


def save(path: str | os.PathLike[str], data: bytes, *, force: bool = False, lasting: bool = True) -> Saved:
    """Write the draft, sealed; raises KegenError, and changes nothing, where somebody's edits would go.

    What is no archive takes no seal: another version of it is somebody's. `lasting` is as `write_whole` has it.
    """
    path, data = Path(path), seal(data) if is_archive(data) else data
    check_name(path)
    old = _old(path)
    if old == data:
        return Saved(path, Outcome.SAME)
    if old is not None and (lock := lock_of(path)):
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
    """Return the bytes of the file that is there, None where there is none that can be kept."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except PermissionError:
        if os.path.isdir(path):  # noqa: PTH112 - no error for a name too long
            return None
        raise in_use(path) from None
    except OSError:
        if os.path.isfile(path):  # noqa: PTH113 - the same
            raise unreadable(path) from None
        return None


def _forced(path: Path, old: bytes, data: bytes) -> Saved:
    kept = _keep(path, old)
    try:
        write_whole(path, data)
    except BaseException:
        kept.unlink()
        raise
    return Saved(path, Outcome.FORCED, kept)


def _keep(path: Path, old: bytes) -> Path:
    """Write the old bytes beside the file, under the first number that is free."""
    for number in itertools.count(1):
        kept = path.with_name(f"{path.stem} (bản cũ {number}){path.suffix}")
        try:
            write_new(kept, old)
        except FileExistsError:
            continue
        except OSError as error:
            raise unwritable(kept, error) from None
        return kept
    raise AssertionError  # pragma: no cover - numbers do not end
