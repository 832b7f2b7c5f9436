"""Why a file could not be written, in words that tell what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from kegen.problem import KegenError

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
_DISK_FULL_ON_WINDOWS = 112


def unwritable(path: Path, error: OSError) -> KegenError:
    """Return the error to raise for a file that the system would not write."""
    number = errno.ENOSPC if getattr(error, "winerror", None) == _DISK_FULL_ON_WINDOWS else error.errno or 0
    why = _REASONS.get(number, f"không ghi được tệp (mã lỗi {number}); hãy ghi sang thư mục khác bằng --output")
    return KegenError(f"{path}: {why}; {_SAFE}")


def unreadable(path: Path) -> KegenError:
    """Return the error to raise for an old file that cannot be looked into before it is replaced."""
    return KegenError(f"{path}: không đọc được tệp đang có ở đây; hãy chọn tên khác bằng --output; {_SAFE}")


def in_use(path: Path, lock: Path | None = None) -> KegenError:
    """Return the error to raise for a file that is open in Word."""
    stale = f" (nếu tệp không mở ở đâu cả thì xóa tệp “{lock.name}”)" if lock else ""
    close = f"hãy lưu, đóng lại rồi chạy lại lệnh{stale}"
    return KegenError(f"{path}: tệp đang mở trong Word hoặc chương trình khác; {close}; {_SAFE}")
