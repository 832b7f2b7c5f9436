"""Prepared templates kept across runs, so that a draft need not load docxtpl, docx or lxml."""

from __future__ import annotations

import base64
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kegen.cache import keep, key_of, recall
from kegen.template.prepared import Packed, Prepared, Source

_PACKAGES = ("docxtpl", "docx", "jinja2")


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
    """Return the files that tell the versions of what prepares a template; nothing is imported."""
    origins = [Path(spec.origin) for name in _PACKAGES if (spec := find_spec(name)) and spec.origin]
    return [*origins, *sorted(file for file in Path(__file__).parent.iterdir() if file.suffix in (".py", ".json"))]


def _prepared(parts: Any) -> Prepared | None:  # noqa: ANN401 - it comes from outside
    try:
        return Prepared(tuple(map(_from_plain, parts))) if parts else None
    except (ValueError, KeyError, TypeError):
        return None


def _to_plain(part: Packed | Source) -> dict[str, Any]:
    if isinstance(part, Source):
        return {"name": part.name, "plain": part.plain, "noted": part.noted}
    data = base64.b64encode(part.data).decode()
    return {"name": part.name, "data": data, "crc": part.crc, "size": part.size}


def _from_plain(part: dict[str, Any]) -> Packed | Source:
    if "plain" in part:
        return Source(str(part["name"]), str(part["plain"]), str(part["noted"]))
    return Packed(str(part["name"]), base64.b64decode(part["data"]), int(part["crc"]), int(part["size"]))
