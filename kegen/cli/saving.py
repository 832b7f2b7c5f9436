"""What saving a table or a calendar came to, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kegen.output.guard import Saved

_OUTCOMES = {
    "new": "đã ghi",
    "same": "không có gì thay đổi",
    "redrafted": "đã ghi lại (bản trước chưa ai sửa)",
    "forced": "đã ghi đè",
}


def saved_lines(saved: Saved) -> list[str]:
    """Return where the file is, how it got there, and where an older one was put."""
    kept = [f"  tệp cũ được giữ tại {saved.kept}"] if saved.kept else []
    return [f"{saved.path}: {_OUTCOMES[saved.outcome]}", *kept]
