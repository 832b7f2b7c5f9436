"""Why no copy with remarks can be made, in one sentence that says what to do."""

from __future__ import annotations

from kegen.problem import KegenError

BROKEN = "bị hỏng hoặc thiếu một phần"


def refused(why: str) -> KegenError:
    """Return the error for a file that remarks cannot be put into without touching the rest of it."""
    return KegenError(
        f"không tạo được bản có ghi nhận xét vì tệp {why}; hãy mở tệp trong Word, chọn Lưu thành .docx rồi chạy lại"
    )
