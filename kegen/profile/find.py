"""Where a profile lies that a person named: as given, in `profiles/` here, or among those shipped."""

from __future__ import annotations

import os
from pathlib import Path

from kegen.problem import KegenError
from kegen.shipped import profiles_folder
from kegen.vietnamese import nearest, upper_first


def find_profile(name: str) -> Path:
    """Return the profile's path; `.yaml` may be left out. Raises KegenError with the nearest name and the list."""
    names = [name] if name.lower().endswith((".yaml", ".yml")) else [name, f"{name}.yaml"]
    folders = [Path(), Path("profiles"), profiles_folder()]
    for path in (folder / each for folder in folders for each in names):
        if os.path.isfile(path):  # noqa: PTH113 - no error for a name too long
            return path
    if os.path.exists(name):  # noqa: PTH110 - the same
        return Path(name)  # a folder, a pipe: reading it will tell
    raise KegenError(_lost(name, folders[1:]))


def _lost(name: str, folders: list[Path]) -> str:
    known = sorted({path.name for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")})
    near = nearest(Path(name).name, known)
    listed = f"các hồ sơ sẵn có: {', '.join(known)}"
    hint = f"có phải là {near}? {upper_first(listed)}" if near else listed
    return f"{name or '“”'}: không tìm thấy hồ sơ này ở đây, trong thư mục profiles hay trong bộ kèm theo kegen; {hint}"
