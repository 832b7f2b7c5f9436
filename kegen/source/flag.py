"""Yes or no as a person writes it."""

from __future__ import annotations

from typing import Annotated

from kegen.source.record import Before
from kegen.vietnamese import fold

_WORDS = {
    "co": True, "true": True, "yes": True, "x": True, "dung": True,
    "khong": False, "false": False, "no": False, "sai": False,
}  # fmt: skip


def read_flag(value: object) -> bool:
    """Return the truth that `có`, `không`, `true`, `false`, `yes` or `no` stands for."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and fold(value) in _WORDS:
        return _WORDS[fold(value)]
    raise ValueError("chỗ này chỉ nhận “có” hoặc “không”")


Flag = Annotated[bool, Before(read_flag)]
"""A field that takes `có` and `không`, and their English likes."""
