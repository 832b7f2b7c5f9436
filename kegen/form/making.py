"""What an edit of a person changes in the content of a profile."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, Literal, get_origin

from kegen.form.edit import (
    AddItem,
    AddRecipient,
    AddSection,
    AddTask,
    ClearField,
    DropRecipient,
    Edit,
    MoveItem,
    Omit,
    RemoveItem,
    SetField,
    Take,
)
from kegen.problem import KegenError
from kegen.profile.model import Profile
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove
from kegen.yaml_text.fields import Expected
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path, Tree

_ID = 2
"""How long the path to a task is."""
_SENTENCE = 3
"""How long the path to a list of a section's items is."""


def changes_of(edit: Edit, tree: Tree) -> list[Change]:
    """Return the changes that make the edit in the profile of the tree, none where it says what is there already.

    Raises KegenError, in Vietnamese, for what the profile has no place for.
    """
    return changes_in(edit, tree.plain(), lambda path: tree.key_place(path).line)


def changes_in(edit: Edit, content: Plain, line_of: Callable[[Path], int] = lambda _: 0) -> list[Change]:
    """Return the changes that make the edit in a profile of that content, as `changes_of`; `line_of` a path's line."""
    return _Making(content, line_of).changes(edit)


class _Making:
    """Makes changes of edits, for one profile as it stands."""

    def __init__(self, content: Plain, line_of: Callable[[Path], int]) -> None:
        self._content: Any = content
        self._line_of = line_of

    def changes(self, edit: Edit) -> list[Change]:
        """Return the changes that make the edit."""
        makers: dict[type, Callable[[Any], list[Change]]] = {
            SetField: lambda each: self._set(each.path, each.value),
            ClearField: lambda each: self._clear(each.path),
            Omit: self._omit,
            Take: self._take,
            AddTask: self._add_task,
            AddSection: self._add_section,
            AddItem: lambda each: self._add_item(each.path, each.value, each.at),
            RemoveItem: lambda each: self._remove(each.path),
            MoveItem: lambda each: self._move(each.path, each.to),
            AddRecipient: lambda each: self._add_recipient(each.text),
            DropRecipient: lambda each: self._drop_recipient(each.id),
        }
        return makers[type(edit)](edit)

    # Fields ---------------------------------------------------------------------------------------------------------

    def _set(self, path: Path, value: Plain) -> list[Change]:
        value = value.strip() if isinstance(value, str) and not _is_choice(path) else value
        if value in ([], {}) or (value == "" and not _may_be_empty(path)):
            return self._clear(path)
        if sentence := self._own_sentence(path):
            return self._named(path, sentence, value)
        _check(path)
        entry = self._at(path[:2])
        if path[0] == "tasks" and len(path) > _ID and isinstance(entry, str):
            if path[2:] == ("wording",):
                return self._set(path[:2], value)
            return [Put(path[:2], {str(path[2]): _nested(path[3:], value), "wording": entry})]
        if path[0] == "tasks" and path[2:] == ("wording",) and entry is _NOTHING:
            return self._set(path[:2], value)
        return [] if self._at(path) == value else [Put(path, value, self._after(path))]

    def _remove(self, path: Path) -> list[Change]:
        """Return the changes that take out what stands at the path; a task's id goes from the lists of sections too."""
        if self._at(path) is _NOTHING:
            return []
        self._check_last(path)
        named: list[Change] = []
        for section, entry in self._group("sections").items() if path[0] == "tasks" and len(path) == _ID else ():
            listed = entry.get("tasks") if isinstance(entry, dict) else None
            if isinstance(listed, list) and path[1] in listed:
                named += self._remove(("sections", section, "tasks", listed.index(path[1])))
        return [*named, Remove(path)]

    def _check_last(self, path: Path) -> None:
        """Refuse to take the last item out of a list that stands for the pack's: the pack's would come back."""
        items = self._at(path[:-1])
        is_whole = path[:-1] == ("recipients",) or (path[0] == "sections" and path[2:3] == ("tasks",))
        if is_whole and isinstance(items, list) and len(items) == 1:
            raise KegenError("danh sách này chỉ còn một dòng; hãy thêm dòng khác trước, hoặc bỏ cả mục")

    def _clear(self, path: Path) -> list[Change]:
        if path[0] == "tasks" and path[2:] == ("wording",) and isinstance(self._at(path[:2]), str):
            path = path[:2]
        return self._remove(path)

    def _own_sentence(self, path: Path) -> str:
        """Return the sentence of the profile's own, in a section's list, of which the path names a fact; else ""."""
        is_sentence = path[0] == "sections" and path[2:3] == ("tasks",) and len(path) > _SENTENCE + 1
        sentence = self._at(path[: _SENTENCE + 1]) if is_sentence else ""
        return sentence if isinstance(sentence, str) else ""

    def _named(self, path: Path, sentence: str, value: Plain) -> list[Change]:
        """Return the changes that give a sentence of a section's list an id, and the fact under it."""
        place, rest = path[: _SENTENCE + 1], path[_SENTENCE + 1 :]
        if rest == ("wording",):
            return self._set(place, value)
        name = str(sentence) if " " not in sentence and sentence in self._group("tasks") else ""
        if name:
            return self._set(("tasks", name, *rest), value)
        name = self._new_id(f"{path[1]}-y")
        _check(("tasks", name, *rest))
        task = {str(rest[0]): _nested(rest[1:], value), "wording": sentence}
        return [Put(place, name), Put(("tasks", name), task, self._after(("tasks", name)))]

    def _after(self, path: Path) -> tuple[str, ...]:
        """Return the keys behind which a person looks for the first key of the path that is missing yet."""
        expected = Expected((Profile,))
        for at, part in enumerate(path, 1):
            if self._at(path[:at]) is _NOTHING:
                known = list(expected.fields)
                return tuple(known[: known.index(str(part))]) if part in known else ()
            expected = expected.into(part)
        return ()

    # The outline ----------------------------------------------------------------------------------------------------

    def _omit(self, edit: Omit) -> list[Change]:
        path: Path = (edit.group, edit.id)
        entry = self._at(path)
        if isinstance(entry, dict) and set(entry) == {"omit"}:
            return self._set((*path, "omit"), edit.reason)
        if entry not in (_NOTHING, None) and not edit.sure:
            what = "mục" if edit.group == "sections" else "ý"
            line = self._line_of(path)
            raise KegenError(
                f"hồ sơ có lời riêng về {what} này ở dòng {line}; bỏ {what} thì các dòng ấy cũng bị xóa,"
                " hãy xác nhận, hoặc chép lại lời ấy trước"
            )
        return [Put(path, {"omit": edit.reason.strip()}, self._after(path))]

    def _take(self, edit: Take) -> list[Change]:
        path: Path = (edit.group, edit.id)
        entry = self._at(path)
        omitted = isinstance(entry, dict) and "omit" in entry
        if not edit.section:
            return [Remove((*path, "omit"))] if omitted else []
        if omitted and len(entry) == 1:
            return [Put(path, {"section": edit.section})]
        gone: list[Change] = [Remove((*path, "omit"))] if omitted else []
        return [*gone, *self._set((*path, "section"), edit.section)]

    def _add_task(self, edit: AddTask) -> list[Change]:
        name = self._new_id(f"{edit.section}-them")
        facts: dict[str, Plain] = {
            "section": edit.section,
            "after": edit.after,
            "lead": edit.lead,
            "helpers": list(edit.helpers),
            "deadline": edit.deadline,
            "product": edit.product,
            "wording": edit.wording.strip(),
        }
        task: dict[str, Plain] = {key: value for key, value in facts.items() if value}
        if "wording" not in task:
            raise KegenError("chưa có lời văn của ý thêm; hãy ghi lời văn")
        return [Put(("tasks", name), task, self._after(("tasks", name)))]

    def _add_section(self, edit: AddSection) -> list[Change]:
        name = self._new_id(f"{edit.into or 'muc'}-them")
        facts: dict[str, Plain] = {
            "into": edit.into,
            "after": edit.after,
            "title": edit.title.strip(),
            "tasks": [edit.wording.strip()],
        }
        if not (edit.title.strip() and edit.wording.strip()):
            raise KegenError("mục thêm cần có tiêu đề và ít nhất một ý; hãy ghi cả hai")
        section: dict[str, Plain] = {key: value for key, value in facts.items() if value}
        return [Put(("sections", name), section, self._after(("sections", name)))]

    def _new_id(self, stem: str) -> str:
        known = {*self._group("tasks"), *self._group("sections")}
        return next(name for name in (f"{stem}-{number}" for number in count(1)) if name not in known)

    def _group(self, name: str) -> dict[str, Any]:
        group = self._at((name,))
        return group if isinstance(group, dict) else {}

    # Lists ----------------------------------------------------------------------------------------------------------

    def _add_item(self, path: Path, value: Plain, at: int | None) -> list[Change]:
        _check((*path, 0))
        items = self._at(path)
        length = len(items) if isinstance(items, list) else 0
        return [Insert(path, length if at is None else min(at, length), value, self._after(path))]

    def _move(self, path: Path, to: int) -> list[Change]:
        items, at = self._at(path[:-1]), path[-1]
        if not isinstance(items, list) or not isinstance(at, int) or max(at, to) >= len(items):
            raise KegenError("chỗ cần chuyển không còn trong hồ sơ; hãy tải lại trang rồi làm lại")
        return [Move(path[:-1], at, to)] if at != to else []

    def _add_recipient(self, text: str) -> list[Change]:
        path: Path = ("recipients",) if isinstance(self._at(("recipients",)), list) else ("recipients", "add")
        if not text.strip():
            raise KegenError("chưa có tên nơi nhận; hãy ghi tên cơ quan, đơn vị nhận")
        return self._add_item(path, text.strip(), None)

    def _drop_recipient(self, name: str) -> list[Change]:
        listed = self._at(("recipients",))
        if isinstance(listed, list):
            return self._remove(("recipients", listed.index(name))) if name in listed else []
        dropped = self._at(("recipients", "drop"))
        if isinstance(dropped, list) and name in dropped:
            return []
        return self._add_item(("recipients", "drop"), name, None)

    def _at(self, path: Path) -> Any:  # noqa: ANN401 - any part of a file
        value = self._content
        for part in path:
            try:
                value = value[part]
            except (LookupError, TypeError):
                return _NOTHING
        return value


_NOTHING = object()


def _nested(path: Path, value: Plain) -> Plain:
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def _may_be_empty(path: Path) -> bool:
    """Whether "" says something at the path: that words are taken out, or that a cell is empty."""
    return "edits" in path[:-1] or path[0] == "replace" or "rows" in path or "cells" in path


def _is_choice(path: Path) -> bool:
    """Whether one of a few values is to stand there, blanks in it and all."""
    expected = Expected((Profile,))
    for part in path:
        expected = expected.into(part)
    return any(get_origin(each) is Literal for each in expected.types)


def _check(path: Path) -> None:
    """Raise KegenError for a path that no profile has."""
    expected = Expected((Profile,))
    for part in path:
        known = expected.fields
        inner = expected.into(part)
        if not inner.types or (known and isinstance(part, str) and part not in known and not _is_open(expected)):
            name = ".".join(str(each) for each in path)
            raise KegenError(f"hồ sơ không có chỗ “{name}”; hãy tải lại trang rồi sửa lại")
        expected = inner


def _is_open(expected: Expected) -> bool:
    """Whether keys of a person's own may stand there."""
    return any(getattr(each, "__origin__", None) is dict for each in expected.types)
