"""A part of the form: fields that belong together, and parts within it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from kegen.form.adding import Adding
from kegen.form.edit import Edit
from kegen.form.field import Field
from kegen.problem import Problem
from kegen.yaml_text.tree import Path

State = Literal["", "usual", "typed", "own", "left-out", "offered"]
"""What it is in the plan: as the pack has it, with words of the profile's, the profile's own, left out with a reason,
or at hand for the plan to take; "" for what is no choice."""
Action = Literal[
    "omit", "take", "add-task", "add-section", "remove-item", "move-item", "add-recipient", "drop-recipient"
]
"""What may be done beside filling in fields: the names under which a page sends edits."""


class Offer(NamedTuple):
    """An edit that needs no more than a press, and in which words it is offered."""

    words: str
    edit: Edit


class FormPart(NamedTuple):
    """A part: its heading, what it is in the plan, its fields, and the parts within it, in the order of the paper."""

    id: str
    title: str
    path: Path
    """Where the profile speaks of it, or would."""
    state: State = ""
    text: str = ""
    """Its words as the draft prints them."""
    section: str = ""
    """Of what is offered: the section to name when it is taken."""
    fields: tuple[Field, ...] = ()
    parts: tuple[FormPart, ...] = ()
    actions: tuple[Action, ...] = ()
    line: int = 0
    """The line of the profile, from 1; 0 where it says nothing of it."""
    problems: tuple[Problem, ...] = ()
    inner: tuple[FormPart, ...] = ()
    """The parts of one value of its own, a table and its rows: shown within it, as `parts` are shown after it."""
    adds: tuple[Adding, ...] = ()
    offers: tuple[Offer, ...] = ()

    def walk(self) -> Iterator[FormPart]:
        """Yield it and all parts in it."""
        yield self
        for part in (*self.inner, *self.parts):
            yield from part.walk()


class Form(NamedTuple):
    """All that is shown of a profile, in the order in which an officer knows things."""

    file: str
    version: str
    """The state of the file that it shows, which edits made on it bear."""
    parts: tuple[FormPart, ...]
    problems: tuple[Problem, ...] = ()
    """Those at no field: of the file as a whole, or of a line that cannot be read."""

    def walk(self) -> Iterator[FormPart]:
        """Yield all parts."""
        for part in self.parts:
            yield from part.walk()

    def fields(self) -> Iterator[Field]:
        """Yield all fields."""
        for part in self.walk():
            yield from part.fields


def with_problems(form: Form, at: Callable[[Problem], Path | None], problems: tuple[Problem, ...]) -> Form:
    """Return the form with each problem at the field, or else the part, that it is about; `at` tells its path."""
    places = {each.path for each in form.fields()} | {each.path for each in form.walk() if each.path}
    placed: dict[Path, list[Problem]] = {}
    rest: list[Problem] = []
    for problem in problems:
        path = at(problem)
        while path and path not in places:
            path = path[:-1]
        (placed.setdefault(path, []) if path else rest).append(problem)
    parts = tuple(_with_problems(part, placed) for part in form.parts)
    return form._replace(parts=parts, problems=(*form.problems, *rest))


def _with_problems(part: FormPart, placed: dict[Path, list[Problem]]) -> FormPart:
    """Return the part with the problems of its fields, its parts and then its own, each once."""
    fields = tuple(each._replace(problems=tuple(placed.pop(each.path, ()))) for each in part.fields)
    own = tuple(placed.pop(part.path, ())) if part.path else ()
    inner, parts = (tuple(_with_problems(each, placed) for each in within) for within in (part.inner, part.parts))
    return part._replace(fields=fields, parts=parts, inner=inner, problems=own)
