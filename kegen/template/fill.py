"""Fill Jinja sources with values: sandboxed, everything escaped, an unknown name an error."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import ChainableUndefined, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTROL = r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed."""
_BREAKS = r"[\t\n\u2011]"
_ELEMENTS = {"\n": "w:br", "\t": "w:tab", "\u2011": "w:noBreakHyphen"}


def _printed(value: object) -> object:
    """Return the value as a run of Word shows it: breaks, tabs and firm hyphens as elements, no control characters."""
    if not isinstance(value, str) or (value.isprintable() and "\u2011" not in value):
        return value
    text = escape(re.sub(_CONTROL, "", value))
    return Markup(re.sub(_BREAKS, _element, text))  # noqa: S704 - escaped in the line above


def _element(match: re.Match[str]) -> str:
    return f'</w:t><{_ELEMENTS[match[0]]}/><w:t xml:space="preserve">'


@lru_cache(maxsize=1)
def environment() -> SandboxedEnvironment:
    """Return the environment every template is read and filled in."""
    return SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_printed, keep_trailing_newline=True
    )


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    return environment().from_string(source)


def fill(source: str, values: Mapping[str, object], *, lenient: bool = False) -> str:
    """Return the source with the values put in; a lenient fill prints nothing for a name it does not know."""
    if lenient:
        return environment().overlay(undefined=ChainableUndefined).from_string(source).render(values)
    return _compiled(source).render(values)
