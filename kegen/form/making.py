"""What an edit of a person changes in the content of a profile."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from kegen.form.columns import Columns, needs_rows
from kegen.form.edit import (
    AddEntry,
    AddItem,
    AddRecipient,
    AddSection,
    AddTable,
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
from kegen.form.paths import check_path, is_cell, is_choice, last_columns, may_be_empty
from kegen.problem import KegenError
from kegen.profile.model import Profile
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove
from kegen.yaml_text.fields import Expected
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.tree import Path, Tree, nested

_OF_TASK = 2
"""How long the path to a task is."""
_OF_ITEMS = 3
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
            AddEntry: self._add_entry,
            AddTable: self._add_table,
            RemoveItem: lambda each: self._remove(each.path),
            MoveItem: lambda each: self._move(each.path, each.to),
            AddRecipient: lambda each: self._add_recipient(each.text),
            DropRecipient: lambda each: self._drop_recipient(each.id),
        }
        return makers[type(edit)](edit)

    # Fields ---------------------------------------------------------------------------------------------------------

    def _set(self, path: Path, value: Plain) -> list[Change]:
        value = value.strip() if isinstance(value, str) and not is_choice(path) else value
        if value in ([], {}) or (value == "" and not may_be_empty(path) and not self._column(path)):
            return self._clear(path)
        if sentence := self._own_sentence(path):
            return self._named(path, sentence, value)
        check_path(path)
        if column := self._column(path):
            return self._columns(path).set(*column, value)
        return self._put(path, value)

    def _put(self, path: Path, value: Plain) -> list[Change]:
        entry = self._at(path[:2])
        if path[0] == "tasks" and len(path) > _OF_TASK and isinstance(entry, str):
            if path[2:] == ("wording",):
                return self._set(path[:2], value)
            return [Put(path[:2], {str(path[2]): nested(path[3:], value), "wording": entry})]
        if path[0] == "tasks" and path[2:] == ("wording",) and entry is _NOTHING:
            return self._set(path[:2], value)
        return [] if self._at(path) == value else [Put(path, value, self._after(path))]

    def _remove(self, path: Path) -> list[Change]:
        """Return the changes that take out what stands at the path; a task's id goes from the lists of sections too."""
        if path[-2:-1] == ("columns",) and isinstance(path[-1], int):
            return self._columns(path).remove(path[-1])
        if self._at(path) is _NOTHING:
            return []
        self._check_last(path)
        named: list[Change] = []
        for section, entry in self._group("sections").items() if path[0] == "tasks" and len(path) == _OF_TASK else ():
            listed = entry.get("tasks") if isinstance(entry, dict) else None
            if isinstance(listed, list) and path[1] in listed:
                named += self._remove(("sections", section, "tasks", listed.index(path[1])))
        return [*named, Remove(path)]

    def _check_last(self, path: Path) -> None:
        """Refuse to take the last item out of a list that stands for the pack's: the pack's would come back."""
        items = self._at(path[:-1])
        columns = self._at((*path[:-2], "columns"))
        if path[-2:-1] == ("rows",) and len(items) == 1 and isinstance(columns, list) and needs_rows(columns):
            raise KegenError("bảng chỉ còn một dòng; hãy thêm dòng khác trước, hoặc xóa cả bảng")
        is_whole = path[:-1] == ("recipients",) or (path[0] == "sections" and path[2:3] == ("tasks",))
        if is_whole and isinstance(items, list) and len(items) == 1:
            raise KegenError("danh sách này chỉ còn một dòng; hãy thêm dòng khác trước, hoặc bỏ cả mục")

    def _clear(self, path: Path) -> list[Change]:
        if path[0] == "tasks" and path[2:] == ("wording",) and isinstance(self._at(path[:2]), str):
            path = path[:2]
        if column := self._column(path):
            return self._columns(path).set(*column, "")
        if is_cell(path):
            return self._set(path, "")
        return self._remove(path)

    def _column(self, path: Path) -> tuple[int, str] | None:
        """Return which column of a table the path is about, and which of its keys; None for no column."""
        at, key = (*path[last_columns(path) + 1 :], "", "")[:2]
        is_named = key != "" or isinstance(self._at(path), str)
        return (at, str(key) or "title") if isinstance(at, int) and is_named and "columns" in path else None

    def _columns(self, path: Path) -> Columns:
        """Return the columns of the table that the path is in."""
        table = path[: last_columns(path)]
        return Columns(self._at(table), table)

    def _own_sentence(self, path: Path) -> str:
        """Return the sentence of the profile's own, in a section's list, of which the path names a fact; else ""."""
        is_sentence = path[0] == "sections" and path[2:3] == ("tasks",) and len(path) > _OF_ITEMS + 1
        sentence = self._at(path[: _OF_ITEMS + 1]) if is_sentence else ""
        return sentence if isinstance(sentence, str) else ""

    def _named(self, path: Path, sentence: str, value: Plain) -> list[Change]:
        """Return the changes that give a sentence of a section's list an id, and the fact under it."""
        place, rest = path[: _OF_ITEMS + 1], path[_OF_ITEMS + 1 :]
        if rest == ("wording",):
            return self._set(place, value)
        name = str(sentence) if " " not in sentence and sentence in self._group("tasks") else ""
        if name:
            return self._set(("tasks", name, *rest), value)
        name = self._new_id(f"{path[1]}-y")
        check_path(("tasks", name, *rest))
        task = {str(rest[0]): nested(rest[1:], value), "wording": sentence}
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
        check_path((*path, 0))
        if path[-1] == "columns":
            return self._columns(path).add(value, at)
        items = self._at(path)
        length = len(items) if isinstance(items, list) else 0
        return [Insert(path, length if at is None else min(at, length), value, self._after(path))]

    def _add_entry(self, edit: AddEntry) -> list[Change]:
        path: Path = (*edit.path, edit.key.strip())
        if not edit.key.strip():
            raise KegenError("chưa có mã; hãy ghi mã, chữ thường không dấu")
        if self._at(path) is not _NOTHING:
            raise KegenError(f"hồ sơ đã có mã “{edit.key.strip()}” ở dòng {self._line_of(path)}")
        check_path(path)
        return [Put(path, edit.value, self._after(path))]

    def _add_table(self, edit: AddTable) -> list[Change]:
        """Return the changes that add a table, with an empty row where its columns say nothing of tasks."""
        columns: list[Plain] = [each.strip() for each in edit.columns if each.strip()]
        if not columns and not edit.title.strip():
            raise KegenError("bảng cần ít nhất một cột; hãy ghi tên các cột, mỗi dòng một cột")
        rows: list[Plain] = [[""] * len(columns)] if columns and needs_rows(columns) else []
        facts: dict[str, Plain] = {"title": edit.title.strip(), "columns": columns, "rows": rows}
        table: dict[str, Plain] = {key: value for key, value in facts.items() if value}
        return self._set(edit.path, table) if edit.path[-1] == "table" else self._add_item(edit.path, table, None)

    def _move(self, path: Path, to: int) -> list[Change]:
        if path[-2:-1] == ("columns",) and isinstance(path[-1], int):
            return self._columns(path).move(path[-1], to)
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
