"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kegen.output.names import check_name
from kegen.output.reasons import in_use, unwritable
from kegen.problem import KegenError


def write_whole(path: str | os.PathLike[str], data: bytes, *, lasting: bool = True) -> None:
    """Write the bytes in place of the file; whatever fails, the old file stays and nothing else does.

    Unless `lasting`, the disk takes the bytes in its own time: a power cut may then leave an empty file. For many
    files that can be made again, waiting for each would take longer than making them.
    """
    path = Path(path)
    check_name(path)
    if os.path.isdir(path):  # noqa: PTH112 - no error for a name too long
        raise KegenError(f"{path}: đây là thư mục; hãy ghi cả tên tệp, ví dụ {path / 'ke-hoach.docx'}")
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114 - the same
    beside = target.with_name(f".kegen-{os.urandom(8).hex()}.tmp")
    try:
        write_new(beside, data, lasting=lasting)
        _replace(beside, target, path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(path, error) from None
        raise


def write_new(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file that is not there yet, if `lasting` through to the disk; raises OSError, leaving nothing then."""
    with path.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        except BaseException:
            stream.close()
            path.unlink()
            raise


def _replace(beside: Path, target: Path, path: Path) -> None:
    try:
        os.replace(beside, target)  # noqa: PTH105 - tests make this very call fail
    except PermissionError:
        if target.exists():
            raise in_use(path) from None
        raise
