"""The wordings of a pack: Jinja, filled in a sandbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kegen.yaml_text.nodes import Node, Scalar, Sequence

ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True, optimized=False
)
"""In which wordings are filled, and read when a pack is checked; none has a constant worth finding."""


class WordingError(ValueError):
    """A wording that cannot be filled, with Jinja's reason."""


def wordings(node: Node) -> Iterator[Scalar]:
    """Yield every text with Jinja in it."""
    if isinstance(node, Scalar):
        if node.text and "{" in node.text:
            yield node
        return
    for each in node.items if isinstance(node, Sequence) else (entry.value for entry in node.entries):
        yield from wordings(each)


def fill(wording: str, values: Mapping[str, object]) -> str:
    """Return the wording filled with values by name; raises WordingError for wrong Jinja or an unknown name."""
    try:
        return _compiled(wording).render(values)
    except TemplateError as error:
        raise WordingError(str(error)) from None


@lru_cache(maxsize=1024)
def _compiled(wording: str) -> Template:
    return ENVIRONMENT.from_string(wording)
