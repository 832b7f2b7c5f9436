"""One problem in Vietnamese from the errors that pydantic has with one node: what is wrong, what to write instead."""

from __future__ import annotations

import re

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kegen.problem import Problem
from kegen.vietnamese import nearest
from kegen.yaml_text.fields import Expected, meant, whereabouts
from kegen.yaml_text.located import Located, Step
from kegen.yaml_text.nodes import Mapping, Scalar, plain
from kegen.yaml_text.sample import entry, flow, quoted, shown
from kegen.yaml_text.tree import Path, Tree
from kegen.yaml_text.values import CUT, is_cut

_KINDS = {
    "string": "chữ",
    "model": "một nhóm khóa",
    "dict": "một nhóm khóa",
    "mapping": "một nhóm khóa",
    "list": "một danh sách",
    "tuple": "một danh sách",
    "set": "một danh sách",
    "frozen": "một danh sách",
    "int": "số nguyên",
    "float": "số",
    "decimal": "số",
    "bool": "“có” hoặc “không”",
    "date": "ngày, ví dụ 05/3/2026",
    "literal": "một trong các từ cho sẵn",
    "enum": "một trong các từ cho sẵn",
}
_NUMBER = "phải là số, viết bằng chữ số"
_MESSAGES = {
    "string_too_short": "quá ngắn, cần ít nhất {min_length} ký tự",
    "string_too_long": "quá dài, chỉ được nhiều nhất {max_length} ký tự",
    "too_short": "cần ít nhất {min_length} mục, mới có {actual_length}",
    "too_long": "chỉ được nhiều nhất {max_length} mục, đang có {actual_length}",
    "int_parsing": "phải là số nguyên, viết bằng chữ số",
    "int_parsing_size": "là số quá lớn",
    "int_from_float": "phải là số nguyên, không có phần lẻ",
    "float_parsing": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_parsing": "chỉ nhận “có” hoặc “không”",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than": "phải nhỏ hơn {lt}",
    "less_than_equal": "phải từ {le} trở xuống",
    "multiple_of": "phải là bội số của {multiple_of}",
    "date_parsing": "phải là ngày, ví dụ 05/3/2026",
    "date_from_datetime_parsing": "phải là ngày, ví dụ 05/3/2026",
}


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
        message = _kind_message(kinds, first.error["input"], name, expected, key)
        return Problem(tree.place(first.path), "sai-kieu", message)
    return Problem(tree.place(first.path), "sai-gia-tri", _value_message(first.error, name, expected, key))


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
    return _subject(str(path[-1]), expected)


def _missing(path: Path, key: str, group: Expected, tree: Tree) -> Problem:
    expected = group.into(key)
    example = entry(key, expected.example())
    name = _subject(key, expected)
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
    if is_cut(key, tree.node(each.path[:-1]), tree.node(each.path)):
        return CUT
    if under := whereabouts(key, model):
        return f" ở đây; khóa này thuộc nhóm “{under}”, hãy chuyển vào đó (thụt vào dưới “{under}:”)"
    if near := meaning(each, model, tree):
        return f"; có phải ý là {_subject(near, group.into(near))}? Hãy ghi: {near}"
    known = ", ".join(group.fields)
    return f"; hãy xóa đi hoặc dùng một trong các khóa: {known}" if known else "; hãy xóa đi"


def _subject(key: str, expected: Expected) -> str:
    """Return the key with its Vietnamese title."""
    title = expected.field.title if expected.field else None
    return f"“{key}” ({title})" if title else f"“{key}”"


def _value_message(error: ErrorDetails, name: str, expected: Expected, key: str | None) -> str:
    """Return what is wrong with a value of the right kind; `name` is its subject."""
    context = error.get("ctx") or {}
    if error["type"] in ("value_error", "assertion_error"):
        return str(context.get("error") or name)
    if error["type"] in ("literal_error", "enum"):
        return _choice(str(error["input"]), name, str(context.get("expected", "")))
    what = _MESSAGES.get(error["type"], "chưa đúng cách viết")
    if error["type"] == "string_too_short" and context.get("min_length") == 1:
        return f"{name} chưa có nội dung; hãy {_example(expected, key)}"
    written = error["input"]
    whose = f"{name} ghi “{shown(written)}”" if isinstance(written, str) else name
    return f"{whose}: {what.format_map(context)}; hãy {_example(expected, key)}"


def _kind_message(kinds: list[str], written: object, name: str, expected: Expected, key: str | None) -> str:
    """Return what to write where a group, a list or text stands for another of them."""
    wanted = list(dict.fromkeys(_KINDS.get(kind.split("_")[0], "giá trị loại khác") for kind in kinds))
    found = f", không phải {_kind(written)}" if written is not None else ", đang để trống"
    return f"{name} phải là {' hoặc '.join(wanted)}{found}; {_hint(written, wanted[0], expected, key)}"


def _choice(written: str, name: str, expected: str) -> str:
    allowed = re.findall(r"'([^']*)'", expected)
    if written.strip() in allowed:
        return f"{name} có dấu cách thừa ở đầu hoặc cuối giá trị “{shown(written)}”; hãy xóa dấu cách ấy đi"
    near = nearest(written, allowed)
    ask = f"; có phải ý là “{near}”? Hãy" if near else "; hãy"
    return f"{name} không có giá trị “{shown(written)}”{ask} chọn một trong: {', '.join(allowed)}"


def _kind(written: object) -> str:
    if isinstance(written, str):
        return "chữ"
    return "danh sách" if isinstance(written, list) else "nhóm khóa"


def _hint(written: object, wanted: str, expected: Expected, key: str | None) -> str:
    if isinstance(written, str) and (found := re.match(r"([A-Za-z_-]+):(\S.*)", written)) and "khóa" in wanted:
        return f"sau dấu hai chấm phải có dấu cách: {entry(found[1], found[2])}"
    example = expected.example()
    of_groups = isinstance(example, list) and isinstance(next(iter(example), None), dict)
    if isinstance(written, str) and wanted == "một danh sách" and not of_groups:
        return f"hãy ghi: {entry(key, [written]) if key else flow([written])}"
    if isinstance(written, dict) and len(written) == 1 and wanted == "chữ":
        text = flow(": ".join(str(part or "") for part in next(iter(written.items()))))
        return f"nếu dấu hai chấm là của nội dung thì đặt cả nội dung trong ngoặc kép: {text}"
    return f"hãy {_example(expected, key)}"


def _example(expected: Expected, key: str | None) -> str:
    example = expected.example()
    if example == "…":
        description = expected.field.description if expected.field else None
        return f"sửa lại ({description.rstrip('.')})" if description else "sửa lại"
    return f"ghi, ví dụ: {entry(key, example) if key else flow(example)}"
