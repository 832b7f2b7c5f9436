"""Values put into a YAML text where they belong, all else as a person wrote it: comments, order, layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kegen.problem import Invalid, KegenError
from kegen.vietnamese import normalise
from kegen.yaml_text.compose import RawNode, YamlSyntaxError, compose
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.text import SourceText, clean
from kegen.yaml_text.tree import Path, parse_tree


class Record(NamedTuple):
    """A record to be added at the head of a list, which may be there or not.

    Its path is that of the list and a last step of any name: several may be added to one list.
    """

    fields: tuple[tuple[str, str], ...]


Value = str | tuple[str, ...] | Record

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./&’-]*[\w.’])?")
"""Text that YAML takes as it stands: no sign in it can be meant otherwise."""
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_WHY = "hãy mở tệp bằng Notepad, xóa dòng ấy rồi chạy lại"


class Unspliceable(KegenError):  # noqa: N818 - a state of the text
    """The text is laid out so that a value cannot be put there for sure; nothing was changed."""


class _Edit(NamedTuple):
    """From which character to which the text is replaced, and by what."""

    start: int
    end: int
    text: str


def splice(text: str, values: Mapping[Path, Value], file: str = "") -> str:
    """Return the text with each value at its path, in a key that is there or a new one in a group that is there.

    Raises Unspliceable where what comes out would not be exactly the old content with those values.
    """
    values = {path: _composed(value) for path, value in values.items()}
    try:
        root = compose(text).root
        edits = [_edit(text, root, path, value, file) for path, value in values.items()]
    except YamlSyntaxError as error:
        raise Unspliceable(f"{file}:{error.line}: tệp còn lỗi YAML nên chưa ghi gì; hãy sửa dòng này trước") from None
    new = "".join(_applied(text, edits))
    wanted = _content(text, file)
    added = [pair for pair in values.items() if isinstance(pair[1], Record)]
    for path, value in (*(pair for pair in values.items() if pair not in added), *reversed(added)):
        _set(wanted, path, value)
    try:
        exact = _content(new, file) == wanted
    except Invalid:
        exact = False
    if not exact:
        raise Unspliceable(f"{file}: không ghi được câu trả lời mà chắc chắn giữ nguyên chỗ khác; chưa ghi gì, {_WHY}")
    return new


def scalar(text: str) -> str:
    """Return text as a YAML scalar, in quotes where a sign or a word in it could be meant otherwise."""
    if (_PLAIN.fullmatch(text) or text.isdecimal()) and text.lower() != "null":
        return text
    escaped = "".join(_escaped(letter) for letter in text)
    return f'"{escaped}"'


def _escaped(letter: str) -> str:
    if letter in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[letter]
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def _composed(value: Value) -> Value:
    if isinstance(value, Record):
        return Record(tuple((name, clean(normalise(text))) for name, text in value.fields))
    return clean(normalise(value)) if isinstance(value, str) else tuple(clean(normalise(each)) for each in value)


def _written(value: Value) -> str:
    if isinstance(value, Record):
        return f"{{{', '.join(f'{name}: {scalar(text)}' for name, text in value.fields)}}}"
    return scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"


def _edit(text: str, root: RawNode, path: Path, value: Value, file: str) -> _Edit:
    node, path = root, path[:-1] if isinstance(value, Record) else path
    for part in path[:-1]:
        node = _step(node, part)
        if node is None:
            raise Unspliceable(f"{file}: không có chỗ “{_named(path)}” trong tệp; {_WHY}")
    where, old = f"{file}: “{_named(path)}”", _step(node, path[-1])
    if isinstance(value, Record):
        return _inserting(text, node, str(path[-1]), value, where) if old is None else _adding(old, value, where)
    if old is None:
        return _inserting(text, node, str(path[-1]), value, where)
    start, end = old.start_mark.index, old.end_mark.index
    if old.id == "scalar" and start == end:  # nothing stands behind the key
        colon = _behind_key(text, node, old)
        return _Edit(colon, colon, f" {_written(value)}")
    if old.id == "sequence" and not old.flow_style:
        start = _behind_key(text, node, old)
        if _is_plain_list(text, start, old):
            return _Edit(start, old.value[-1].end_mark.index, f" {_written(value)}")
    _check_one_line(old, where)
    return _Edit(start, end, _written(value))


def _adding(old: RawNode, value: Record, where: str) -> _Edit:
    """Return the edit that puts the record at the head of the list."""
    if old.id != "sequence" or not old.value:
        raise Unspliceable(f"{where} không phải là một danh sách; {_WHY}")
    first = old.value[0].start_mark.index if old.flow_style else old.start_mark.index
    record = f"{_written(value)}, " if old.flow_style else f"- {_written(value)}\n{' ' * old.start_mark.column}"
    return _Edit(first, first, record)


def _step(node: RawNode, part: str | int) -> RawNode | None:
    if node.id == "mapping":
        return next((value for key, value in node.value if key.value == str(part)), None)
    if node.id == "sequence" and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _behind_key(text: str, group: RawNode, value: RawNode) -> int:
    """Return the place behind the colon of the key that has the value."""
    key = next(key for key, each in group.value if each is value)
    return text.index(":", key.end_mark.index) + 1


def _is_plain_list(text: str, start: int, old: RawNode) -> bool:
    """Whether the list holds words, an item a line, with nothing beside them that a person wrote."""
    if any(each.id != "scalar" for each in old.value):
        return False
    ends = [start, *(each.end_mark.index for each in old.value)]
    starts = [each.start_mark.index for each in old.value]
    between = [text[end:start] for end, start in zip(ends, starts, strict=False)]
    return all(not _BESIDE_DASH.search(each) for each in between)


_BESIDE_DASH = re.compile(r"[^-\s]")


def _check_one_line(old: RawNode, where: str) -> None:
    """Refuse to write over a block of text or a group: what stood in it might be lost."""
    if old.id == "scalar" and old.style in {"|", ">"}:
        raise Unspliceable(f"{where} là một đoạn nhiều dòng, kegen không tự ghi đè; {_WHY}")
    if old.id != "scalar" and not (old.id == "sequence" and old.flow_style):
        raise Unspliceable(f"{where} là một nhóm nhiều dòng, kegen không tự ghi đè; {_WHY}")


def _inserting(text: str, group: RawNode, name: str, value: Value, where: str) -> _Edit:
    """Return the edit that adds the key behind the last one of the group that has its value on one line."""
    line = f"{name}: {f'[{_written(value)}]' if isinstance(value, Record) else _written(value)}"
    entries = list(_one_liners(group)) if group.id == "mapping" else []
    if not entries:
        raise Unspliceable(f"{where}: không có chỗ chắc chắn để ghi thêm; {_WHY}")
    key, node = entries[-1]
    if group.flow_style:
        return _Edit(node.end_mark.index, node.end_mark.index, f", {line}")
    end = text.find("\n", node.end_mark.index)
    end = len(text) if end < 0 else end
    return _Edit(end, end, f"\n{' ' * key.start_mark.column}{line}")


def _one_liners(group: RawNode) -> Iterator[tuple[RawNode, RawNode]]:
    for key, node in group.value:
        on_line = node.start_mark.line == node.end_mark.line == key.start_mark.line
        if node.id == "scalar" and node.style not in {"|", ">"} and node.value and on_line:
            yield key, node


def _applied(text: str, edits: list[_Edit]) -> Iterator[str]:
    """Yield the pieces of the text with the edits made, those at one place in their order."""
    at = 0
    for edit in sorted(edits, key=lambda each: each.start):
        yield text[at : edit.start]
        yield edit.text
        at = edit.end
    yield text[at:]


def _content(text: str, file: str) -> Plain:
    tree = parse_tree(SourceText(file, text, is_typed=False))
    if tree.problems:
        raise Invalid(tree.problems)
    return tree.plain()


def _set(content: Any, path: Path, value: Value) -> None:  # noqa: ANN401 - dicts and lists of a file
    path = path[:-1] if isinstance(value, Record) else path
    for part in path[:-1]:
        content = content[part]
    if isinstance(value, Record):
        content.setdefault(path[-1], []).insert(0, dict(value.fields))
    else:
        content[path[-1]] = value if isinstance(value, str) else list(value)


def _named(path: Path) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
