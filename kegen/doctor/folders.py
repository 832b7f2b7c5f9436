"""Whether kegen can write: in the folder where it is run, and in its cache."""

from __future__ import annotations

from pathlib import Path

from kegen.cache import cache_folder
from kegen.doctor.finding import Finding
from kegen.output.temporary import passing_name

_SYNCED = "thư mục được OneDrive đồng bộ: khi báo tệp đang bị khóa thì đợi đồng bộ xong rồi chạy lại"


def current_folder() -> Finding:
    """Write a file where drafts go if nothing else is said, and remove it."""
    name = "Ghi vào thư mục đang đứng"
    try:
        here = Path.cwd()
        _try(here)
    except OSError as error:
        found = f"không ghi được ({_why(error)})"
        return Finding("write", name, "bad", found, "hãy chuyển sang thư mục của mình, ví dụ Documents, rồi chạy lại")
    is_synced = any(part.lower().startswith("onedrive") for part in here.parts)
    return Finding("write", name, "good", str(here), _SYNCED if is_synced else "")


def kept_data() -> Finding:
    """Write a file in the cache folder, and remove it; without a cache kegen is slower, no more."""
    name = "Ghi vào thư mục đệm"
    try:
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _try(folder)
    except (OSError, RuntimeError) as error:
        advice = (
            "kegen vẫn chạy, chỉ chậm hơn; muốn nhanh thì đặt biến môi trường KEGEN_CACHE_DIR là một thư mục ghi được"
        )
        return Finding("cache", name, "note", f"không ghi được ({_why(error)})", advice)
    return Finding("cache", name, "good", str(folder))


def _try(folder: Path) -> None:
    """Write a file under a name that nobody has, and remove it; raises OSError."""
    file = passing_name(folder / "kegen")
    try:
        file.write_bytes(b"kegen")
    finally:
        file.unlink(missing_ok=True)


def _why(error: OSError | RuntimeError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return f"mã lỗi {number}" if number else "không có thư mục riêng của người dùng"
