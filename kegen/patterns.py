"""Regular expressions that an earlier run compiled, taken up again: 300 take 30 ms to compile, 2 ms to take up.

They reach the modules by way of the memory that `re` itself has of patterns, so `re.compile` is written as ever and
whoever writes a rule need know nothing of this. What is kept is what Python's own compiler made of each pattern:
numbers for its matching machine, which looks them over before it takes them. Where this Python's `re` is built
otherwise, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from kegen.cache import keep, key_of, recall

Known = dict[tuple[type, str, int], list[Any]]
"""The patterns that were taken up, as `re` knows them, each with what was kept of it."""


def take_up() -> Known:
    """Make the patterns kept by earlier runs known to `re`, and return which they are."""
    records = recall(_key())
    if not isinstance(records, list):
        return {}
    try:
        found = {(str, pattern, flags): _made(pattern, *parts) for pattern, flags, *parts in records}
        memory: dict[Any, Any] = re._cache  # type: ignore[attr-defined]  # noqa: SLF001
    except (AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError):
        return {}
    memory.update(found)
    return {(str, *each[:2]): each for each in records}


def keep_new(known: Known) -> None:
    """Keep every pattern compiled by now, if there are others than those taken up."""
    try:
        used = [each for each in re._cache if each[0] is str]  # type: ignore[attr-defined]  # noqa: SLF001
        if any(each not in known for each in used):
            keep(_key(), [known.get(each) or _record(*each[1:]) for each in used])
    except (AttributeError, TypeError, ValueError):
        return


def _made(pattern: str, flags: int, code: str, groups: int, names: dict[str, int]) -> Any:  # noqa: ANN401
    numbers = array("I", a2b_base64(code))
    by_index: list[str | None] = [None] * (groups + 1)
    for name, index in names.items():
        by_index[index] = name
    return _compiler._sre.compile(pattern, flags, numbers.tolist(), groups, names, tuple(by_index))  # noqa: SLF001


def _record(pattern: str, flags: int) -> list[Any]:
    tree = _parser.parse(pattern, flags)
    code = b2a_base64(array("I", _compiler._code(tree, flags)), newline=False).decode()  # noqa: SLF001
    return [pattern, flags, flags | tree.state.flags, code, tree.state.groups - 1, tree.state.groupdict]


def _key() -> str:
    return key_of("patterns", [sys.version.encode(), sys.byteorder.encode()], [])
