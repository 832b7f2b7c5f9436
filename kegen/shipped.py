"""Where the files that come with kegen lie: in the package when installed, beside it in the repository."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def templates_folder() -> Path:
    """Return the folder of the master template and the packs."""
    return _folder("templates")


def pack_names() -> list[str]:
    """Return the names of the packs that come with kegen."""
    return sorted(each.parent.name for each in templates_folder().glob("*/pack.yaml"))


def schema_folder() -> Path:
    """Return the folder of the JSON schema of profiles."""
    return _folder("schema")


def profiles_folder() -> Path:
    """Return the folder of the example profiles."""
    return _folder("profiles")
