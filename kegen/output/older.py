"""The file that is there when another is to take its place: what it holds, and how it is kept under another name."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kegen.output.temporary import passing_name, write_new
from kegen.output.whole import in_use, is_folder, real, unreadable, unwritable
from kegen.problem import KegenError

_LARGEST = 256 << 20
_NO_PLACE = {errno.ENOTDIR, errno.ENAMETOOLONG}
_ENDINGS = (".plan.yaml",)
"""Endings of two parts, by which files are known: they stay whole in the name of a kept file."""


def bytes_there(path: Path) -> bytes | None:
    """Return what the file holds, None only where there is none; raises KegenError for all that cannot be read."""
    try:
        state = path.stat()
        if S_ISDIR(state.st_mode):
            raise is_folder(path)
        if not S_ISREG(state.st_mode):
            raise _no_file(path)
        if state.st_size > _LARGEST:
            raise unreadable(path)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except PermissionError:
        raise (in_use(path) if os.access(path, os.R_OK) else unreadable(path)) from None
    except ValueError:
        raise unreadable(path) from None
    except OSError as error:
        raise (unwritable(path, error) if error.errno in _NO_PLACE else unreadable(path)) from None


def _no_file(path: Path) -> KegenError:
    return KegenError(
        f"{path}: ở đây là ống dẫn hoặc thiết bị, không phải tệp thường, nên không đọc, không ghi đè; "
        "hãy chọn tên khác bằng --output"
    )


def keep(path: Path, old: bytes) -> Path:
    """Give the file a second name, the first number that is free; raises KegenError where that cannot be.

    A second name of the very file keeps what is saved into it meanwhile, too; where the disk gives none, its bytes
    are copied.
    """
    target = real(path)
    for name in _names(path):
        try:
            os.link(target, name)
        except FileExistsError:
            continue
        except OSError:
            return _copied(path, target, old)
        return name
    raise AssertionError  # pragma: no cover - numbers do not end


def _copied(path: Path, target: Path, old: bytes) -> Path:
    """Write the bytes under another name, whole or not at all."""
    beside = passing_name(path)
    try:
        write_new(beside, old, mode=target.stat().st_mode, lasting=True)
        return move_aside(beside, path)
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def move_aside(left: Path, path: Path) -> Path:
    """Give the file the name under which an older one of that path is kept; raises OSError where that cannot be."""
    for name in _names(path):
        try:
            os.link(left, name)
        except FileExistsError:
            continue
        except OSError:  # a disk that gives no second names
            if os.path.lexists(name):
                continue
            left.rename(name)
        else:
            left.unlink()
        return name
    raise AssertionError  # pragma: no cover - the same


def drop(backup: Path, path: Path) -> None:
    """Remove the second name, if the file still has its first or all that it holds is there."""
    with suppress(OSError):
        if path.samefile(backup) or path.read_bytes() == backup.read_bytes():
            backup.unlink()


def second_name(path: Path) -> Path | None:
    """Return a passing second name of the file; None where the disk gives none."""
    target = real(path)
    name = passing_name(target, "old")
    try:
        os.link(target, name)
    except OSError:
        return None
    return name


def settle(second: Path, path: Path, old: bytes) -> Path | None:
    """Remove the passing name of a file that holds what it did; else return where it is now kept."""
    with suppress(OSError):
        if second.read_bytes() != old and not second.samefile(real(path)):
            return move_aside(second, path)
        second.unlink()
    return None


def _names(path: Path) -> Iterator[Path]:
    ending = next((each for each in _ENDINGS if path.name.lower().endswith(each)), path.suffix)
    end = path.name[len(path.name) - len(ending) :]
    stem = path.name.removesuffix(end) if end else path.name
    return (path.with_name(f"{stem} (bản cũ {number}){end}") for number in itertools.count(1))
