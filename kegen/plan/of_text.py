"""The plan that the text of a profile comes to, before it stands in a file."""

from __future__ import annotations

from pathlib import Path

from kegen.plan.model import Plan
from kegen.plan.resolve import Resolution, resolve_with_parts
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree


def plan_of_text(text: str, file: Path) -> Plan | None:
    """Return the plan that a profile's text comes to, as if it stood in the file; its problems are its warnings."""
    found = resolution_of_text(text, file)
    return found.plan if found else None


def resolution_of_text(text: str, file: Path) -> Resolution | None:
    """Return that plan with what it was made of."""
    tree = parse_tree(decode_text(text.encode(), str(file)))
    read = read_record(Profile, tree)
    return resolve_with_parts(Loaded(file, read.value, tree, read.problems)) if read.value else None
