"""YAML a person can copy from a message into the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

_NEEDS_QUOTES = r"""^$|^[\s&*!|>%@`"'#,\[\]{}]|^[-?:]( |$)|: | #|:$|[\[\]{},]|^(~|null)$|\s$|\n"""


def quoted(text: str) -> str:
    """Return the text in quotes that need no escapes, or the fewest."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def flow(value: object) -> str:
    """Return the value as YAML on one line."""
    if isinstance(value, str):
        return quoted(value) if re.search(_NEEDS_QUOTES, value, re.IGNORECASE) else value
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        return "{" + ", ".join(entry(str(key), each) for key, each in value.items()) + "}"
    if isinstance(value, Sequence | AbstractSet):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    return "" if value is None else flow(str(value))


def entry(key: str, value: object) -> str:
    """Return the line `key: value`."""
    return f"{key}: {flow(value)}".rstrip()


def shown(value: object, most: int = 40) -> str:
    """Return a value as a message names it: on one line, and not too long."""
    text = " ".join((value if isinstance(value, str) else flow(value)).split())
    return text if len(text) <= most else text[: most - 1] + "…"
