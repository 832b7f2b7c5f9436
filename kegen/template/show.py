"""Values as a run of Word shows them: escaped, breaks and tabs as elements, without what XML cannot hold."""

from __future__ import annotations

import re
from functools import lru_cache

_CONTROL = r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold, and the carriage return, which it would turn into a line feed. Compiled only where needed:
that takes as long as rendering a draft three times."""
_CONTROL_BYTES = bytes(range(9)) + bytes(range(11, 32))
_NO_CHARACTERS = b"\xef\xbf"  # U+FFFE, U+FFFF and a few that are seldom seen
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
_ELEMENTS = {"\n": "w:br", "\t": "w:tab", "\u2011": "w:noBreakHyphen"}


def show(value: object) -> str:
    """Return the value as XML inside a `w:t`, or an attribute."""
    return _shown(str(value))


@lru_cache(maxsize=1024)
def _shown(text: str) -> str:
    """Return the text so: plans of one pack share most of their sentences."""
    text = _without_controls(text)
    for sign, escaped in _ESCAPES:
        if sign in text:
            text = text.replace(sign, escaped)
    for sign, name in _ELEMENTS.items():
        if sign in text:
            text = text.replace(sign, f'</w:t><{name}/><w:t xml:space="preserve">')
    return text


def _without_controls(text: str) -> str:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a pair of UTF-16
        return re.sub(_CONTROL, "", text)
    if len(data.translate(None, _CONTROL_BYTES)) < len(data) or _NO_CHARACTERS in data:
        return re.sub(_CONTROL, "", text)
    return text
