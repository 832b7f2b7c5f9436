"""The changes for a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kegen.compare.change import Change


def change_records(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Return the changes, whole, as plain values."""
    return [{**each._asdict(), "pieces": [piece._asdict() for piece in each.pieces]} for each in changes]
