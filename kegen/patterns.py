"""Regular expressions that an earlier run compiled, taken up again: 300 take 30 ms to compile, 2 ms to take up.

They reach the modules by way of the memory that `re` itself has of patterns, so `re.compile` is written as ever and
whoever writes a rule need know nothing of this. What is kept is what Python's own compiler made of each pattern:
numbers for its matching machine, which looks them over before it takes them. Where this Python's `re` is built
otherwise, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, Literal

from kegen.cache import keep, key_of, recall

Record = tuple[str | bytes, int, int, list[int], int, dict[str, int]]
"""A pattern: text, flags asked for, flags it has, its numbers, how many groups it has and the names of those."""
Known = dict[tuple[type, str | bytes, int], Record]
"""The patterns that were taken up, as `re` knows them."""
Use = Literal["command", "check"]
"""What needs the patterns: a command that reads a profile, or the rules, which have far more."""


def take_up(use: Use) -> Known:
    """Make the patterns kept by earlier runs for the same use known to `re`, and return which they are."""
    try:
        known: Known = {(type(each[0]), *each[:2]): each for each in _unpacked(*recall(_key(use)))}
        found = {key: _made(*each) for key, each in known.items()}
        memory: dict[Any, Any] = re._cache  # type: ignore[attr-defined]  # noqa: SLF001
    except (AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError, zlib.error):
        return {}
    memory.update(found)
    return known


def keep_new(use: Use, known: Known) -> None:
    """Keep every pattern compiled by now, if there are others than those taken up."""
    try:
        used = list(re._cache)  # type: ignore[attr-defined]  # noqa: SLF001
        if any(each not in known for each in used):
            keep(_key(use), _packed([known.get(each) or _record(*each[1:]) for each in used]))
    except (AttributeError, TypeError, ValueError):
        return


def _packed(records: list[Record]) -> list[Any]:
    """Return the records as they are kept, all numbers together: there are many, and much the same ones."""
    numbers = array("I", chain.from_iterable(each[3] for each in records))
    rest = [(*_written(each[0]), *each[1:3], len(each[3]), *each[4:]) for each in records]
    return [rest, b2a_base64(zlib.compress(numbers), newline=False).decode()]


def _written(pattern: str | bytes) -> tuple[str, bool]:
    """Return the text of a pattern, and whether it stands for bytes."""
    return (pattern, False) if isinstance(pattern, str) else (pattern.decode("latin-1"), True)


def _unpacked(rest: Iterable[Any], packed: str) -> Iterator[Record]:
    numbers = array("I", zlib.decompress(a2b_base64(packed)))
    end = 0
    for written, is_bytes, asked, flags, length, groups, names in rest:
        start, end = end, end + length
        pattern = written.encode("latin-1") if is_bytes else written
        yield pattern, asked, flags, numbers[start:end].tolist(), groups, names


def _made(pattern: str | bytes, _: int, flags: int, code: list[int], groups: int, names: dict[str, int]) -> Any:  # noqa: ANN401
    by_index: list[str | None] = [None] * (groups + 1)
    for name, index in names.items():
        by_index[index] = name
    return _compiler._sre.compile(pattern, flags, code, groups, names, tuple(by_index))  # noqa: SLF001


def _record(pattern: str | bytes, flags: int) -> Record:
    tree = _parser.parse(pattern, flags)
    code = [int(each) for each in _compiler._code(tree, flags)]  # noqa: SLF001
    return pattern, flags, flags | tree.state.flags, code, tree.state.groups - 1, tree.state.groupdict


def _key(use: Use) -> str:
    return key_of(f"patterns-{use}", [sys.version.encode(), sys.byteorder.encode()], [Path(__file__)])
