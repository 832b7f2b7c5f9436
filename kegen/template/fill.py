"""Fill Jinja sources with values: in a sandbox, everything escaped, an unknown name an error."""

from __future__ import annotations

import re

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

NOT_IN_XML = r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed."""
_ELEMENTS = {
    "\n": Markup('</w:t><w:br/><w:t xml:space="preserve">'),
    "\t": Markup('</w:t><w:tab/><w:t xml:space="preserve">'),
    "\u2011": Markup('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'),
}


def show(value: object) -> object:
    """Return the value as it stands inside a `w:t`: breaks and tabs as elements, without what XML cannot hold.

    Jinja itself escapes what is returned as plain text.
    """
    if hasattr(value, "__html__"):
        return value
    text = str(value)
    if text.isprintable() and "\u2011" not in text:
        return text
    shown = escape(re.sub(NOT_IN_XML, "", text))
    for sign, element in _ELEMENTS.items():
        shown = shown.replace(sign, element)
    return shown


class _Environment(SandboxedEnvironment):
    """Jinja's sandbox, without its long look at each field of a named tuple, which is as safe as it is plain."""

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, tuple) and attribute in getattr(obj, "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment(undefined: type[Undefined] = StrictUndefined) -> SandboxedEnvironment:
    """Return the environment in which templates are read and filled."""
    return _Environment(autoescape=True, undefined=undefined, finalize=show, keep_trailing_newline=True)
