"""Writing a file whole or not at all, and why it could not be written, in words that tell what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from kegen.output.temporary import passing_name, write_new
from kegen.problem import KegenError

_DEVICES = ("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$")
_RESERVED = frozenset((*_DEVICES, *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")))
_FORBIDDEN = frozenset('<>:"/\\|?*')
_SAFE = "chưa ghi gì, tệp cũ (nếu có) vẫn nguyên"
_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy; hãy xóa bớt tệp hoặc ghi sang ổ khác bằng --output",
    errno.EDQUOT: "đã hết dung lượng được cấp trên ổ này; hãy xóa bớt tệp hoặc ghi sang ổ khác bằng --output",
    errno.EROFS: "ổ đĩa này chỉ cho đọc; hãy ghi sang thư mục khác bằng --output",
    errno.ENAMETOOLONG: "tên tệp quá dài; hãy chọn tên ngắn hơn bằng --output",
    errno.ENOENT: "không có thư mục này; hãy tạo thư mục trước, hoặc chọn thư mục khác bằng --output",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục; hãy kiểm tra lại --output",
    errno.EACCES: "máy không cho ghi vào thư mục này; hãy ghi sang thư mục khác bằng --output",
    errno.EPERM: "máy không cho ghi vào thư mục này; hãy ghi sang thư mục khác bằng --output",
}
_IN_PLACE = {
    errno.ENOSPC: "ổ đĩa đã đầy; hãy xóa bớt tệp khác rồi lưu lại",
    errno.EDQUOT: "đã hết dung lượng được cấp trên ổ này; hãy xóa bớt tệp khác rồi lưu lại",
    errno.EROFS: "ổ đĩa này chỉ cho đọc; hãy chép tệp sang thư mục khác rồi mở lại ở đó",
    errno.EACCES: "máy không cho ghi vào thư mục này; hãy chép tệp sang thư mục khác rồi mở lại ở đó",
    errno.EPERM: "máy không cho ghi vào thư mục này; hãy chép tệp sang thư mục khác rồi mở lại ở đó",
}
"""What to tell of a file that is changed where it is: it can go nowhere else."""
_DISK_FULL_ON_WINDOWS = 112


def write_whole(  # noqa: PLR0913 - how a file may be written
    path: str | os.PathLike[str],
    data: bytes,
    *,
    lasting: bool = True,
    like: Iterable[Path] = (),
    before: Callable[[], None] = lambda: None,
    in_place: bool = False,
) -> None:
    """Write the bytes in place of the file; whatever fails, the old file stays and nothing else does.

    `in_place`: it is a file that is changed and cannot be another, which its errors then do not propose.

    The new file has the rights of the old one, and no more than all of `like` have. `before` is called when only the
    last step is left; what it raises stops that.

    Unless `lasting`, the disk takes the bytes in its own time: a power cut may then leave an empty file. For many
    files that can be made again, waiting for each would take longer than making them.
    """
    path = Path(path)
    check_name(path)
    try:
        if os.path.isdir(path):  # noqa: PTH112 - no error for any name
            raise is_folder(path)
        _write_beside(path, data, lasting, like, before)
    except OSError as error:
        raise unwritable(path, error, in_place=in_place) from None


def _write_beside(path: Path, data: bytes, lasting: bool, like: Iterable[Path], before: Callable[[], None]) -> None:
    """Write a file of another name in the same folder, then give it the name; raises OSError, leaving nothing new."""
    target = real(path)
    beside = passing_name(target)
    try:
        write_new(beside, data, mode=_mode_of(target), like=like, lasting=lasting)
        before()
        _replace(beside, target, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def real(path: Path) -> Path:
    """Return the file that the path leads to, where it is a link."""
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114 - no error for any name


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(beside: Path, target: Path, path: Path) -> None:
    try:
        beside.replace(target)
    except PermissionError:
        if os.path.exists(target):  # noqa: PTH110 - no error for any name
            raise in_use(path) from None
        raise


def check_name(path: Path) -> None:
    """Raise KegenError for a name that Windows keeps for itself or cannot store."""
    name = path.name
    if not name or name in (".", ".."):
        raise KegenError(f"{path}: chưa có tên tệp; hãy ghi cả tên tệp, ví dụ ke-hoach.docx")
    if name.split(".")[0].rstrip().upper() in _RESERVED:
        raise KegenError(
            f"{path}: Windows giữ riêng tên “{name}”; hãy chọn tên khác bằng --output, ví dụ ke-hoach.docx"
        )
    if found := next((sign for sign in name if sign in _FORBIDDEN or sign < " "), ""):
        raise KegenError(f"{path}: tên tệp không được có dấu “{found}”; hãy chọn tên khác bằng --output")
    if name != name.rstrip(" ."):
        raise KegenError(
            f"{path}: tên tệp không được kết thúc bằng dấu chấm hay dấu cách; hãy chọn tên khác bằng --output"
        )


def unwritable(path: Path, error: OSError, *, in_place: bool = False) -> KegenError:
    """Return the error to raise for a file that the system would not write."""
    number = errno.ENOSPC if getattr(error, "winerror", None) == _DISK_FULL_ON_WINDOWS else error.errno or 0
    reasons, remedy = (
        (_IN_PLACE, "hãy thử lưu lại") if in_place else (_REASONS, "hãy ghi sang thư mục khác bằng --output")
    )
    why = reasons.get(number, f"không ghi được tệp (mã lỗi {number}); {remedy}")
    return KegenError(f"{path}: {why}; {_SAFE}")


def disk_error(error: OSError, path: str | os.PathLike[str]) -> KegenError:
    """Return the error to raise for what the disk would not do, where nothing better is known of it."""
    where = error.filename or path
    return KegenError(f"{where}: máy báo lỗi đọc, ghi tệp (mã lỗi {error.errno}); hãy kiểm tra ổ đĩa rồi chạy lại")


def is_folder(path: Path) -> KegenError:
    """Return the error to raise for a folder where a file is to be."""
    return KegenError(f"{path}: đây là thư mục; hãy ghi cả tên tệp, ví dụ {path / 'ke-hoach.docx'}")


def unreadable(path: Path) -> KegenError:
    """Return the error to raise for an old file that cannot be looked into before it is replaced."""
    return KegenError(f"{path}: không đọc được tệp đang có ở đây; hãy chọn tên khác bằng --output; {_SAFE}")


def in_use(path: Path, lock: Path | None = None) -> KegenError:
    """Return the error to raise for a file that is open in Word."""
    stale = f" (nếu tệp không mở ở đâu cả thì xóa tệp “{lock.name}”)" if lock else ""
    close = f"hãy lưu, đóng lại rồi chạy lại lệnh{stale}"
    return KegenError(f"{path}: tệp đang mở trong Word hoặc chương trình khác; {close}; {_SAFE}")
