"""Fill Jinja sources with values: everything escaped, an unknown name an error, by program or by Jinja itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kegen.jinja.filler import Fill, filler_or
from kegen.template.show import show

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

    from kegen.template.prepared import Form


def fill_of(form: Form) -> Fill:
    """Return the function that fills the form."""

    def by_jinja(values: dict[str, Any]) -> str:
        return _compiled(form.source).render(values)

    return by_jinja if form.program is None else filler_or(form.program, show, by_jinja)


@lru_cache(maxsize=1)
def environment() -> SandboxedEnvironment:
    """Return the environment every template is read in, and filled in where it has no program."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - a template that was prepared before needs no Jinja
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_shown, keep_trailing_newline=True)


def _shown(value: object) -> object:
    from markupsafe import Markup  # noqa: PLC0415 - the same

    return value if hasattr(value, "__html__") else Markup(show(value))  # noqa: S704 - `show` escapes


def try_out(source: str, values: dict[str, Any], *, lenient: bool) -> str:
    """Return the source filled by Jinja; a lenient fill prints nothing for a name it does not know."""
    if not lenient:
        return _compiled(source).render(values)
    from jinja2 import ChainableUndefined  # noqa: PLC0415

    return environment().overlay(undefined=ChainableUndefined).from_string(source).render(values)


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    return environment().from_string(source)
