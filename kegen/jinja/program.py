"""The little language a Jinja source is reduced to: plain values that JSON can hold, and nothing that runs code.

A program is a list of steps:

    "text"                                       printed as it stands
    ["put", value]                               printed as `show` shows it
    ["if", [[value, program], ...], program]     the first whose value holds, else the last program
    ["case", path, {text: program}, program]     that of the text which the path is, else the last program
    ["for", [name, ...], path, program, facts]   once an item; facts: whether the program asks for `loop`

A value is one of:

    ["const", text, number, true, false or null]
    ["path", "row.task"]                         a name and its attributes
    ["call", path, [argument, ...], {name: argument}]   arguments are constants
    ["choose", test, value, otherwise]
    ["compare", operator, value, value]          ==, !=, <, <=, >, >=
    ["among", value, [constant, ...], wanted]    in, not in
    ["and", value, value]  ["or", value, value]  ["not", value]  ["add", value, value]
"""

from __future__ import annotations

from typing import Any

Value = list[Any]
Program = list[Any]

FACTS = frozenset(("first", "last", "index", "index0", "length"))
"""What may be asked of `loop`."""
DEPTH_LIMIT = 40
"""How deep steps and values may stand in each other: more is no source of a person's."""


def is_constant(value: object) -> bool:
    """Whether the value may stand in a program for itself."""
    return value is None or isinstance(value, str | int)


def is_path(value: object) -> bool:
    """Whether the value is a name with attributes, none of them Python's own."""
    return isinstance(value, str) and all(part.isidentifier() and part[0] != "_" for part in value.split("."))
