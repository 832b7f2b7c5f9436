"""Pydantic's findings in Vietnamese: what is wrong, and what to write instead."""

from __future__ import annotations

import re
from typing import Any

from kegen.source.fields import Expected
from kegen.source.sample import entry, flow, shown
from kegen.vietnamese import nearest

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
_SAID = {
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


def subject(key: str, expected: Expected) -> str:
    """Return the key with its Vietnamese title."""
    title = expected.field.title if expected.field else None
    return f"“{key}” ({title})" if title else f"“{key}”"


def value_message(error: Any, name: str, expected: Expected, key: str | None) -> str:  # noqa: ANN401
    """Return what is wrong with a value of the right kind; `name` is its subject."""
    context = error.get("ctx") or {}
    if error["type"] in ("value_error", "assertion_error"):
        return str(context.get("error") or name)
    if error["type"] in ("literal_error", "enum"):
        return _choice(str(error["input"]), name, str(context.get("expected", "")))
    said = _SAID.get(error["type"], "chưa đúng cách viết")
    if error["type"] == "string_too_short" and context.get("min_length") == 1:
        return f"{name} chưa có nội dung; hãy {_instead(expected, key)}"
    written = error["input"]
    told = f"{name} ghi “{shown(written)}”" if isinstance(written, str) else name
    return f"{told}: {said.format_map(context)}; hãy {_instead(expected, key)}"


def kind_message(kinds: list[str], written: object, name: str, expected: Expected, key: str | None) -> str:
    """Return what to write where a group, a list or text stands for another of them."""
    wanted = list(dict.fromkeys(_KINDS.get(kind.split("_")[0], "giá trị loại khác") for kind in kinds))
    found = f", không phải {_kind(written)}" if written is not None else ", đang để trống"
    return f"{name} phải là {' hoặc '.join(wanted)}{found}; {_hint(written, wanted[0], expected, key)}"


def _choice(written: str, name: str, said: str) -> str:
    allowed = re.findall(r"'([^']*)'", said)
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
    if isinstance(written, str) and wanted == "một danh sách":
        return f"hãy ghi: {entry(key, [written]) if key else flow([written])}"
    if isinstance(written, dict) and len(written) == 1 and wanted == "chữ":
        text = flow(": ".join(str(part or "") for part in next(iter(written.items()))))
        return f"nếu dấu hai chấm là của nội dung thì đặt cả nội dung trong ngoặc kép: {text}"
    return f"hãy {_instead(expected, key)}"


def _instead(expected: Expected, key: str | None) -> str:
    example = expected.example()
    if example == "…":
        description = expected.field.description if expected.field else None
        return f"sửa lại ({description.rstrip('.')})" if description else "sửa lại"
    return f"ghi, ví dụ: {entry(key, example) if key else flow(example)}"
