"""One change of a YAML file's content, and what the content then is."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, NamedTuple

from kegen.look_alikes import settle
from kegen.problem import KegenError
from kegen.vietnamese import normalise
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.text import clean
from kegen.yaml_text.tree import Path


class Unspliceable(KegenError):  # noqa: N818 - a state of the text
    """The text is laid out so that a change cannot be made there for sure; nothing was changed."""


class Put(NamedTuple):
    """The value stands at the path, in place of another or as a new one, in new groups where some are missing.

    A new key stands behind the last of `after` that is there, else at the end of its group.
    """

    path: Path
    value: Plain
    after: tuple[str, ...] = ()


class Remove(NamedTuple):
    """The value at the path goes, and each group or list that nothing is left in."""

    path: Path


class Insert(NamedTuple):
    """A new item stands in the list of the path, as the one at the position, from 0; a list that is not there is made.

    `after` as that of a key that is put.
    """

    path: Path
    at: int
    value: Plain
    after: tuple[str, ...] = ()


class Move(NamedTuple):
    """The item at the position of the list of the path gets another position, both from 0."""

    path: Path
    at: int
    to: int


Change = Put | Remove | Insert | Move


def typed(value: Plain) -> Plain:
    """Return the value as it is read again: composed letters, look-alikes as the letters that are meant."""
    if isinstance(value, str):
        return settle(clean(normalise(value.replace("\r\n", "\n").replace("\r", "\n"))))
    if isinstance(value, dict):
        return {str(typed(key)): typed(each) for key, each in value.items()}
    return value if value is None else [typed(each) for each in value]


def anchor_of(keys: list[str], after: tuple[str, ...]) -> str | None:
    """Return the key that a new one stands behind, None for the first of all."""
    behind = [key for key in keys if key in after]
    return max(behind, key=after.index) if behind else keys[-1] if keys else None


def meant(content: Plain, changes: Iterable[Change]) -> Plain:
    """Return the content with the changes made, one after the other.

    Raises LookupError or TypeError where it has no place for one.
    """
    content = deepcopy(content)
    for each in changes:
        content = _made(content, each)
    return content


def _made(content: Plain, change: Change) -> Plain:
    match change:
        case Put(path, value, after):
            return _put(content, path, deepcopy(value), after)
        case Remove(path):
            return _removed(content, path)
        case Insert(path, at, value, after):
            if not (items := _at(content, path)):
                return _put(content, path, [deepcopy(value)], after)
            _as_list(items).insert(at, deepcopy(value))
        case Move(path, at, to):
            items = _as_list(_at(content, path))
            items.insert(to, items.pop(at))
    return content


def _at(content: Any, path: Path) -> Any:  # noqa: ANN401 - any shape a person wrote
    for part in path:
        if content is None or (isinstance(content, dict) and part not in content):
            return None
        content = content[part]
    return content


def _as_list(value: Any) -> list[Any]:  # noqa: ANN401 - the same
    if not isinstance(value, list):
        raise TypeError
    return value


def _put(content: Any, path: Path, value: Plain, after: tuple[str, ...]) -> Plain:  # noqa: ANN401 - the same
    if not path:
        return value
    first, *rest = path
    if content is None:
        content = [] if isinstance(first, int) else {}
    if isinstance(first, int):
        items = _as_list(content)
        if first == len(items):
            items.append(None)
        items[first] = _put(items[first], tuple(rest), value, after)
    elif not isinstance(content, dict):
        raise TypeError
    elif first in content:
        content[first] = _put(content[first], tuple(rest), value, after)
    else:
        return _with_entry(content, first, _put(None, tuple(rest), value, after), after)
    return content  # type: ignore[no-any-return]


def _with_entry(group: dict[str, Plain], key: str, value: Plain, after: tuple[str, ...]) -> Plain:
    anchor = anchor_of(list(group), after)
    if anchor is None:
        return {key: value}
    return {name: each for old in group.items() for name, each in ([old, (key, value)] if old[0] == anchor else [old])}


def _removed(content: Any, path: Path) -> Plain:  # noqa: ANN401 - the same
    chain = [content]
    for part in path[:-1]:
        chain.append(chain[-1][part])
    for holder, part in zip(reversed(chain), reversed(path), strict=True):
        del holder[part]
        if holder:
            break
    return content  # type: ignore[no-any-return]


def ordered(content: Plain) -> object:
    """Return the content so that groups are equal only with their keys in the same order."""
    if isinstance(content, dict):
        return [(key, ordered(each)) for key, each in content.items()]
    return [ordered(each) for each in content] if isinstance(content, list) else content
