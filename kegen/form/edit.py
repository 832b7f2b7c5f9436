"""One edit of a person, as the form sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from kegen.problem import KegenError
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path

Group = Literal["tasks", "sections"]
"""Whether it is about an item of the outline or a section."""


class SetField(NamedTuple):
    """The field of the path gets the value; an empty one clears it."""

    path: Path
    value: Plain


class ClearField(NamedTuple):
    """Nothing is written in the field any more: the draft takes what is usual."""

    path: Path


class Omit(NamedTuple):
    """The item or section is left out, for a reason; `sure`: what the profile says of it otherwise may go."""

    group: Group
    id: str
    reason: str
    sure: bool = False


class Take(NamedTuple):
    """The item or section is taken after all; `section`: where one goes that plans have only if they ask for it."""

    group: Group
    id: str
    section: str = ""


class AddTask(NamedTuple):
    """A task or paragraph of the profile's own, at the end of a section or after another; "" for what is not said."""

    section: str
    wording: str
    after: str = ""
    lead: str = ""
    helpers: tuple[str, ...] = ()
    deadline: str = ""
    product: str = ""


class AddSection(NamedTuple):
    """A section of the profile's own with its first paragraph; without `into` it is a main section."""

    title: str
    wording: str
    into: str = ""
    after: str = ""


class AddItem(NamedTuple):
    """A new office, row, point or the like in the list of the path; `at` from 0, None for the end.

    A column comes with a cell in each row, goes with its cells, and is moved with them.
    """

    path: Path
    value: Plain
    at: int | None = None


class AddEntry(NamedTuple):
    """A new document, target or the like under a key of the officer's own in the group of the path."""

    path: Path
    key: str
    value: Plain = None


class AddTable(NamedTuple):
    """A new table at the path, or in the list there, by the names of its columns; with a title it is an annex."""

    path: Path
    columns: tuple[str, ...] = ()
    title: str = ""


class RemoveItem(NamedTuple):
    """What the profile added is taken out again: an item of a list, or a key with all under it."""

    path: Path


class MoveItem(NamedTuple):
    """The item at the end of the path gets another position in its list, from 0."""

    path: Path
    to: int


class AddRecipient(NamedTuple):
    """A recipient is added, as the last above the file; an id of the pack in a list of the profile's own."""

    text: str


class DropRecipient(NamedTuple):
    """A usual recipient, by its id, gets nothing."""

    id: str


Edit = (
    SetField
    | ClearField
    | Omit
    | Take
    | AddTask
    | AddSection
    | AddItem
    | AddEntry
    | AddTable
    | RemoveItem
    | MoveItem
    | AddRecipient
    | DropRecipient
)
EDITS = {
    "set": SetField,
    "clear": ClearField,
    "omit": Omit,
    "take": Take,
    "add-task": AddTask,
    "add-section": AddSection,
    "add-item": AddItem,
    "add-entry": AddEntry,
    "add-table": AddTable,
    "remove-item": RemoveItem,
    "move-item": MoveItem,
    "add-recipient": AddRecipient,
    "drop-recipient": DropRecipient,
}
"""The edits by the names under which a page sends them."""
NAMES = {kind: name for name, kind in EDITS.items()}
_LONGEST_PATH = 12
_DEEPEST = 6


def read_edit(record: object) -> Edit:
    """Return the edit that JSON holds, `{"edit": "set", "path": ["unit", "name"], "value": "…"}`.

    Raises KegenError where it is none: pages of kegen send no such.
    """
    try:
        return _read(record)
    except (TypeError, ValueError, KeyError):
        raise KegenError("trang gửi một lệnh sửa không đúng dạng; hãy tải lại trang rồi sửa lại") from None


def _read(record: Any) -> Edit:  # noqa: ANN401 - whatever a page may send
    kind = EDITS[record["edit"]]
    fields = {name: value for name, value in record.items() if name != "edit"}
    edit = kind(**{name: _checked(name, value) for name, value in fields.items()})
    if isinstance(edit, Omit | Take) and edit.group not in get_args(Group):
        raise ValueError
    return edit  # type: ignore[no-any-return]


def _checked(name: str, value: Any) -> Any:  # noqa: ANN401 - the same
    if name == "path":
        return _path(value)
    if name == "value":
        return _plain(value, _DEEPEST)
    if name in {"helpers", "columns"}:
        return tuple(map(_text, _plain([*value], _DEEPEST) or ()))
    if name in {"to", "at"}:
        return _position(value) if name == "to" or value is not None else None
    if type(value) is not (bool if name == "sure" else str):
        raise TypeError
    return value


def _position(value: Any) -> int:  # noqa: ANN401 - the same
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _path(value: Any) -> Path:  # noqa: ANN401 - the same
    if not isinstance(value, list) or not 0 < len(value) <= _LONGEST_PATH:
        raise TypeError
    return tuple(part if isinstance(part, str) else _position(part) for part in value)


def _plain(value: Any, deep: int) -> Plain:  # noqa: ANN401 - the same
    if not deep:
        raise ValueError
    if isinstance(value, list):
        return [_plain(each, deep - 1) for each in value]
    if isinstance(value, Mapping):
        return {_text(key): _plain(each, deep - 1) for key, each in value.items()}
    return _text(value)


def _text(value: Any) -> str:  # noqa: ANN401 - the same
    if not isinstance(value, str):
        raise TypeError
    return value
