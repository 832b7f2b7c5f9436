"""Steps made in what a profile says, to be tried, and in its text, to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.form.making import changes_in
from kegen.problem import Invalid
from kegen.pulling.site import Step
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove, meant
from kegen.yaml_text.changing import change_bytes
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree


def content_with(content: Plain, steps: Sequence[Step]) -> Plain:
    """Return the content with the steps made; raises KegenError, LookupError or TypeError where it has no place."""
    return _made(content, steps)[0]


def written_with(data: bytes, steps: Sequence[Step], file: str) -> bytes:
    """Return the profile's bytes with the steps made; raises the same, and where a step has no sure place."""
    tree = parse_tree(decode_text(data, file))
    if tree.problems:
        raise Invalid(tree.problems)
    return change_bytes(data, _made(tree.plain(), steps)[1], file)


def _made(content: Plain, steps: Sequence[Step]) -> tuple[Plain, list[Change]]:
    """Return the content with the steps made, and the changes that they are, one after the other."""
    made: list[Change] = []
    waiting: list[Change] = []
    for step in steps:
        if isinstance(step, Put | Remove | Insert | Move):
            waiting.append(step)
            continue
        content = meant(content, waiting)
        made += waiting
        waiting = changes_in(step, content)
    return meant(content, waiting), [*made, *waiting]
