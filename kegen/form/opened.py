"""A profile opened as far as it can be: its text, what it says, the plan that it makes, what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.form.desk import version_of
from kegen.plan.resolve import Resolution, resolve_with_parts
from kegen.problem import Invalid, KegenError, Place, Problem
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import Tree, parse_tree


class Opened(NamedTuple):
    """A profile as far as it went: what there is of it depends on how right it is."""

    path: Path
    version: str
    text: str = ""
    tree: Tree | None = None
    loaded: Loaded | None = None
    made: Resolution | None = None
    problems: tuple[Problem, ...] = ()
    """Errors and warnings of the profile."""


def open_profile(data: bytes, path: Path) -> Opened:
    """Return the profile that a file holds; its paths to other files are as from that file."""
    opened = _read(data, path)
    if opened.loaded is None:
        return opened
    try:
        made = resolve_with_parts(opened.loaded)
    except Invalid as error:
        return opened._replace(problems=error.problems)
    except KegenError as error:  # of the pack, which is another file
        problem = Problem(opened.loaded.tree.place(("directive",)), "bo-mau", str(error))
        return opened._replace(problems=(*opened.problems, problem))
    return opened._replace(made=made, problems=made.plan.warnings)


def _read(data: bytes, path: Path) -> Opened:
    opened = Opened(path, version_of(data))
    try:
        source = decode_text(data, str(path))
        opened = opened._replace(text=source.text)
        tree = parse_tree(source)
    except Invalid as error:
        return opened._replace(problems=error.problems)
    except KegenError as error:
        return opened._replace(problems=(Problem(Place(str(path)), "khong-doc-duoc", str(error)),))
    read = read_record(Profile, tree)
    opened = opened._replace(tree=tree, problems=read.problems)
    return opened if read.value is None else opened._replace(loaded=Loaded(path, read.value, tree, read.problems))
