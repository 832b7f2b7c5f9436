"""File names that Windows, where the drafts go, can hold."""

from __future__ import annotations

from pathlib import Path

from kegen.problem import KegenError

_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))))
_FORBIDDEN = frozenset('<>:"/\\|?*')


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
