"""What may be added to a profile: in which words it is offered, what is asked, the edit that the answers make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from kegen.form.field import Field, blank_field, title_of
from kegen.interview.question import Choice
from kegen.plan.task_table import TASK_COLUMNS
from kegen.profile.accepting import Acceptance
from kegen.profile.annexes import AnnexSpec, TableSpec
from kegen.profile.bases import BasisLine, Document
from kegen.profile.body import Target
from kegen.profile.unit import Department
from kegen.vietnamese import lower_first
from kegen.yaml_text.fields import Expected, Model, is_model
from kegen.yaml_text.tree import Path

Choices = Mapping[str, tuple[Choice, ...]]
"""What may be chosen, by the key of the profile."""
_WORDS: dict[Any, str] = {
    AnnexSpec: "Thêm phụ lục",
    TableSpec: "Thêm bảng",
    Department: "Thêm cơ quan",
    BasisLine: "Thêm dòng gồm động từ và các văn bản",
    Acceptance: "Thêm cảnh báo được chấp nhận",
    Document: "Thêm văn bản",
    Target: "Thêm chỉ tiêu",
}
"""How one more of them is offered."""
_ASKED: dict[Any, tuple[str, ...]] = {
    Department: ("name", "short"),
    Document: ("kind", "number", "date", "issuer", "subject"),
    Target: ("name", "comparison", "value", "unit"),
}
"""What is asked at first of those that a profile need not say anything of."""
_KEY_HINT = "Tên gọi ngắn để các chỗ khác nhắc đến: chữ thường không dấu, số, gạch nối."


class Adding(NamedTuple):
    """One thing that may be added."""

    words: str
    edit: Mapping[str, Any]
    """The edit as it is sent, without what is asked."""
    asks: tuple[tuple[str, Field], ...]
    """What is asked, and where in the edit the answer stands: `value/name`."""


def addings_to_list(expected: Expected, path: Path, choices: Choices) -> tuple[Adding, ...]:
    """Return what may be added to the list of the path, each kind of item that it may hold."""
    return tuple(_items(expected.into(0), path, choices))


def _items(inner: Expected, path: Path, choices: Choices) -> Iterator[Adding]:
    for kind in inner.types:
        if is_model(kind) and issubclass(kind, TableSpec):
            yield table_adding(path, _WORDS[kind], has_title=issubclass(kind, AnnexSpec))
        elif is_model(kind):
            yield Adding(_WORDS[kind], {"edit": "add-item", "path": [*path]}, _asks(kind))
        elif kind is str:
            chosen = choices.get(str(path[-1]), ())
            if path[-1] == "annexes" and not chosen:
                continue
            words = "Thêm phụ lục của mẫu" if chosen else "Thêm đoạn văn"
            asked = Field(("value",), "Mã phụ lục" if chosen else "Đoạn văn", "", "", "text", choices=chosen)
            yield Adding(words, {"edit": "add-item", "path": [*path]}, (("value", asked._replace(is_required=True)),))


def entry_adding(expected: Expected, path: Path) -> Adding:
    """Return what adds a record under a key of the officer's own."""
    model = next(each for each in expected.into("x").types if is_model(each))
    key = Field(("key",), "Mã", _KEY_HINT, "", "text", is_required=True)
    return Adding(_WORDS[model], {"edit": "add-entry", "path": [*path]}, (("key", key), *_asks(model)))


def group_adding(expected: Expected, path: Path) -> Adding:
    """Return what adds the group of the path, which the profile does not have."""
    words = f"Thêm {lower_first(title_of(expected))}"
    model = next(each for each in expected.types if is_model(each))
    if issubclass(model, TableSpec):
        return table_adding(path, words, has_title=False)
    return Adding(words, {"edit": "set", "path": [*path]}, _asks(model))


def table_adding(path: Path, words: str, *, has_title: bool) -> Adding:
    """Return what adds a table, or an annex with one, by the names of its columns."""
    columns = blank_field(Expected((TableSpec,)).into("columns"), ("columns",))
    codes = ", ".join(TASK_COLUMNS)
    description = f"Tên các cột; cột ghi mã {codes} thì lấy dữ liệu của nhiệm vụ."
    if has_title:
        description += " Để trống thì là bảng mọi nhiệm vụ của kế hoạch."
    asked = columns._replace(kind="list", description=description, example="", is_required=not has_title)
    title = blank_field(Expected((AnnexSpec,)).into("title"), ("title",))._replace(is_required=True)
    asks = (("title", title), ("columns", asked)) if has_title else (("columns", asked),)
    return Adding(words, {"edit": "add-table", "path": [*path]}, asks)


def department_adding() -> Adding:
    """Return what adds an office to the unit's."""
    return Adding(_WORDS[Department], {"edit": "add-item", "path": ["departments"]}, _asks(Department))


def _asks(model: Model) -> tuple[tuple[str, Field], ...]:
    """Return what is asked of a new record: what it needs, and what most have."""
    whole = Expected((model,))
    names = _ASKED.get(model) or tuple(name for name, field in whole.fields.items() if field.is_required())
    return tuple((f"value/{name}", blank_field(whole.into(name), (name,))) for name in names)


def is_listing(kind: object) -> bool:
    """Whether the type is a list."""
    return get_origin(kind) in {tuple, list}


def holds_models(kind: object) -> bool:
    """Whether the type is a list or a group whose items may be records, or lists of texts in rows."""
    if not get_args(kind):
        return False
    inner = Expected((kind,)).into(0 if is_listing(kind) else "x")
    return any(is_model(each) for each in inner.types) or (
        is_listing(kind) and any(map(is_listing, inner.types)) and str not in inner.types
    )
