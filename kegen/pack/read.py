"""A pack read: its YAML files merged into one Pack, checked like a profile."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kegen.cache import keep, key_of, recall
from kegen.pack.find import FoundPack, pack_files, shipped_pack
from kegen.pack.model import Pack
from kegen.problem import Invalid, KegenError, Problem, Severity
from kegen.shipped import pack_names
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


def usual_pack() -> FoundPack:
    """Return the pack of profiles that name none: the only one shipped, or the one that says it is (`usual`)."""
    known = [each for name in pack_names() if (each := shipped_pack(name))]
    usual = known if len(known) == 1 else [each for each in known if read_pack(each).pack.usual]
    if len(usual) != 1:
        names = ", ".join(each.name for each in known)
        raise KegenError(f"kegen có nhiều bộ mẫu; hãy ghi directive: một trong {names}")
    return usual[0]


def read_pack(found: FoundPack) -> LoadedPack:
    """Read a pack; raises Invalid with every slip in it, KegenError where a file of it cannot be read."""
    files = pack_files(found.path)
    try:
        return _read(found.path, tuple(each.read_bytes() for each in files))
    except OSError:
        raise KegenError(f"{found.path}: không đọc được bộ mẫu này; hãy xem lại tệp") from None


@lru_cache(maxsize=4)
def _read(path: Path, contents: tuple[bytes, ...]) -> LoadedPack:
    """Return the pack as an earlier run read it, if nothing has changed since."""
    key = key_of("pack", contents, _makers())
    with suppress(ValueError, TypeError, KeyError):
        stored = recall(key)
        return LoadedPack(Pack.model_validate(stored["pack"]))
    loaded = read_pack_folder(path)
    if loaded.tree is not None:
        keep(key, {"pack": loaded.tree.plain()})
    return loaded


def read_pack_folder(folder: Path) -> LoadedPack:
    """Read the pack in the folder, every .yaml file in it one after another, or in one file."""
    from kegen.pack.check import check_pack  # noqa: PLC0415 - it loads Jinja, and a pack that was sound is not checked

    whole = _merged(str(folder), [parse_tree(read_text(path)) for path in pack_files(folder)])
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


def _makers() -> list[Path]:
    """Return the folders and files that tell the versions of what reads a pack."""
    own = Path(__file__).parents[1]
    return [own / name for name in ("pack", "profile")]
