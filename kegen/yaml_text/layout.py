"""Where in a YAML text a change goes, and in which words: as a person would have laid it out there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kegen.yaml_text.change import Change, Insert, Move, Put, Remove, Unspliceable, anchor_of
from kegen.yaml_text.compose import RawNode
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.spans import Spans, Spot, line_end, line_start
from kegen.yaml_text.tree import Path, nested
from kegen.yaml_text.writing import behind_key, entry_lines, item_lines, one_line

_BY_HAND = "kegen không tự sửa chỗ này, chưa ghi gì vào tệp; hãy mở tệp bằng Notepad và sửa dòng này bằng tay"
_SHARED = "giá trị ở đây dùng chung với chỗ khác bằng dấu “&”, “*” của YAML"
_REMARK = "trong chỗ này có lời ghi chú (sau dấu “#”) sẽ bị mất"
_ODD_LINE = "dòng này còn chứa mục khác"


class TextEdit(NamedTuple):
    """From which character to which a text is replaced, and by what."""

    start: int
    end: int
    text: str


class Layout:
    """A text with its nodes; says which edits make a change. Raises Unspliceable, naming the line, where none do."""

    def __init__(self, spans: Spans, file: str) -> None:
        self._spans, self._text, self._root, self._file = spans, spans.text, spans.root, file

    def edits(self, change: Change) -> list[TextEdit]:
        """Return the edits that make the change."""
        match change:
            case Put(path, value, after):
                return self._put(path, value, after)
            case Remove(path):
                return self._remove(path)
            case Insert(path, at, value, after):
                return self._insert(path, at, value, after)
            case Move(path, at, to):
                return self._move(path, at, to)

    def refusal(self, at: int, why: str) -> Unspliceable:
        """Return the error for the line of that place."""
        line = self._text.count("\n", 0, at) + 1
        return Unspliceable(f"{self._file}:{line}: {why}; {_BY_HAND}")

    # Values ---------------------------------------------------------------------------------------------------------

    def _put(self, path: Path, value: Plain, after: tuple[str, ...]) -> list[TextEdit]:
        found = self._reached(path)
        missing = path[len(found) :]
        if not missing:
            return self._replace(found[-1], value)
        inner = nested(missing[1:], value)
        if found and (found[-1].is_empty or self._is_bare(found[-1])):
            return self._replace(found[-1], nested(missing, value))
        node = found[-1].node if found else self._root
        if node.id == "mapping" and isinstance(missing[0], str):
            return [self._new_entry(node, missing[0], inner, after, is_flow=bool(found and found[-1].is_flow))]
        if node.id == "sequence" and missing[0] == len(node.value) and found:
            return self._new_item(found[-1], len(node.value), inner)
        raise self.refusal(found[-1].start if found else 0, "ở đây không phải là nhóm khóa hay danh sách cần sửa")

    def _reached(self, path: Path) -> list[Spot]:
        found = self._spans.path_of(path)
        if found and found[-1].is_shared:
            raise self.refusal(found[-1].since, _SHARED)
        return found

    def _is_bare(self, spot: Spot) -> bool:
        """Whether the value is one of YAML's words for nothing, or brackets with nothing in them."""
        return not spot.node.value or (spot.node.id == "scalar" and not spot.node.style and spot.node.value in _NULLS)

    def _replace(self, spot: Spot, value: Plain) -> list[TextEdit]:
        remarks = self._spans.comments(spot.since, spot.end)
        if spot.is_flow:
            if remarks:
                raise self.refusal(spot.since, _REMARK)
            lead = " " if spot.is_empty else ""
            return [TextEdit(spot.since if spot.is_empty else spot.start, spot.end, lead + one_line(value))]
        return self._replace_lines(spot, value, remarks)

    def _replace_lines(self, spot: Spot, value: Plain, remarks: list[str]) -> list[TextEdit]:
        """Return the edits for a value that has the rest of its line, or lines of its own; comments go below it."""
        text, end = self._text, spot.end
        column = self._column(spot)
        stop = line_end(text, end)
        behind = text[end:stop].strip()
        if behind and not behind.startswith("#"):
            raise self.refusal(end, _ODD_LINE)
        on_line = not spot.is_empty and line_start(text, spot.start) == line_start(text, spot.since)
        is_list = spot.node.id == "sequence" and not spot.node.flow_style
        room = (spot.start - 1 if on_line else spot.since) - line_start(text, spot.since)
        new = behind_key(value, column, room, must_fit=bool(behind), listed=is_list and isinstance(value, list))
        if isinstance(value, list) and is_list and not behind and value:
            new = "".join(f"\n{line}" for line in item_lines(value, spot.node.start_mark.column))
        elif spot.key is None and isinstance(value, dict):
            new = f" {one_line(value)}" if behind else "\n".join(item_lines([value], column))[column + 1 :]
        keep_blanks = on_line and new.startswith(" ")
        start = spot.start if keep_blanks else spot.since
        edits = [TextEdit(start, end, new[1:] if keep_blanks else new)]
        below = "".join(f"\n{' ' * column}{each}" for each in remarks)
        return [*edits, TextEdit(stop, stop, below)] if below else edits

    def _column(self, spot: Spot) -> int:
        """Return the column of the key or the dash that has the value."""
        if spot.key is not None:
            return int(spot.key.start_mark.column)
        return spot.since - 1 - line_start(self._text, spot.since)

    def _new_entry(self, group: RawNode, key: str, value: Plain, after: tuple[str, ...], *, is_flow: bool) -> TextEdit:
        entries = self._spans.children(group, is_flow=is_flow)
        is_flow = is_flow or bool(group.flow_style)
        if not entries:
            at = group.start_mark.index + 1
            return TextEdit(at, at, one_line({key: value})[1:-1])
        names = [key.value for key, _ in group.value]
        anchor = entries[names.index(anchor_of(names, after))]
        if is_flow:
            return TextEdit(anchor.end, anchor.end, f", {one_line({key: value})[1:-1]}")
        self._check_line(anchor)
        column = group.value[0][0].start_mark.column
        end = self._below(anchor.end, column)
        lines = entry_lines({key: value}, column)
        return TextEdit(end, end, "".join(f"\n{line}" for line in lines))

    def _below(self, at: int, column: int) -> int:
        """Return the end of the line of that place, or of the comments below it that stand farther in."""
        inner = re.compile(rf"\n {{{column + 1},}}#[^\n]*")
        end = line_end(self._text, at)
        while found := inner.match(self._text, end):
            end = found.end()
        return end

    def _check_line(self, spot: Spot) -> None:
        """Refuse a line on which something else than a comment stands behind the value."""
        behind = self._text[spot.end : line_end(self._text, spot.end)].strip()
        if behind and not behind.startswith("#"):
            raise self.refusal(spot.end, _ODD_LINE)

    # Items ----------------------------------------------------------------------------------------------------------

    def _insert(self, path: Path, at: int, value: Plain, after: tuple[str, ...]) -> list[TextEdit]:
        found = self._reached(path)
        if len(found) < len(path) or found[-1].is_empty or self._is_bare(found[-1]):
            return self._put(path, [value], after)
        if found[-1].node.id != "sequence":
            raise self.refusal(found[-1].start, "ở đây không phải là danh sách")
        return self._new_item(found[-1], at, value)

    def _new_item(self, spot: Spot, at: int, value: Plain) -> list[TextEdit]:
        items = self._spans.children(spot.node, is_flow=spot.is_flow)
        at = min(at, len(items))
        if items[0].is_flow:
            if at < len(items):
                return [TextEdit(items[at].start, items[at].start, f"{one_line(value)}, ")]
            return [TextEdit(items[-1].end, items[-1].end, f", {one_line(value)}")]
        short = any(each.node.id == "mapping" and each.node.flow_style for each in items) or not isinstance(value, dict)
        lines = item_lines([value], spot.node.start_mark.column, short=short)
        if at == 0:
            start = self._own_line(items[0])
            return [TextEdit(start, start, "".join(f"{line}\n" for line in lines))]
        self._check_line(items[at - 1])
        end = self._below(items[at - 1].end, spot.node.start_mark.column)
        return [TextEdit(end, end, "".join(f"\n{line}" for line in lines))]

    def _own_line(self, spot: Spot) -> int:
        """Return where the line of an entry or item begins; refuses one that stands behind another on its line."""
        first = spot.key.start_mark.index if spot.key is not None else spot.since - 1
        start = line_start(self._text, first)
        if self._text[start:first].strip():
            raise self.refusal(first, _ODD_LINE)
        self._check_line(spot)
        return start

    def _move(self, path: Path, at: int, to: int) -> list[TextEdit]:
        found = self._reached(path)
        items = self._spans.children(found[-1].node, is_flow=found[-1].is_flow)
        if at == to:
            return []
        if any(each.is_shared for each in items):
            raise self.refusal(found[-1].start, _SHARED)
        if items[0].is_flow:
            return self._moved_in_line(items, at, to)
        start, stop = self._own_line(items[at]), line_end(self._text, items[at].end)
        chunk = self._text[start:stop]
        gone = TextEdit(start, stop + 1, "") if stop < len(self._text) else TextEdit(start - 1, stop, "")
        if to > at:
            self._check_line(items[to])
            place = line_end(self._text, items[to].end)
            return [gone, TextEdit(place, place, f"\n{chunk}")]
        place = self._own_line(items[to])
        return [TextEdit(place, place, f"{chunk}\n"), gone]

    def _moved_in_line(self, items: Sequence[Spot], at: int, to: int) -> list[TextEdit]:
        turned = list(items)
        turned.insert(to, turned.pop(at))
        pairs = zip(items, turned, strict=True)
        return [TextEdit(old.start, old.end, self._text[new.start : new.end]) for old, new in pairs if old is not new]

    # Removing -------------------------------------------------------------------------------------------------------

    def _remove(self, path: Path) -> list[TextEdit]:
        found = self._reached(path)
        if len(found) < len(path):
            raise self.refusal(0, "trong tệp không có chỗ này")
        while len(found) > 1 and len(found[-1].parent.value) == 1:
            found.pop()
        spot = found[-1]
        if any(each.is_shared for each in found):
            raise self.refusal(spot.since, _SHARED)
        siblings = self._spans.children(spot.parent, is_flow=spot.is_flow)
        return [self._cut(siblings, spot) if spot.is_flow else self._lines_out(siblings, spot)]

    def _cut(self, siblings: Sequence[Spot], spot: Spot) -> TextEdit:
        """Return the edit that takes an entry or item out of its brackets, with one comma."""
        if len(siblings) == 1:
            raise self.refusal(spot.since, "tệp chỉ còn mục này")
        if spot.position + 1 < len(siblings):
            start, end = _first(spot), _first(siblings[spot.position + 1])
        else:
            start, end = siblings[spot.position - 1].end, spot.end
        if self._spans.comments(start, end):
            raise self.refusal(start, _REMARK)
        return TextEdit(start, end, "")

    def _lines_out(self, siblings: Sequence[Spot], spot: Spot) -> TextEdit:
        """Return the edit that takes out the lines of an entry or item; their comments stay, as lines of their own."""
        text = self._text
        first = _first(spot) if spot.key is not None else spot.since - 1
        start, stop = line_start(text, first), line_end(text, spot.end)
        self._check_line(spot)
        remarks = self._spans.comments(first, stop)
        if text[start:first].strip():  # the first key of an item: the next one takes its place behind the dash
            if remarks or spot.position + 1 == len(siblings) or spot.key is None:
                raise self.refusal(first, _REMARK if remarks else _ODD_LINE)
            between = self._spans.comments(stop, _first(siblings[spot.position + 1]))
            if between:
                raise self.refusal(stop, _REMARK)
            return TextEdit(first, _first(siblings[spot.position + 1]), "")
        indent = " " * (first - start)
        return TextEdit(start, min(stop + 1, len(text)), "".join(f"{indent}{each}\n" for each in remarks))


_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def _first(spot: Spot) -> int:
    """Return the place of an entry's key, or of an item."""
    return int(spot.key.start_mark.index) if spot.key is not None else spot.start
