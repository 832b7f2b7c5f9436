"""Prepared templates kept across runs as plain data, so that a draft need not load docxtpl, docx or lxml.

Why no pickle or code objects: a file in a cache folder is text from outside; here it can at worst be a
strange template, filled in a sandbox. A cache that is broken, foreign or not writable is as good as none.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kegen.template.prepared import Packed, Prepared, Source

FORMAT = 1
_PACKAGES = ("docxtpl", "docx", "jinja2")


def prepared_template(data: bytes, file: str) -> Prepared:
    """Return the template made ready, from the cache if it was made ready before."""
    stored = _folder() / f"{_key(data)}.json"
    found = _load(stored)
    if found is None:
        from kegen.template.prepare import prepare  # noqa: PLC0415 - it loads docxtpl

        found = prepare(data, file)
        _store(stored, found)
    return found


def _folder() -> Path:
    if own := os.environ.get("KEGEN_CACHE_DIR"):
        return Path(own)
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed when the folder is named

    return user_cache_path("kegen")


def _key(data: bytes) -> str:
    """Return what a prepared template depends on: its bytes, this format and the code that prepares it."""
    return hashlib.sha256(b"\0".join((data, str(FORMAT).encode(), *_versions()))).hexdigest()


def _versions() -> list[bytes]:
    """Return a line for each file that tells a version, by place, size and time; nothing is imported."""
    origins = [Path(spec.origin) for name in _PACKAGES if (spec := find_spec(name)) and spec.origin]
    own = sorted(file for file in Path(__file__).parent.iterdir() if file.suffix in (".py", ".json"))
    states = ((file, file.stat()) for file in (*origins, *own))
    return [f"{file} {state.st_size} {state.st_mtime_ns}".encode() for file, state in states]


def _load(stored: Path) -> Prepared | None:
    try:
        digest, _, payload = stored.read_bytes().partition(b"\n")
        if hashlib.sha256(payload).hexdigest().encode() != digest:
            return None
        parts: list[dict[str, Any]] = json.loads(payload)
        return Prepared(tuple(map(_from_plain, parts))) if parts else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _store(stored: Path, prepared: Prepared) -> None:
    payload = json.dumps([_to_plain(part) for part in prepared.parts], ensure_ascii=False).encode()
    fresh = stored.with_suffix(f".{os.getpid()}.tmp")
    try:
        stored.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
        fresh.replace(stored)
    except OSError:
        return


def _to_plain(part: Packed | Source) -> dict[str, Any]:
    if isinstance(part, Source):
        return {"name": part.name, "plain": part.plain, "noted": part.noted}
    data = base64.b64encode(part.data).decode()
    return {"name": part.name, "data": data, "crc": part.crc, "size": part.size}


def _from_plain(part: dict[str, Any]) -> Packed | Source:
    if "plain" in part:
        return Source(str(part["name"]), str(part["plain"]), str(part["noted"]))
    return Packed(str(part["name"]), base64.b64decode(part["data"]), int(part["crc"]), int(part["size"]))
