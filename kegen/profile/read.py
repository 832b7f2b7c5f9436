"""A profile's file, read: the Profile with the places of everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.problem import Invalid, Problem
from kegen.profile.model import Profile
from kegen.source.fit import read_record
from kegen.source.text import read_text
from kegen.source.tree import Tree, parse_tree


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
