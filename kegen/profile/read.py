"""A profile found by its name and read: as given, in `profiles/` here, or among those shipped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from kegen.files import stored
from kegen.problem import Invalid, KegenError, Problem
from kegen.profile.model import Profile
from kegen.shipped import profiles_folder
from kegen.vietnamese import nearest, upper_first
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import read_text
from kegen.yaml_text.tree import Tree, parse_tree


def find_profile(name: str) -> Path:
    """Return the profile's path; `.yaml` may be left out. Raises KegenError with the nearest name and the list."""
    names = [name] if name.lower().endswith((".yaml", ".yml")) else [name, f"{name}.yaml"]
    folders = [Path(), Path("profiles"), profiles_folder()]
    for path in (stored(folder / each) for folder in folders for each in names):
        if os.path.isfile(path):  # noqa: PTH113 - no error for a name too long
            return path
    if os.path.exists(name):  # noqa: PTH110 - the same
        return Path(name)  # a folder, a pipe: reading it will tell
    raise KegenError(_lost(name, folders[1:]))


def _lost(name: str, folders: list[Path]) -> str:
    known = sorted({name for folder in folders for name in _names_in(folder) if name.endswith(".yaml")})
    near = nearest(Path(name).name, known)
    listed = f"các hồ sơ sẵn có: {', '.join(known)}"
    hint = f"có phải là {near}? {upper_first(listed)}" if near else listed
    return f"{name or '“”'}: không tìm thấy hồ sơ này ở đây, trong thư mục profiles hay trong bộ kèm theo kegen; {hint}"


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone are wanted
    except OSError:
        return []


class Loaded(NamedTuple):
    """A profile and where each of its words stands; `problems` are those met while reading it.

    Why: a profile that does not fit is still looked through as far as it can be understood, so that its writer
    sees every problem at once.
    """

    path: Path
    profile: Profile
    tree: Tree
    problems: tuple[Problem, ...] = ()


def load(path: Path | str) -> Loaded:
    """Read a profile; raises Invalid where it cannot even be understood in part, KegenError where unreadable."""
    path = Path(path)
    tree = parse_tree(read_text(path))
    read = read_record(Profile, tree)
    if read.value is None:
        raise Invalid(read.problems)
    return Loaded(path, read.value, tree, read.problems)
