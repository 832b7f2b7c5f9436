"""The cache folder: a prepared template and a pack that was read whole, kept across runs as plain JSON.

Why no pickle or code objects: a file in a cache folder is text from outside; here it can at worst be a strange template
or wording, filled in a sandbox. A cache that is broken, foreign or not writable is as good as none.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FILES_OF_A_KIND = 16


def key_of(kind: str, contents: Iterable[bytes], makers: Iterable[Path]) -> str:
    """Return a name for what is made of the contents by the code in the makers: files, or folders for those in them.

    The files count by place, size and time: asking packages for their versions would cost more than it tells.
    """
    stamps = (stamp for each in makers for stamp in _stamps(each))
    digest = sha256(b"\0".join((*contents, *stamps))).hexdigest()
    return f"{kind}-{digest}"


def _stamps(maker: Path) -> list[bytes]:
    try:
        with os.scandir(maker) as inside:
            found = sorted((each.path, each.stat()) for each in inside if each.name.endswith(".py"))
    except NotADirectoryError:
        found = [(str(maker), maker.stat())]
    return [f"{name} {state.st_size} {state.st_mtime_ns}".encode() for name, state in found]


def places_of(*packages: str) -> list[Path]:
    """Return the first file of each package, which tells its version to `key_of`; nothing is imported."""
    specs = (find_spec(name) for name in packages)
    return [Path(spec.origin) for spec in specs if spec and spec.origin]


def recall(key: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what is kept under the key, None where nothing whole is."""
    try:
        with _file(key).open("rb") as file:
            checksum, payload = file.readline(), file.read()
        return json.loads(payload) if _checksum(payload) == checksum else None
    except (OSError, ValueError, RuntimeError):  # too deep a nest; no home
        return None


def keep(key: str, value: object) -> None:
    """Keep a value of dicts, lists and text under the key, if the folder can be written to."""
    payload = json.dumps(value, ensure_ascii=False).encode(errors="surrogatepass")
    try:
        stored = _file(key)
        fresh = stored.with_suffix(f".{os.getpid()}.tmp")
        stored.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_checksum(payload) + payload)
        fresh.replace(stored)
        _forget(stored)
    except (OSError, RuntimeError):
        return


def _checksum(payload: bytes) -> bytes:
    """Return the line that tells a broken file: one who could write a false one could give it any digest."""
    return b"%08x\n" % zlib.crc32(payload)


def _forget(newest: Path) -> None:
    """Remove what was kept for the same kind of thing long ago, for other contents or by other code."""
    kind = newest.name.partition("-")[0]
    others = sorted(newest.parent.glob(f"{kind}-*.json"), key=lambda file: file.stat().st_mtime_ns)
    for file in others[:-_FILES_OF_A_KIND]:
        file.unlink(missing_ok=True)


def _file(key: str) -> Path:
    return _folder() / f"{key}.json"


def _folder() -> Path:
    """Return the folder named for it, or the one that the system has for caches."""
    if own := os.environ.get("KEGEN_CACHE_DIR"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "kegen" / "Cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/kegen").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kegen"
