"""A pack's folder, read: its YAML files merged into one Pack, checked like a profile."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from kegen.pack.model import Pack
from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.source.fit import read_record
from kegen.source.nodes import Mapping
from kegen.source.text import read_text
from kegen.source.tree import Tree, parse_tree
from kegen.vietnamese import nearest


class LoadedPack(NamedTuple):
    """A pack and the places of its words."""

    pack: Pack
    tree: Tree


def pack_names() -> list[str]:
    """Return the names of the packs that are shipped."""
    return sorted(p.parent.name for p in templates_folder().glob("*/pack.yaml"))


@cache
def read_pack(name: str) -> LoadedPack:
    """Read the pack of that name; raises Invalid with every slip in it, KegenError if there is none."""
    folder = templates_folder() / name
    if not (folder / "pack.yaml").is_file():
        known = pack_names()
        hint = nearest(name, known) or ", ".join(known)
        raise KegenError(f"chưa có bộ mẫu “{name}”; hãy ghi directive: {hint}")
    return read_pack_folder(folder)


def read_pack_folder(folder: Path) -> LoadedPack:
    """Read the pack in the folder: every .yaml file in it, one after another."""
    trees = [parse_tree(read_text(path)) for path in sorted(folder.glob("*.yaml"))]
    entries = tuple(entry for tree in trees for entry in tree.root.entries)
    problems = tuple(problem for tree in trees for problem in tree.problems)
    whole = Tree(str(folder), Mapping(trees[0].root.place, entries), problems)
    return LoadedPack(read_record(Pack, whole).sound(), whole)
