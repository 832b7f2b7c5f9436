"""What a profile may hold, told twice from the same fields: as a JSON schema for editors, as a page for people.

Why not pydantic's own schema: a profile's scalars are text as typed (`number: 114`, `annex: có`), but an editor reads
YAML's guesses (a number, a text), so a schema that says `string` and `boolean` would call right profiles wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kegen.profile.model import Profile
from kegen.profile.scalars import (
    HEADING_MARKS,
    ITEM_MARKS,
    MARKS,
    Edited,
    check_cell,
    check_day,
    check_edits,
    check_heading_mark,
    check_item_mark,
    check_mark,
    check_number,
    check_pack_name,
    check_slug,
    check_text,
    read_date,
    read_flag,
)
from kegen.yaml_text.nodes import plain
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree

TYPED = ["string", "number"]
"""What an editor may take a text for: `114` and `2026` look like numbers to it."""
EDITED = "Một câu của mẫu, sửa vài chữ"

INTRODUCTION = """\
Trang này được làm ra từ mã nguồn (`python docs/make_docs.py`). Chỉ `unit` là bắt buộc ở mọi cấp; đơn vị cấp xã và
sở còn phải có `unit.province` và `parent_plan`, đơn vị (`don-vi`) còn `unit.parent_body`. Khóa khác bỏ trống thì theo
bộ mẫu, hoặc để chỗ trống trong bản soạn khi bộ mẫu không thể biết (số, ngày, họ tên người ký).

`[]` là từng phần tử của danh sách; `<mã>` là mã do bộ mẫu đặt ([bo-mau-qd-534.md](bo-mau-qd-534.md),
[bo-mau-chung.md](bo-mau-chung.md)) hoặc do hồ sơ tự đặt cho phần thêm.
"""


class Allowed(NamedTuple):
    """What may be written in a place: as JSON schema, and in a few words."""

    schema: dict[str, Any]
    words: tuple[str, ...]


SCALARS: dict[object, Allowed] = {
    check_text: Allowed({"type": TYPED}, ("chữ",)),
    check_cell: Allowed({"type": TYPED}, ("chữ",)),
    check_slug: Allowed({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, ("mã",)),
    check_pack_name: Allowed(
        {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$|[/\\]|\.ya?ml$"}, ("tên bộ mẫu hoặc đường dẫn",)
    ),
    check_day: Allowed({"type": TYPED, "pattern": r"^\d{1,2}\s*[/.-]\s*\d{1,2}$"}, ("ngày/tháng",)),
    check_number: Allowed({"type": TYPED, "pattern": r"^\d+([.,]\d+)?$|^\d+/\d+$"}, ("số",)),
    check_mark: Allowed({"enum": [*MARKS, 1]}, tuple(f"`{mark}`" for mark in MARKS)),  # 1. is a number to an editor
    check_item_mark: Allowed({"enum": [*ITEM_MARKS, 1]}, tuple(f"`{mark}`" for mark in ITEM_MARKS)),
    check_heading_mark: Allowed({"enum": [*HEADING_MARKS, 1]}, tuple(f"`{mark}`" for mark in HEADING_MARKS)),
    read_date: Allowed({"type": TYPED}, ("ngày",)),
    read_flag: Allowed({"enum": [True, False, "có", "không"]}, ("`có`", "`không`")),
    check_edits: Allowed(
        {"type": "object", "additionalProperties": {"type": TYPED}}, ("các dòng “chữ cũ”: “chữ mới”",)
    ),
}
"""By the function that reads a place's text."""


def allowed(kind: Any) -> Allowed:  # noqa: ANN401 - a type may be any
    """Return what a place of that type takes."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return SCALARS.get(parts[1].func) or allowed(parts[0])
    if origin is Literal:
        return Allowed({"enum": list(parts)}, tuple(f'`"{p}"`' if not p.strip(" :;.") else f"`{p}`" for p in parts))
    if origin in {Union, UnionType}:
        choices = [allowed(part) for part in parts if part is not NoneType]
        several = {"anyOf": [choice.schema for choice in choices]}
        words = dict.fromkeys(word for choice in choices for word in choice.words)
        return Allowed(several if len(choices) > 1 else choices[0].schema, tuple(words))
    if origin is tuple:
        inner = allowed(parts[0])
        return Allowed({"type": "array", "items": inner.schema}, (f"danh sách: {', '.join(inner.words)}",))
    if origin is dict:
        inner = allowed(parts[1])
        key = "mã" if parts[0] is not str else "tên"
        return Allowed(
            {"type": "object", "additionalProperties": inner.schema},
            (f"các dòng “{key}: {' hoặc '.join(inner.words)}”",),
        )
    return Allowed({"$ref": f"#/$defs/{kind.__name__}"}, ("nhóm khóa",))


def schema() -> str:
    """Return the JSON schema of a profile, for editors that help while one types."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kegen:ho-so",
        "title": "Hồ sơ kegen",
        **_object(Profile),
        "$defs": {group.record.__name__: {"title": group.title} | _object(group.record) for group in groups()[1:]},
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _object(record: type[BaseModel]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(field) for name, field in record.model_fields.items()},
    }
    required = [name for name, field in record.model_fields.items() if field.is_required()]
    return made | ({"required": required} if required else {})


def _property(field: FieldInfo) -> dict[str, Any]:
    made = allowed(field.rebuild_annotation()).schema
    if not field.is_required():
        made = {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}  # a key left empty says nothing
    return {
        "title": field.title,
        "description": field.description,
        **made,
        "examples": list(map(_typed, field.examples or ())),
    }


def _typed(example: str) -> Any:  # noqa: ANN401
    """Return the values of an example that is typed as it stands."""
    (entry,) = parse_tree(SourceText("", f"x: {example}\n")).root.entries
    return plain(entry.value)


class Group(NamedTuple):
    """A model, what it is called, and every place of a profile where it stands."""

    record: type[BaseModel]
    title: str
    places: tuple[str, ...]


def groups() -> list[Group]:
    """Return each group of keys once, the outer ones first."""
    found: dict[type[BaseModel], list[tuple[str, str]]] = {}
    for record, place, title in _met(Profile, "", "Cả hồ sơ"):
        found.setdefault(record, []).append((place, title))
    return [Group(record, _name(record, met), tuple(place for place, _ in met)) for record, met in found.items()]


def _name(record: type[BaseModel], met: list[tuple[str, str]]) -> str:
    if record is Edited:
        return EDITED
    return min(met, key=lambda each: each[0].count("."))[1]


def _met(record: type[BaseModel], place: str, title: str) -> Iterator[tuple[type[BaseModel], str, str]]:
    yield record, place, title
    for name, field in record.model_fields.items():
        for inner, suffix in _inner(field.rebuild_annotation(), ""):
            yield from _met(inner, f"{place}.{name}{suffix}".lstrip("."), field.title or "")


def _inner(kind: Any, suffix: str) -> Iterator[tuple[type[BaseModel], str]]:  # noqa: ANN401
    """Yield the models in a type, each with the sign that a list or a mapping holds it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind, suffix
    sign = {tuple: "[]", dict: ".<mã>"}.get(get_origin(kind) or type, "")
    for part in get_args(kind):
        yield from _inner(part, suffix + sign)


def reference() -> str:
    """Return the reference page of every key of a profile."""
    lines = ["# Hồ sơ: mọi khóa", "", INTRODUCTION]
    for group in groups():
        places = ", ".join(f"`{place}`" for place in group.places if place)
        lines += [f"## {group.title}{f': {places}' if places else ''}", ""]
        lines += ["| khóa | tên | ý nghĩa | bắt buộc | giá trị | ví dụ |", "|---|---|---|---|---|---|"]
        lines += [_row(group, name) for name in group.record.model_fields]
        lines.append("")
    return "\n".join(lines)


def _row(group: Group, name: str) -> str:
    field = group.record.model_fields[name]
    place = f"{group.places[0]}.{name}".lstrip(".") if len(group.places) == 1 else name
    must = "có" if field.is_required() else ""
    words = ", ".join(allowed(field.rebuild_annotation()).words)
    example = f"`{name}: {field.examples[0]}`"
    cells = (f"`{place}`", field.title, field.description, must, words, example)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
