"""Make what is made from the code: the profile's JSON schema and reference page, the pack's page and its attestations.

`python docs/make_docs.py` writes them; `--check` writes nothing, tells which are stale, and ends with 1 if one is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from kegen.pack.model import Pack, PackSection, PackTask
from kegen.pack.read import read_pack, read_pack_folder
from kegen.profile.model import Profile
from kegen.source.model import model_of
from kegen.source.record import REQUIRED, Record, types_of

ROOT = Path(__file__).parent.parent
PACK = "qd-534"
MARKS = ("<!-- attested -->", "<!-- /attested -->")


def schema() -> str:
    """Return the JSON schema of a profile, for editors that help while one types."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Hồ sơ kegen"}
    body = model_of(Profile).model_json_schema()
    body.pop("title")
    return json.dumps(made | body, ensure_ascii=False, indent=2) + "\n"


def reference() -> str:
    """Return the reference page of every key of a profile."""
    lines = [
        "# Hồ sơ: mọi khóa",
        "",
        "Trang này được làm ra từ mã nguồn (`python docs/make_docs.py`). Chỉ `unit` là bắt buộc ở mọi cấp;",
        "cấp xã và sở còn phải có `parent_plan`. Mọi khóa khác bỏ trống thì theo bộ mẫu.",
        "",
    ]
    for title, record in _records(Profile, "Hồ sơ"):
        lines += [f"## {title}", "", "| khóa | tên | ý nghĩa | giá trị | ví dụ |", "|---|---|---|---|---|"]
        lines += [_row(record, name) for name in record.fields]
        lines.append("")
    return "\n".join(lines)


def _row(record: type[Record], name: str) -> str:
    field = record.fields[name]
    key = f"`{name}`" + (" (bắt buộc)" if field.default is REQUIRED else "")
    example = field.examples[0].replace("|", "\\|") if field.examples else ""
    kinds = ", ".join(dict.fromkeys(_kinds(types_of(record)[name])))
    return f"| {key} | {field.title} | {field.description} | {kinds} | `{name}: {example}` |"


def _records(
    record: type[Record], title: str, seen: set[type[Record]] | None = None
) -> Iterator[tuple[str, type[Record]]]:
    """Yield each group of keys once, the outer ones first."""
    seen = set() if seen is None else seen
    if record in seen:
        return
    seen.add(record)
    yield title, record
    for name, kind in types_of(record).items():
        for inner in _inner(kind):
            yield from _records(inner, f"{record.fields[name].title} (`{name}`)", seen)


def _inner(kind: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - a type may be any
    if isinstance(kind, type) and issubclass(kind, Record):
        yield kind
    for part in get_args(kind):
        yield from _inner(part)


def _kinds(kind: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield, in Vietnamese, what a value may be."""
    origin, parts = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Record):
        yield "nhóm khóa"
    elif origin is Annotated:
        yield from _kinds(parts[0])
    elif origin is Literal:
        yield from (f"`{part}`" for part in parts)
    elif origin in {Union, UnionType}:
        yield from (word for part in parts if part is not NoneType for word in _kinds(part))
    elif origin is tuple:
        yield "danh sách"
    elif origin is dict:
        yield "các dòng “mã: giá trị”"
    else:
        yield {"bool": "có/không", "PlanDate": "ngày"}.get(getattr(kind, "__name__", ""), "chữ")


def pack_page() -> str:
    """Return the page where an officer finds the ids of the pack's sections and items."""
    pack = read_pack(PACK).pack
    lines = [
        f"# Bộ mẫu {PACK}: mã của từng mục, từng ý",
        "",
        "Dùng các mã này trong hồ sơ, ở `sections`, `tasks`, `terms`, `targets`, `recipients`, `documents`.",
        "Trang này được làm ra từ bộ mẫu (`python docs/make_docs.py`).",
        "",
    ]
    for section in pack.sections:
        lines += _section(section, 2)
    for title, rows in _lists(pack):
        lines += [f"## {title}", "", "| mã | nội dung |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def _section(section: PackSection, depth: int) -> list[str]:
    title = _text(section.title) if section.title else f"(tên cơ quan giữ vai trò `{section.office}`)"
    lines = [f"{'#' * depth} `{section.id}`: {title}{_levels(section.levels)}", ""]
    if section.tasks:
        lines += ["| mã | chủ trì | lời văn |", "|---|---|---|", *map(_task, section.tasks), ""]
    for inner in section.sections:
        lines += _section(inner, depth + 1)
    return lines


def _task(task: PackTask) -> str:
    lead = task.lead if isinstance(task.lead, str) else ", ".join(sorted(set((task.lead or {}).values())))
    note = _levels(task.levels) + (" (chỉ có khi hồ sơ ghi đến)" if task.optional else "")
    return f"| `{task.id}` | {lead} | {_text(task.wording)[:110]}…{note} |"


def _levels(levels: tuple[str, ...] | None) -> str:
    return f" (cấp: {', '.join(levels)})" if levels else ""


def _text(choices: str | dict[Any, str]) -> str:
    text = choices if isinstance(choices, str) else next(iter(choices.values()))
    return text.replace("|", "\\|")


def _lists(pack: Pack) -> Iterator[tuple[str, list[str]]]:
    yield "Vai trò", [f"| `{name}` | {role.title} |" for name, role in pack.roles.items()]
    yield "Cách gọi (`terms`)", [f"| `{name}` | {_text(text)} |" for name, text in pack.terms.items()]
    yield (
        "Chỉ tiêu (`targets`)",
        [f"| `{name}` | {t.name}: {t.comparison} {t.value} {t.unit} |" for name, t in pack.targets.items()],
    )
    yield "Nơi nhận (`recipients`)", [f"| `{each.id}` | {_text(each.text)} |" for each in pack.recipients]
    yield (
        "Văn bản (`documents`)",
        [f"| `{name}` | {d.kind} {d.number or ''} (nguồn: {d.source}) |" for name, d in pack.documents.items()],
    )


def attestations() -> str:
    """Return the pack's README with its table of which published plans attest each item."""
    path = ROOT / "templates" / PACK / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    pack = read_pack_folder(ROOT / "templates" / PACK).pack
    rows = [f"| `{t.id}` | {', '.join(t.attested) or t.source or 'cần cho đủ kế hoạch'} |" for t in tasks_of(pack)]
    table = "\n".join(["| ý | kế hoạch đã ban hành có lời văn ấy |", "|---|---|", *rows])
    return f"{before}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{after}"


def tasks_of(pack: Pack) -> Iterator[PackTask]:
    """Yield every item of the pack."""
    for outer in pack.sections:
        for section in (outer, *outer.sections):
            yield from section.tasks


MADE = {
    "schema/profile.schema.json": schema,
    "docs/ho-so.md": reference,
    f"docs/bo-mau-{PACK}.md": pack_page,
    f"templates/{PACK}/README.md": attestations,
}


def stale() -> list[str]:
    """Return the made files that are not what would be made now."""
    paths = {name: ROOT / name for name in MADE}
    return [
        name for name, path in paths.items() if not path.is_file() or path.read_text(encoding="utf-8") != MADE[name]()
    ]


def main(arguments: list[str]) -> int:
    old = stale()
    if "--check" in arguments:
        for name in old:
            print(f"{name} is stale; run: python docs/make_docs.py")
        print(f"{len(MADE)} made files looked at, {len(old)} stale")
        return 1 if old else 0
    for name in old:
        (ROOT / name).write_text(MADE[name](), encoding="utf-8")
        print(f"{name} made")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
