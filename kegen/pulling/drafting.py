"""Steps made in what a profile says, to be tried, and in its text, to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.form.edit import Edit
from kegen.form.making import changes_in, changes_of
from kegen.problem import Invalid
from kegen.pulling.site import Step
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove, meant
from kegen.yaml_text.changing import change_bytes
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import Tree, parse_tree


def content_with(content: Plain, steps: Sequence[Step]) -> Plain:
    """Return the content with the steps made; raises KegenError, LookupError or TypeError where it has no place."""
    for step in steps:
        changes = [step] if isinstance(step, Put | Remove | Insert | Move) else changes_in(step, content)
        content = meant(content, changes)
    return content


def written_with(data: bytes, steps: Sequence[Step], file: str) -> bytes:
    """Return the profile's bytes with the steps made; raises the same, and where a step has no sure place."""
    for step in steps:
        if isinstance(step, Put | Remove | Insert | Move):
            data = change_bytes(data, [step], file)
        else:
            data = change_bytes(data, _changes(step, parse_tree(decode_text(data, file))), file)
    return data


def _changes(edit: Edit, tree: Tree) -> list[Change]:
    if tree.problems:
        raise Invalid(tree.problems)
    return changes_of(edit, tree)
