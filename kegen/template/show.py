"""A value as a run of Word shows it: escaped; breaks, tabs and firm hyphens as elements; no control characters."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed."""
_BREAKS = re.compile(r"[\t\n\u2011]")
_ELEMENTS = {"\n": "w:br", "\t": "w:tab", "\u2011": "w:noBreakHyphen"}


def show(value: object) -> str:
    """Return the value as XML inside a `w:t`, or an attribute."""
    text = str(value)
    if text.isprintable() and "\u2011" not in text:
        return _escaped(text)
    return _BREAKS.sub(_element, _escaped(_CONTROL.sub("", text)))


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def _element(match: re.Match[str]) -> str:
    return f'</w:t><{_ELEMENTS[match[0]]}/><w:t xml:space="preserve">'
