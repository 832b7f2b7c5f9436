"""The wordings of a pack: Jinja, read in a sandbox, and kept as programs that need none to be filled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kegen.jinja.filler import Fill, filler_or
from kegen.jinja.program import Program
from kegen.source.nodes import Node, Scalar, Sequence

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment


class Unfilled(ValueError):  # noqa: N818 - what Jinja said of a wording
    """A wording that cannot be filled."""


def programs_of(root: Node) -> dict[str, Program]:
    """Return the program of each wording below the node that has one."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - what is kept need not be read again

    from kegen.jinja.reduce import reduced  # noqa: PLC0415 - the same

    programs = {}
    for text in dict.fromkeys(" ".join((each.text or "").split()) for each in wordings(root)):
        try:
            program = reduced(_environment().parse(text))
        except TemplateSyntaxError:
            continue
        if program is not None:
            programs[text] = program
    return programs


def wordings(node: Node) -> Iterator[Scalar]:
    """Yield every text with Jinja in it."""
    if isinstance(node, Scalar):
        if node.text and "{" in node.text:
            yield node
        return
    for each in node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries):
        yield from wordings(each)


def fill_of(wording: str, program: Program | None) -> Fill:
    """Return the function that fills the wording; it raises Unfilled where that cannot be done."""

    def by_jinja(values: dict[str, Any]) -> str:
        from jinja2 import TemplateError  # noqa: PLC0415 - few wordings need Jinja itself

        try:
            return _compiled(wording).render(values)
        except TemplateError as error:
            raise Unfilled(str(error)) from None

    return by_jinja if program is None else filler_or(program, str, by_jinja)


@lru_cache(maxsize=256)
def _compiled(wording: str) -> Template:
    return _environment().from_string(wording)


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415 - the same
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
