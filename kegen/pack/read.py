"""A pack's folder, read: its YAML files merged into one Pack, checked like a profile."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kegen.cache import keep, key_of, recall
from kegen.pack.model import Pack
from kegen.problem import Invalid, KegenError, Problem, Severity
from kegen.shipped import templates_folder
from kegen.vietnamese import nearest
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.nodes import Entry, Mapping
from kegen.yaml_text.text import read_text
from kegen.yaml_text.tree import Tree, parse_tree


class LoadedPack(NamedTuple):
    """A pack, and the places of its words.

    It has no places where it was read from the cache, which holds only sound ones.
    """

    pack: Pack
    tree: Tree | None = None


def pack_names() -> list[str]:
    """Return the names of the packs that are shipped."""
    return sorted(p.parent.name for p in templates_folder().glob("*/pack.yaml"))


def pack_named(name: str | None) -> str:
    """Return the name of the pack that a profile means; raises KegenError where it names none and there are several."""
    if name is not None:
        return name
    known = pack_names()
    if len(known) != 1:
        raise KegenError(f"kegen có nhiều bộ mẫu; hãy ghi directive: một trong {', '.join(known)}")
    return known[0]


@cache
def read_pack(name: str) -> LoadedPack:
    """Read the pack of that name; raises Invalid with every slip in it, KegenError if there is none."""
    folder = templates_folder() / name
    if not os.path.isfile(folder / "pack.yaml"):  # noqa: PTH113 - no error for a name too long
        known = pack_names()
        hint = nearest(name, known) or ", ".join(known)
        raise KegenError(f"chưa có bộ mẫu “{name}”; hãy ghi directive: {hint}")
    return _cached(folder)


def read_pack_folder(folder: Path) -> LoadedPack:
    """Read the pack in the folder: every .yaml file in it, one after another."""
    from kegen.pack.check import check_pack  # noqa: PLC0415 - it loads Jinja, and a pack that was sound is not checked

    whole = _merged(str(folder), [parse_tree(read_text(path)) for path in _files(folder)])
    read = read_record(Pack, whole)
    problems = read.problems
    if read.value is not None:
        problems = (*problems, *check_pack(read.value, whole))
    if read.value is None or any(each.severity is Severity.ERROR for each in problems):
        raise Invalid(problems)
    return LoadedPack(read.value, whole)


def _merged(folder: str, trees: list[Tree]) -> Tree:
    """Return the trees as one; notes a key that two files have."""
    entries: dict[str, Entry] = {}
    problems = [problem for tree in trees for problem in tree.problems]
    for entry in (entry for tree in trees for entry in tree.root.entries):
        if first := entries.get(entry.key):
            message = f"khóa “{entry.key}” đã có ở {first.place}; hãy gộp vào một tệp"
            problems.append(Problem(entry.place, "trung-khoa", message))
        entries.setdefault(entry.key, entry)
    return Tree(folder, Mapping(trees[0].root.place, entries), tuple(problems))


def _cached(folder: Path) -> LoadedPack:
    """Return the pack as an earlier run read it, if nothing has changed since."""
    key = key_of("pack", [path.read_bytes() for path in _files(folder)], _makers())
    with suppress(ValueError, TypeError, KeyError):
        stored = recall(key)
        return LoadedPack(Pack.model_validate(stored["pack"]))
    loaded = read_pack_folder(folder)
    if loaded.tree is not None:
        keep(key, {"pack": loaded.tree.plain()})
    return loaded


def _makers() -> list[Path]:
    """Return the folders and files that tell the versions of what reads a pack."""
    own = Path(__file__).parents[1]
    return [own / name for name in ("pack", "profile")]


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.suffix == ".yaml")
