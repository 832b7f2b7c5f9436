"""Where a pack lies: the one that a profile names by path, one beside the profile, or one that comes with kegen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kegen.files import stored
from kegen.problem import KegenError
from kegen.shipped import pack_names, templates_folder
from kegen.vietnamese import nearest

FRAME = "chung"
"""The shipped pack of no directive: what a plan says under any plan above that was read as it arrived."""
_MAIN = "pack.yaml"
"""The file that a folder has which is a pack."""
_SUFFIXES = (".yaml", ".yml")
_OF_PACK = re.compile(rb"^(?:plan_title|roles|enacting)\s*:", re.MULTILINE)
"""Keys that a pack has and a profile has not."""


class FoundPack(NamedTuple):
    """A pack by the name that plans made with it have, and its folder, or the one file that holds it."""

    name: str
    path: Path


def is_path(name: str) -> bool:
    """Whether a profile names a pack by its path, not by its name alone."""
    return "/" in name or "\\" in name or name.lower().endswith(_SUFFIXES)


def shipped_pack(name: str) -> FoundPack | None:
    """Return the pack of that name that comes with kegen, or None."""
    folder = templates_folder() / name
    return FoundPack(name, folder) if _is_file(folder / _MAIN) else None


def find_pack(name: str, folders: Iterable[Path] = ()) -> FoundPack:
    """Return the pack of that name or path, looked for in the folders, then among the shipped; else KegenError."""
    folders = tuple(folders)
    for folder in folders:
        if found := _pack_in(folder, name):
            return FoundPack(name if folder == folders[0] else seen_from(folders[0], found), found)
    if not is_path(name) and (shipped := shipped_pack(name)):
        return shipped
    raise KegenError(_lost(name))


def pack_files(path: Path) -> list[Path]:
    """Return the files of a pack, in the order in which they are read."""
    if path.suffix.lower() in _SUFFIXES and not path.is_dir():
        return [path]
    return sorted(each for each in path.iterdir() if each.suffix == ".yaml")


def _pack_in(folder: Path, name: str) -> Path | None:
    """Return the pack of that name in the folder: a path to one, a folder of that name, or one file."""
    with suppress(OSError, ValueError):  # no name that a disk can hold
        given = stored(folder / name.replace("\\", "/")) if is_path(name) else folder / name
        if _is_file(given / _MAIN):
            return given
        file = given if is_path(name) and given.suffix else given.with_name(f"{given.name}.yaml")
        if _is_file(file) and (given == file or _OF_PACK.search(file.read_bytes())):
            return file
    return None


def seen_from(folder: Path, pack: Path) -> str:
    """Return the path to a pack from the folder, as a profile that lies there names it."""
    try:
        path = Path(os.path.relpath(pack, folder)).as_posix()
    except ValueError:  # on another drive
        path = pack.resolve().as_posix()
    return path if is_path(path) else f"./{path}"


def _lost(name: str) -> str:
    known = pack_names()
    if is_path(name):
        return (
            f"không có bộ mẫu ở “{name}” tính từ thư mục của hồ sơ; bộ mẫu là một tệp .yaml, hoặc một thư mục có"
            f" {_MAIN}: hãy sửa đường dẫn, hoặc ghi directive: một trong {', '.join(known)}"
        )
    hint = nearest(name, known) or ", ".join(known)
    return f"chưa có bộ mẫu “{name}” cạnh hồ sơ hay kèm theo kegen; hãy ghi directive: {hint}"


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - no error for a name too long
