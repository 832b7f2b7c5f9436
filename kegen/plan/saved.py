"""A plan as YAML text, as `kegen resolve` prints and saves it, and read back with the places of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from ruamel.yaml import YAML

from kegen.dates import parse_date
from kegen.plan.model import Ask, Plan, Target, Task
from kegen.plan.old_saved import OldAnnex, renewed
from kegen.problem import Invalid, Place, Problem
from kegen.profile.scalars import check_day, check_number, check_slug
from kegen.profile.unit import Level
from kegen.vietnamese import nearest
from kegen.yaml_text.text import SAVED_SIZE_LIMIT, bytes_of, decode_text
from kegen.yaml_text.tree import Path as Steps
from kegen.yaml_text.tree import Tree, parse_tree

SUFFIX = ".plan.yaml"
"""How the name of a saved plan ends."""
_HINT = "hãy nhận lại tệp từ cấp trên, hoặc ghi lại bằng: kegen resolve --profile HỒ-SƠ --output tên.plan.yaml"
_MEND = "hãy sửa lại chỗ này; không nhớ chữ cũ thì đọc lại bằng kegen import, hoặc ghi lại bằng kegen resolve"
_LONGEST_COUNT = 9
_EMPTY: dict[Any, Any] = {str: "", tuple: [], UnionType: None}
"""What a field of each type held that saving left out."""


class SavedPlan(NamedTuple):
    """A plan from a file, and where each of its words stands there."""

    plan: Plan
    tree: Tree


class _Unfit(ValueError):  # noqa: N818 - a state of the file, which `parse_plan` turns into a problem
    """What stands at the path is no part of a plan; `why` says what is wrong with it, "" for all."""

    def __init__(self, path: Steps, why: str = "") -> None:
        self.path, self.why = path, why

    def as_problem(self, tree: Tree, file: str) -> Problem:
        """Return what to tell a person."""
        where = ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)
        message = f"đây không phải tệp kế hoạch mà kegen đã ghi, hoặc đã bị sửa ở “{where}”; {_HINT}"
        if self.why:
            message = f"kế hoạch bị sửa sai ở “{where}”: {self.why}; {_MEND}"
        return Problem(tree.place(self.path) if self.path else Place(file), "khong-la-ke-hoach", message)


def dump(plan: Plan) -> str:
    """Return the plan as block YAML in its own order; what stayed empty is left out, warnings are no part of a plan."""
    writer = YAML(typ="safe")
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 110
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # ruamel's own attribute
    stream = StringIO()
    writer.dump(_plain(plan._replace(warnings=(), accepted=())), stream)
    return re.sub(r" +$", "", stream.getvalue(), flags=re.MULTILINE)  # blanks before a fold mean nothing in YAML


def is_dump(data: bytes) -> bool:
    """Whether the bytes look like a plan that `dump` wrote, which no profile does."""
    return data.startswith(f"{Plan._fields[0]}:".encode())


def is_saved_plan(path: Path) -> bool:
    """Whether the file's name is that of a saved plan."""
    return path.name.lower().endswith(SUFFIX)


def read_plan(path: Path) -> SavedPlan:
    """Read a saved plan; raises KegenError where there is no file, Invalid with the place where it is no plan."""
    return parse_plan(plan_bytes(path), str(path))


def plan_bytes(path: Path) -> bytes:
    """Return what the file of a saved plan holds; raises KegenError where there is none, or too much."""
    return bytes_of(path, SAVED_SIZE_LIMIT)


@lru_cache(maxsize=1)  # a province's units read its plan one after another
def parse_plan(data: bytes, file: str) -> SavedPlan:
    """Return the plan that the bytes hold; raises as `read_plan` does."""
    if not data.strip():
        raise Invalid([Problem(Place(file), "khong-la-ke-hoach", f"tệp kế hoạch này rỗng; {_HINT}")])
    tree = parse_tree(decode_text(data, file)._replace(is_typed=False))
    if tree.problems:
        raise Invalid(tree.problems)
    try:
        plan = _plan(tree.plain())
        _check(plan)
    except _Unfit as unfit:
        raise Invalid([unfit.as_problem(tree, file)]) from None
    return SavedPlan(plan, tree)


def _plan(values: Any) -> Plan:  # noqa: ANN401 - whatever the file holds
    """Return the plan; one that an earlier version saved has one annex, in a form of its own."""
    if not isinstance(values, dict) or "annex" not in values:
        plan: Plan = _build(Plan, values, ())
        return plan
    old: OldAnnex | None = _build(OldAnnex | None, values["annex"], ("annex",))
    plan = _build(Plan, {name: value for name, value in values.items() if name != "annex"}, ())
    return plan._replace(annexes=(renewed(old, plan.tasks), *plan.annexes)) if old else plan


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of named tuples, tuples and text
    if hasattr(value, "_asdict"):
        fields = value._asdict().items()
        return {
            name: _plain(part) for name, part in fields if part not in ("", (), None, value._field_defaults.get(name))
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _build(kind: Any, value: Any, path: Steps) -> Any:  # noqa: ANN401 - a value of that type from dicts, lists and text
    origin, parts = get_origin(kind), get_args(kind)
    if kind is int and isinstance(value, str) and value.isdecimal() and len(value) <= _LONGEST_COUNT:
        return int(value)
    if origin is UnionType:
        return None if value is None else _build(parts[0], value, path)
    if origin is tuple and isinstance(value, list):
        return tuple(_build(parts[0], each, (*path, index)) for index, each in enumerate(value))
    if hasattr(kind, "_fields") and isinstance(value, dict):
        return _build_record(kind, value, path)
    if value in parts if origin is Literal else kind is str and isinstance(value, str):
        return value
    raise _Unfit(path, _why_not(kind, value) if path else "")


def _why_not(kind: Any, value: Any) -> str:  # noqa: ANN401 - as `_build` has them
    """Return what is to stand in place of a value, in words."""
    if get_origin(kind) is Literal:
        return f"“{str(value)[:40]}” không dùng được; hãy chọn: {', '.join(each for each in get_args(kind) if each)}"
    if kind is str:
        return "ở đây cần chữ, không phải danh sách hay nhóm"
    if get_origin(kind) is tuple:
        return "ở đây cần danh sách, mỗi mục một dòng bắt đầu bằng “- ”"
    return "ở đây thiếu các khóa của mục, hoặc mục bị bỏ trống; không dùng thì xóa cả mục"


def _build_record(kind: Any, values: dict[str, Any], path: Steps) -> Any:  # noqa: ANN401 - a named tuple of that type
    hints = get_type_hints(kind)
    if unknown := values.keys() - hints.keys():
        raise _Unfit((*path, min(unknown)), _unknown(min(unknown), hints) if path else "")
    asked = {name: hint for name, hint in hints.items() if name in values or name not in kind._field_defaults}
    empty = {name: _EMPTY.get(get_origin(hint) or hint) for name, hint in asked.items()}
    return kind(**{name: _build(asked[name], values.get(name, empty[name]), (*path, name)) for name in asked})


def _unknown(key: str, known: Iterable[str]) -> str:
    near = nearest(key, list(known))
    return f"không có khóa “{key}”" + (f", có phải là {near}?" if near else "")


def _check_ids(name: str, records: Sequence[Task | Target | Ask]) -> None:
    """Refuse two records under one id: one of them would be forgotten."""
    seen: set[str] = set()
    for index, each in enumerate(records):
        if each.id in seen:
            raise _Unfit((name, index, "id"), f"đã có mục khác mang mã “{each.id}”")
        seen.add(each.id)


def _check(plan: Plan) -> None:
    """Refuse facts that a plan under this one could not reckon with."""
    for name, records in (("asks", plan.asks), ("tasks", plan.tasks), ("targets", plan.targets)):
        _check_ids(name, records)
    for index, target in enumerate(plan.targets):
        in_words = bool(target.words) and not target.value
        if target.comparison not in ({""} if in_words else {">=", "<=", "="}):
            raise _Unfit(("targets", index, "comparison"), "hãy ghi '>=', '<=' hoặc '='")
        _check_text(check_number, target.value, ("targets", index, "value"), may_be_empty=in_words)
        _check_text(check_slug, target.id, ("targets", index, "id"))
    for index, task in enumerate(plan.tasks):
        _check_text(check_slug, task.id, ("tasks", index, "id"))
    identity = plan.standing
    for name in ("half_year", "year"):
        _check_text(check_day, getattr(identity, name), ("standing", name), may_be_empty=True)
    _check_text(parse_date, plan.issued, ("issued",), may_be_empty=True)
    for index, link in enumerate(identity.chain):
        _check_text(parse_date, link.date, ("standing", "chain", index, "date"), may_be_empty=True)
    if identity.level not in {*get_args(Level), ""}:  # "": a Party committee, a ministry or another body of no level
        raise _Unfit(("standing", "level"), f"hãy ghi một trong: {', '.join(get_args(Level))}, hoặc để trống")


def _check_text(check: Callable[[str], object], text: str, path: Steps, *, may_be_empty: bool = False) -> None:
    if may_be_empty and not text:
        return
    try:
        check(text)
    except ValueError as wrong:
        raise _Unfit(path, str(wrong)) from None
