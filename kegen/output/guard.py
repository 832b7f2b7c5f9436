"""Saving a draft without ever losing what a person wrote into an earlier one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kegen.files import stored
from kegen.identity import is_as_drafted, is_draft
from kegen.output.older import bytes_there, drop, keep, second_name, settle
from kegen.output.seal import is_archive, is_copy, is_sealed, is_untouched, origin_in, seal
from kegen.output.temporary import sweep
from kegen.output.whole import check_name, in_use, write_whole
from kegen.problem import KegenError

_WHOLE_STEM = 6


class Edited(KegenError):  # noqa: N818 - a state of the file
    """The file that is there has somebody's edits, or is not kegen's at all."""


class EditedDraft(Edited):
    """The file that is there is a draft that somebody has edited: `what` says so, `advice` how to draft even so."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what}; {advice}")
        self.what, self.advice = what, advice


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


class _New(NamedTuple):
    """A file to be written: where, what, and how, as `write_whole` has it."""

    path: Path
    data: bytes
    lasting: bool
    like: tuple[Path, ...]

    def write(self, before: Callable[[], None]) -> None:
        write_whole(self.path, self.data, lasting=self.lasting, like=self.like, before=before)


def save(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    force: bool = False,
    lasting: bool = True,
    like: Iterable[Path] = (),
) -> Saved:
    """Write the file, a draft as it is, else sealed; raises KegenError, and changes nothing, for a file of somebody's.

    What nobody has edited makes way for its like: a draft for a draft, a copy for a copy of the same documents. What
    is no archive takes no seal: another version of it is somebody's. `lasting` and `like` are as `write_whole` has
    them.
    """
    if is_archive(data) and not is_sealed(data) and not is_as_drafted(data):
        data = seal(data)
    new = _New(stored(Path(path)), data, lasting, tuple(like))
    return _put(new, lambda old: is_untouched(old, origin_in(data)), force=force)


def save_known(
    path: Path, data: bytes, known: Callable[[bytes], bool], *, force: bool = True, like: Iterable[Path] = ()
) -> Saved:
    """Write one of many files that can be made again in place of one that is known for kegen's own.

    What is not known is somebody's: kept beside it, or, without `force`, left alone, which raises KegenError.
    """
    return _put(_New(stored(path), data, lasting=False, like=tuple(like)), known, force=force)


def _put(new: _New, ours: Callable[[bytes], bool], *, force: bool) -> Saved:
    path = new.path
    check_name(path)
    if new.lasting:
        sweep(path.parent)
    old = bytes_there(path)
    if old == new.data:
        return Saved(path, Outcome.SAME)
    if old is None:
        new.write(partial(_check_still, path, None))
        return Saved(path, Outcome.NEW)
    if lock := _lock_of(path):
        raise in_use(path, lock)
    if ours(old):
        return Saved(path, Outcome.REDRAFTED, _redrafted(new, old))
    if not force:
        raise _edited(path, old)
    return Saved(path, Outcome.FORCED, _forced(new._replace(lasting=True), old))


def _edited(path: Path, old: bytes) -> Edited:
    """Return why the file stays as it is."""
    what = "tệp này đã được sửa sau khi soạn, hoặc không do kegen soạn"
    advice = "hãy chọn tên khác bằng --output, hoặc thêm --force để ghi đè (tệp cũ được giữ lại bên cạnh)"
    if is_copy(old):
        what = "tệp này là bản sao có nhận xét hoặc có đánh dấu thay đổi của một văn bản, có lời của người soạn"
    elif is_draft(old):
        return EditedDraft(f"{path}: tệp này là bản soạn đã được sửa, nên không ghi đè", advice)
    return Edited(f"{path}: {what}, nên không ghi đè; {advice}")


def _redrafted(new: _New, old: bytes) -> Path | None:
    """Write in place of a file that nobody has edited; return where it is kept if somebody saved it at that moment."""
    second: list[Path] = []

    def before() -> None:
        second.extend(filter(None, [second_name(new.path)]))
        _check_still(new.path, old)

    backup = None
    try:
        new.write(before)
    finally:
        for each in second:
            backup = settle(each, new.path, old)
    return backup


def _forced(new: _New, old: bytes) -> Path:
    """Write in place of a file of somebody's; return where it is kept, which it is once the new one is there."""
    backup = keep(new.path, old)
    try:
        new.write(partial(_check_still, new.path, old))
    except BaseException:
        drop(backup, new.path)
        raise
    return backup


def _check_still(path: Path, old: bytes | None) -> None:
    """Raise KegenError where the file no longer is what it was when it was looked at."""
    if bytes_there(path) != old:
        raise Edited(f"{path}: tệp này vừa được lưu trong lúc kegen đang ghi, nên không ghi đè; hãy chạy lại lệnh")


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
