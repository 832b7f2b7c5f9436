"""Fill Jinja sources with values: in a sandbox, everything escaped, an unknown name an error."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

NOT_IN_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed."""
_ELEMENTS = {"\n": "w:br", "\t": "w:tab", "\u2011": "w:noBreakHyphen"}


def show(value: object) -> object:
    """Return the value as it stands inside a `w:t`: breaks and tabs as elements, without what XML cannot hold.

    Jinja itself escapes what is returned as plain text.
    """
    if hasattr(value, "__html__"):
        return value
    text = str(value)
    if text.isprintable() and "\u2011" not in text:
        return text
    text = str(escape(NOT_IN_XML.sub("", text)))
    for sign, name in _ELEMENTS.items():
        text = text.replace(sign, f'</w:t><{name}/><w:t xml:space="preserve">')
    return Markup(text)  # noqa: S704 - escaped above


class _Environment(SandboxedEnvironment):
    """The sandbox, which lets a template read the fields of kegen's own values without a closer look."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja declares it
        if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment(undefined: type[Undefined] = StrictUndefined) -> SandboxedEnvironment:
    """Return the environment in which templates are read and filled."""
    return _Environment(autoescape=True, undefined=undefined, finalize=show, keep_trailing_newline=True)
