"""Where an officer finds the ids of a pack: its sections and items, and all that a profile may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kegen.pack.model import LevelKey, Pack, PackDocument, PackSection, PackTask
from kegen.pack.read import read_pack_folder

MARKS = ("<!-- attested -->", "<!-- /attested -->")
FIRST_WORDS = 110
INTRODUCTION = """\
Trang này được làm ra từ bộ mẫu (`python docs/make_docs.py`). Hồ sơ dùng các mã này ở `sections`, `tasks`, `terms`,
`targets`, `recipients`, `documents` ([ho-so.md](ho-so.md)). Chữ trong ‹ › được kegen thay theo đơn vị: ‹cite …› là
một văn bản, ‹office …› cơ quan giữ vai trò, ‹target …› mức chỉ tiêu, còn lại là tên đơn vị, ngày hoặc một từ ở bảng
Cách gọi.

Muốn sửa vài chữ của một câu (`edits`), lấy chữ cũ ở câu đã hoàn chỉnh mà `kegen resolve --profile TỆP` in ra.

Cột cấp bỏ trống là mọi cấp; `cap-tinh` gồm tinh và thanh-pho, `cap-xa` gồm xa, phuong và dac-khu, `khac` là các cấp
không ghi riêng; *tùy chọn* là chỉ có khi hồ sơ ghi đến.
"""
_NAMES = re.compile(r"{{\s*(?:(\w+)|(cite|office|target)\('([\w-]+)'.*?\))\s*}}")


def pack_page(folder: Path) -> str:
    """Return the page of a pack's ids."""
    pack = read_pack_folder(folder).pack
    lines = [f"# Bộ mẫu {folder.name}: mã của từng mục, từng ý", "", INTRODUCTION]
    for section in pack.sections:
        lines += _section(section, 2)
    for title, head, rows in _lists(pack):
        lines += [f"## {title}", "", *_table(head, rows), ""]
    return "\n".join(lines)


def _section(section: PackSection, depth: int) -> Iterator[str]:
    title = _wording(section.title) if section.title else f"(tên cơ quan giữ vai trò `{section.office}`)"
    yield from (f"{'#' * depth} `{section.id}`: {title}", "")
    if section.levels:
        yield from (f"Chỉ ở cấp: {_codes(section.levels)}.", "")
    if section.tasks:
        yield from (
            *_table(("mã", "cấp", "chủ trì", "phối hợp", "lời văn"), [_task(each, section) for each in section.tasks]),
            "",
        )
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _task(task: PackTask, section: PackSection) -> tuple[str, ...]:
    levels = ", ".join(filter(None, [_codes(task.levels or ()), "*tùy chọn*" if task.optional else ""]))
    return (
        f"`{task.id}`",
        levels,
        _lead(task.lead or section.office),
        _codes(task.helpers),
        _wording(task.wording, FIRST_WORDS),
    )


def _lead(lead: str | dict[LevelKey, str] | None) -> str:
    if isinstance(lead, dict):
        return "<br>".join(f"{level}: `{role}`" for level, role in lead.items())
    return f"`{lead}`" if lead else ""


def _lists(pack: Pack) -> Iterator[tuple[str, tuple[str, ...], Iterable[tuple[str, ...]]]]:
    """Yield each other thing a profile may name: title, head of its table, rows."""
    documents = pack.documents.items()
    yield (
        "Vai trò (`departments[].roles`, `lead`, `helpers`)",
        ("mã", "là", "cơ quan giữ vai trò khi hồ sơ không ghi"),
        ((f"`{name}`", role.title, _holders(pack, name)) for name, role in pack.roles.items()),
    )
    yield "Cách gọi (`terms`)", ("mã", "từ của mẫu"), ((f"`{k}`", _wording(v)) for k, v in pack.terms.items())
    yield (
        "Chỉ tiêu (`targets`)",
        ("mã", "đo", "mức"),
        ((f"`{k}`", t.name, f"{t.comparison} {t.value} {t.unit}") for k, t in pack.targets.items()),
    )
    yield (
        "Nơi nhận (`recipients`)",
        ("mã", "dòng"),
        ((f"`{each.id}`", _wording(each.text)) for each in pack.recipients),
    )
    yield (
        "Văn bản (`documents`, `bases.cite`)",
        ("mã", "văn bản", "trích yếu", "nguồn"),
        ((f"`{k}`", _named(each), _wording(each.subject or "", FIRST_WORDS), each.source) for k, each in documents),
    )


def _named(document: PackDocument) -> str:
    date = f"ngày {document.date.written('ngan')}" if document.date else ""
    issuer = f"của {document.issuer}" if document.issuer else ""
    return " ".join(filter(None, [document.kind, document.number, date, issuer]))


def _holders(pack: Pack, role: str) -> str:
    held = (
        f"{level}: {_wording(office.name)}"
        for level, defaults in pack.levels.items()
        for office in defaults.departments
        if role in office.roles
    )
    return "<br>".join(held)


def _wording(choices: str | dict[str, str], most: int = 1000) -> str:
    """Return a wording, or each level's, with Jinja as names in ‹ ›, cut at a word."""
    if isinstance(choices, str):
        return _cut(re.sub(r"\s*{%.*?%}", "", _NAMES.sub(_name, choices)), most)
    levels: dict[str, list[str]] = {}
    for level, text in choices.items():
        levels.setdefault(_wording(text, most), []).append(level)
    return "<br>".join(f"{', '.join(among)}: {text}" for text, among in levels.items())


def _name(found: re.Match[str]) -> str:
    return f"‹{found[1] or f'{found[2]} {found[3]}'}›"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from (f"| {' | '.join(head)} |", "|---" * len(head) + "|")
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def with_attestations(folder: Path) -> str:
    """Return the pack's README with its table of which published plans attest each item."""
    before, _, rest = (folder / "README.md").read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    rows = ((f"`{t.id}`", ", ".join(t.attested) or t.source or "") for t in tasks_of(read_pack_folder(folder).pack))
    table = "\n".join(_table(("ý", "kế hoạch đã ban hành có lời văn ấy, hoặc nguồn khác"), rows))
    return f"{before}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{after}"


def tasks_of(pack: Pack) -> Iterator[PackTask]:
    """Yield every item of the pack."""
    waiting = list(pack.sections)
    while waiting:
        section = waiting.pop(0)
        yield from section.tasks
        waiting = [*section.sections, *waiting]
