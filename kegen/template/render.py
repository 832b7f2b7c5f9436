"""Render a Plan: the prepared template filled by Jinja and zipped, one .docx as bytes."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Template

from kegen.cache import keep, key_of, places_of, recall
from kegen.identity import Identity, digest_lines, with_fingerprint
from kegen.plan.model import Paragraph, Plan
from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.template.capabilities import is_usual, prints_annexes, prints_tables
from kegen.template.context import context
from kegen.template.failures import explained, require_whole
from kegen.template.fill import Environment, environment
from kegen.template.marks import heads_of, once_each, without_tags

_SMALL = 2000
"""Letters of a part whose deflating would take longer than writing it, for nothing."""


class _Prepared(NamedTuple):
    """A prepared template, ready to be filled: a draft deflates only what it has of its own."""

    names: list[str]
    """Of all parts, in order."""
    fixed: bytes
    """A zip file of the parts that are the same in every draft."""
    changing: dict[str, Template]
    reader: Environment
    has_annexes: bool
    """Whether it prints annexes of any form, not the table of tasks alone."""
    has_tables: bool


def render(plan: Plan, template: Path | None = None, *, profile: str = "") -> bytes:
    """Return the plan as a .docx in the form of the template, by default the shipped one.

    `profile`: the name of the profile's file, into which edits can then be pulled: the draft has marks, says which one
    it is and what each text was, and bears a fingerprint. Without, it is a document like any other.

    Raises KegenError for a template that cannot be used; Invalid lists all the names it gets wrong.
    """
    file = template or templates_folder() / "ke-hoach.docx"
    prepared = _prepared(_read(file), str(file), marked=bool(profile))
    values = context(plan, marked=bool(profile)) | _properties(plan, profile)
    _require_place(plan, prepared, str(file))
    with explained(str(file)):
        filled = _filled(prepared, values)
    if template:  # what the shipped one gives is whole
        filled = {name: once_each(text) for name, text in filled.items()}
        for name, text in filled.items():
            require_whole(name, text, str(file))
    memory = BytesIO(prepared.fixed)
    with ZipFile(memory, "a") as archive:
        for name, text in filled.items():
            is_sealed = profile and name == prepared.names[-1]
            whole = with_fingerprint(text, memory.getvalue()[: memory.tell()]) if is_sealed else text
            archive.writestr(_entry(name), whole, ZIP_DEFLATED if len(text) > _SMALL else ZIP_STORED, compresslevel=1)
        order = {name: at for at, name in enumerate(prepared.names)}
        archive.filelist.sort(key=lambda entry: order[entry.filename])
    return memory.getvalue()


def _properties(plan: Plan, profile: str) -> dict[str, object]:
    """Return what the properties of a draft tell: which one it is, and a digest of each of its texts."""
    if not profile:
        return {"identity": None, "digests": ()}
    own = plan.standing
    identity = Identity(own.level, own.unit, own.province, own.directive, profile)
    return {"identity": identity, "digests": digest_lines(_texts_of(plan))}


def _texts_of(plan: Plan) -> Iterator[str]:
    """Yield head and end line by line, and each paragraph and row: what a pull tells edits by (`kegen.pulling`)."""
    header, signature = plan.header, plan.signature
    yield from (header.parent, " ".join(header.issuer), header.number, header.place_and_date, plan.kind, plan.title)
    yield from _block_texts((*plan.opening, *plan.body, *plan.closing))
    yield from plan.recipients
    yield from (" ".join(signature.lines), signature.name)
    for annex in plan.annexes:
        yield from (annex.label, annex.title, annex.reference)
        yield from _block_texts(annex.blocks)


def _block_texts(blocks: Iterable[Paragraph]) -> Iterator[str]:
    for each in blocks:
        if each.table is None:
            yield each.text
            continue
        for row in (*heads_of(each.table), *each.table.rows):
            yield " ".join("" if at in row.goes_on else cell for at, cell in enumerate(row.cells))


def _filled(prepared: _Prepared, values: dict[str, object]) -> dict[str, str]:
    prepared.reader.restart()
    return {name: source.render(values) for name, source in prepared.changing.items()}


def prepared_template(data: bytes, file: str) -> dict[str, bytes | str]:
    """Return the parts of the prepared template, from the cache folder if it was prepared before."""
    key = key_of("template", [data], [*places_of("docxtpl", "docx", "jinja2"), Path(__file__).parent])
    parts = _from_plain(recall(key))
    if not parts:
        from kegen.template.prepare import prepare  # noqa: PLC0415 - it loads docxtpl

        parts = prepare(data, file)
        keep(key, list(_to_plain(parts)))
    return parts


@lru_cache(maxsize=4)
def _prepared(data: bytes, file: str, *, marked: bool) -> _Prepared:
    """Return the template that these bytes of the file are; what the cache holds of the shipped one is bounded too."""
    parts, reader, memory = prepared_template(data, file), environment(), BytesIO()
    if not marked:
        parts = {name: without_tags(part) if isinstance(part, str) else part for name, part in parts.items()}
    with ZipFile(memory, "w") as archive:
        for name, part in parts.items():
            if isinstance(part, bytes):
                archive.writestr(_entry(name), part, ZIP_DEFLATED, compresslevel=9)
    with explained(file):
        changing = {name: reader.bounded(part) for name, part in parts.items() if isinstance(part, str)}
    sources = [part for part in parts.values() if isinstance(part, str)]
    return _Prepared(list(parts), memory.getvalue(), changing, reader, prints_annexes(sources), prints_tables(sources))


def _require_place(plan: Plan, prepared: _Prepared, file: str) -> None:
    """Refuse a template that would leave out what the plan has: annexes of another form, tables in the body."""
    if not prepared.has_annexes and not all(at == 0 and is_usual(each) for at, each in enumerate(plan.annexes)):
        message = "mẫu này chỉ in được một phụ lục là bảng phân công nhiệm vụ, mà kế hoạch có phụ lục khác"
        raise KegenError(f"{file}: {message}; hãy chép phần “for annex in annexes” của mẫu kèm theo kegen vào mẫu này")
    if not prepared.has_tables and any(each.table for each in (*plan.opening, *plan.body, *plan.closing)):
        message = "mẫu này không in được bảng trong thân văn bản, mà kế hoạch có bảng"
        raise KegenError(f"{file}: {message}; hãy chép nhánh p.kind == “bang” của mẫu kèm theo kegen vào mẫu này")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KegenError(f"{file}: không đọc được tệp mẫu; hãy xem lại đường dẫn") from error


def _entry(name: str) -> ZipInfo:
    """Return an entry that says nothing of when and where it was written: 1980-01-01, no system."""
    entry = ZipInfo(name)
    entry.create_system = 0
    return entry


def _to_plain(parts: dict[str, bytes | str]) -> Iterator[tuple[str, str, str]]:
    for name, part in parts.items():
        yield (name, "base64", b64encode(part).decode()) if isinstance(part, bytes) else (name, "source", part)


def _from_plain(rows: object) -> dict[str, bytes | str]:
    """Return the parts that JSON holds, none if it holds something else."""
    if not isinstance(rows, list):
        return {}
    try:
        return {str(name): b64decode(text) if kind == "base64" else str(text) for name, kind, text in rows}
    except (ValueError, TypeError):
        return {}
