"""Two Word files as one, what changed marked as Word itself marks it: to accept or reject change by change."""

from __future__ import annotations

from kegen.extras import extra
from kegen.problem import KegenError

_MIDNIGHT = "T00:00:00Z"


def redline(old: bytes, new: bytes, date: str, author: str = "kegen") -> bytes:
    """Return the new file with its changes from the old marked, as of the date (`2026-06-03`)."""
    with extra("redline", "ghi bản Word có đánh dấu thay đổi"):
        from python_redlines import DocxodusEngine, engines  # noqa: PLC0415 - few have it
    try:
        marked: bytes = DocxodusEngine().run_redline(author, old, new, date_time=f"{date}{_MIDNIGHT}")[0]
    except engines.EngineNotInstalledError:
        raise KegenError('máy này chưa có bộ so sánh văn bản Word; hãy chạy: pip install "kegen[redline]"') from None
    except (engines.EngineExecutionError, OSError) as error:
        raise KegenError(
            f"bộ so sánh văn bản Word không đọc được hai tệp này ({error.__class__.__name__}); "
            "hãy mở từng tệp bằng Word, lưu lại rồi thử lại"
        ) from None
    return marked
