"""What a path into a profile is about: whether there is such a place, and what may stand there."""

from __future__ import annotations

from typing import Literal, get_origin

from kegen.problem import KegenError
from kegen.profile.model import Profile
from kegen.yaml_text.fields import Expected
from kegen.yaml_text.tree import Path


def may_be_empty(path: Path) -> bool:
    """Whether "" says something at the path: that words are taken out, or that a cell is empty."""
    return "edits" in path[:-1] or path[0] == "replace" or is_cell(path) or "cells" in path


def is_cell(path: Path) -> bool:
    """Whether the path is that of a cell of a row."""
    is_in_row = path[-3:-2] in {("rows",), ("heads",)} or path[-2:-1] == ("wide",)
    return is_in_row and isinstance(path[-1], int)


def last_columns(path: Path) -> int:
    """Return where in the path a table's columns are named, -1 for nowhere."""
    return max((at for at, part in enumerate(path) if part == "columns"), default=-1)


def is_choice(path: Path) -> bool:
    """Whether one of a few values is to stand there, blanks in it and all."""
    expected = Expected((Profile,))
    for part in path:
        expected = expected.into(part)
    return any(get_origin(each) is Literal for each in expected.types)


def check_path(path: Path) -> None:
    """Raise KegenError for a path that no profile has."""
    expected = Expected((Profile,))
    for part in path:
        known = expected.fields
        inner = expected.into(part)
        if not inner.types or (known and isinstance(part, str) and part not in known and not _is_open(expected)):
            name = ".".join(str(each) for each in path)
            raise KegenError(f"hồ sơ không có chỗ “{name}”; hãy tải lại trang rồi sửa lại")
        expected = inner


def _is_open(expected: Expected) -> bool:
    """Whether keys of a person's own may stand there."""
    return any(getattr(each, "__origin__", None) is dict for each in expected.types)
