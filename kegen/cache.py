"""The cache folder: a prepared template and a pack that was read whole, kept across runs as plain JSON.

Why no pickle or code objects: a file in a cache folder is text from outside; here it can at worst be a strange template
or wording, filled in a sandbox. A cache that is broken, too large, not writable, or that anybody but this user could
have written, is as good as none. Only this user may read what is kept: a unit's own template may say what others are
not to see.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FILES_OF_A_KIND = 16
_MOST = 4 << 20
"""So many bytes of a file are read back and kept; the shipped template and pack take 50,000 each."""
_NAME_OF_DIGEST = "[0-9a-f]" * 64
_SECONDS_OF_LEFTOVERS = 3600
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and what is no file, as a pipe, is not waited for."""


def key_of(kind: str, contents: Iterable[bytes], makers: Iterable[Path]) -> str:
    """Return a name for what is made of the contents by the code in the makers: files, or folders for those in them.

    The files count by place, size and time: asking packages for their versions would cost more than it tells.
    """
    stamps = [stamp for each in makers for stamp in _stamps(each)]
    digest = sha256(b"\0".join((*contents, *stamps))).hexdigest()
    return f"{kind}-{digest}"


def _stamps(maker: Path) -> list[bytes]:
    try:
        return [f"{name} {state.st_size} {state.st_mtime_ns}".encode() for name, state in _sources(maker)]
    except OSError:  # what cannot be looked at may have changed: nothing that is kept is made by it
        return [os.urandom(16)]


def _sources(maker: Path) -> list[tuple[str, os.stat_result]]:
    try:
        with os.scandir(maker) as inside:
            return sorted((each.path, each.stat()) for each in inside if each.name.endswith(".py"))
    except NotADirectoryError:
        return [(str(maker), maker.stat())]


def places_of(*packages: str) -> list[Path]:
    """Return the first file of each package, which tells its version to `key_of`; nothing is imported."""
    specs = (find_spec(name) for name in packages)
    return [Path(spec.origin) for spec in specs if spec and spec.origin]


def recall(key: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what is kept under the key, None where nothing whole is that only this user can have written."""
    try:
        checksum, _, payload = _read(_file(key)).partition(b"\n")
        return json.loads(payload) if _checksum(payload) == checksum else None
    except (OSError, ValueError, RuntimeError):  # too deep a nest; no home
        return None


def _read(file: Path) -> bytes:
    """Return the bytes of a file of this user's in a folder of this user's; raises OSError for any other."""
    _check(file.parent.lstat(), stat.S_IFDIR, stat.S_IWGRP | stat.S_IWOTH)
    with os.fdopen(os.open(file, _FLAGS), "rb") as stream:
        state = os.fstat(stream.fileno())
        _check(state, stat.S_IFREG, stat.S_IRWXG | stat.S_IRWXO)
        if state.st_size > _MOST:
            raise OSError
        return stream.read(_MOST)


def _check(state: os.stat_result, kind: int, closed: int) -> None:
    """Raise OSError for what is not of that kind, is not this user's, or lets others do what is to be closed to them.

    Windows knows neither owners nor rights in this form: there the folder lies in the user's own.
    """
    if stat.S_IFMT(state.st_mode) != kind:
        raise OSError
    if sys.platform != "win32" and (state.st_uid != os.getuid() or state.st_mode & closed):
        raise OSError


def keep(key: str, value: object) -> None:
    """Keep a value of dicts, lists and text under the key, if it is not too large and the folder is this user's."""
    payload = json.dumps(value, ensure_ascii=False).encode(errors="surrogatepass")
    data = _checksum(payload) + b"\n" + payload
    if len(data) > _MOST:
        return
    try:
        stored = _file(key)
        stored.parent.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        _check(stored.parent.lstat(), stat.S_IFDIR, stat.S_IWGRP | stat.S_IWOTH)
        _write(stored, data)
        _forget(stored)
    except (OSError, RuntimeError):
        return


def _write(stored: Path, data: bytes) -> None:
    """Write the file under a name that nobody foresees, for this user alone, then give it its own; or leave nothing."""
    fresh = stored.with_name(f".kegen-{os.urandom(8).hex()}.tmp")
    try:
        with open(fresh, "xb", opener=_private) as stream:
            stream.write(data)
        fresh.replace(stored)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _private(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), stat.S_IRUSR | stat.S_IWUSR)


def _checksum(payload: bytes) -> bytes:
    """Return the line that tells a broken file: one who could write a false one could give it any digest."""
    return b"%08x" % zlib.crc32(payload)


def _forget(newest: Path) -> None:
    """Remove what was kept for the same kind of thing long ago, and what a run that was killed left half written."""
    kind = newest.name.partition("-")[0]
    files = [(file.lstat().st_mtime, file) for file in newest.parent.glob(f"{kind}-{_NAME_OF_DIGEST}.json")]
    long_ago = time.time() - _SECONDS_OF_LEFTOVERS
    left = [file for file in newest.parent.glob(".kegen-*.tmp") if file.lstat().st_mtime < long_ago]
    for file in (*(file for _, file in sorted(files)[:-_FILES_OF_A_KIND]), *left):
        file.unlink(missing_ok=True)


def _file(key: str) -> Path:
    return cache_folder() / f"{key}.json"


def cache_folder() -> Path:
    """Return the folder named for it, or the one that the system has for caches."""
    if own := os.environ.get("KEGEN_CACHE_DIR"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser() / "kegen" / "Cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/kegen").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kegen"
