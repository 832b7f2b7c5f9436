"""One problem from the errors that pydantic has with one node."""

from __future__ import annotations

from pydantic import BaseModel

from kegen.problem import Problem
from kegen.source.fields import Expected, meant, whereabouts
from kegen.source.located import Located, Step
from kegen.source.nodes import Mapping, Scalar, plain
from kegen.source.sample import entry, quoted, shown
from kegen.source.tree import Path, Tree
from kegen.source.wording import kind_message, subject, value_message


def problem_of(errors: list[Located], model: type[BaseModel], tree: Tree) -> Problem:
    """Return the one problem that the errors of a node come to."""
    first = next((each for each in errors if not each.of_kind), errors[0])
    expected = _expected(first, model)
    if first.missing is not None:
        return _missing(first.path, first.missing, expected, tree)
    if first.error["type"] == "extra_forbidden":
        return _unknown(first, model, tree)
    key = str(first.path[-1]) if first.path and isinstance(first.path[-1], str) else None
    name = _name(first.path, expected)
    if first.of_kind:
        kinds = [each.error["type"] for each in errors]
        message = kind_message(kinds, first.error["input"], name, expected, key)
        return Problem(tree.place(first.path), "sai-kieu", message)
    return Problem(tree.place(first.path), "sai-gia-tri", value_message(first.error, name, expected, key))


def _expected(each: Located, model: type[BaseModel]) -> Expected:
    expected = Expected((model,))
    for step in each.steps:
        expected = expected.narrowed(step.part) if step.tag else expected.into(step.part)
    return expected


def _name(path: Path, expected: Expected) -> str:
    if not path:
        return "tệp này"
    if isinstance(path[-1], int):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        return f"mục thứ {path[-1] + 1} của “{key}”"
    return subject(str(path[-1]), expected)


def _missing(path: Path, key: str, group: Expected, tree: Tree) -> Problem:
    expected = group.into(key)
    example = entry(key, expected.example())
    name = subject(key, expected)
    node = tree.node((*path, key))
    if isinstance(node, Scalar):
        return Problem(tree.key_place((*path, key)), "thieu", f"{name} còn để trống; hãy ghi, ví dụ: {example}")
    where = f" trong {_name(path, Expected(()))}" if path else ""
    return Problem(tree.key_place(path), "thieu", f"thiếu khóa {name}{where}; hãy thêm, ví dụ: {example}")


def meaning(each: Located, model: type[BaseModel], tree: Tree) -> str | None:
    """Return the key that an unknown key was most likely meant to be."""
    path, key = each.path, str(each.path[-1])
    node = tree.node(path[:-1])
    written = {entry.key for entry in node.entries} if isinstance(node, Mapping) else set()
    return meant(key, {name: field for name, field in _group(each, model).fields.items() if name not in written})


def is_sentence(each: Located, model: type[BaseModel], tree: Tree) -> bool:
    """Whether an unknown key is the beginning of a text whose colon made a group of it."""
    node = tree.node(each.path[:-1])
    alone = isinstance(node, Mapping) and not node.flow and len(node.entries) == 1
    bare = [Step(part) for part in each.path[:-1]]
    return alone and " " in str(each.path[-1]) and str in _expected(Located(each.error, tuple(bare)), model).types


def _group(each: Located, model: type[BaseModel]) -> Expected:
    return _expected(Located(each.error, each.steps[:-1]), model)


def _unknown(each: Located, model: type[BaseModel], tree: Tree) -> Problem:
    path, key = each.path, str(each.path[-1])
    if is_sentence(each, model, tree):
        text = quoted(f"{key}: {shown(plain(tree.node(path) or tree.root) or '')}".rstrip())
        message = f"nội dung có dấu hai chấm phải đặt trong ngoặc kép; hãy ghi: {text}"
        return Problem(tree.key_place(path), "hai-cham", message)
    return Problem(tree.key_place(path), "khoa-la", f"không có khóa “{key}”{_instead(each, model, tree)}")


def _instead(each: Located, model: type[BaseModel], tree: Tree) -> str:
    key, group = str(each.path[-1]), _group(each, model)
    node, value = tree.node(each.path[:-1]), tree.node(each.path)
    empty = isinstance(value, Scalar) and value.text is None
    if isinstance(node, Mapping) and node.flow and empty and " " in key:
        return "; trong dấu { } mỗi dấu phẩy mở một khóa mới, giá trị có dấu phẩy thì đặt trong ngoặc kép"
    if under := whereabouts(key, model):
        return f" ở đây; khóa này thuộc nhóm “{under}”, hãy chuyển vào đó (thụt vào dưới “{under}:”)"
    if near := meaning(each, model, tree):
        return f"; có phải ý là {subject(near, group.into(near))}? Hãy ghi: {near}"
    known = ", ".join(group.fields)
    return f"; hãy xóa đi hoặc dùng một trong các khóa: {known}" if known else "; hãy xóa đi"
