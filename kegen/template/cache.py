"""Prepared templates kept across runs, so that a draft need not load docxtpl, docx or lxml."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from pathlib import Path
from typing import Any

from kegen.cache import keep, key_of, places_of, recall
from kegen.template.prepared import Form, Packed, Prepared, Source


def prepared_template(data: bytes, file: str) -> Prepared:
    """Return the template made ready, from the cache if it was made ready before."""
    key = key_of("template", [data], _makers())
    found = _prepared(recall(key))
    if found is None:
        from kegen.template.prepare import prepare  # noqa: PLC0415 - it loads docxtpl

        found = prepare(data, file)
        keep(key, [_to_plain(part) for part in found.parts])
    return found


def _makers() -> list[Path]:
    """Return the folders and files that tell the versions of what prepares a template; nothing is imported."""
    own = Path(__file__).parent
    return [*places_of("docxtpl", "docx", "jinja2"), own, own.parent / "jinja"]


def _prepared(parts: Any) -> Prepared | None:  # noqa: ANN401 - it comes from outside
    try:
        return Prepared(tuple(map(_from_plain, parts))) if parts else None
    except (ValueError, KeyError, TypeError):
        return None


def _to_plain(part: Packed | Source) -> dict[str, Any]:
    if isinstance(part, Source):
        return {"name": part.name, "forms": [part.plain, part.noted]}
    data = b2a_base64(part.data, newline=False).decode()
    return {"name": part.name, "data": data, "crc": part.crc, "size": part.size}


def _from_plain(part: dict[str, Any]) -> Packed | Source:
    if "forms" in part:
        plain, noted = (Form(str(source), program) for source, program in part["forms"])
        return Source(str(part["name"]), plain, noted)
    return Packed(str(part["name"]), a2b_base64(part["data"]), int(part["crc"]), int(part["size"]))
