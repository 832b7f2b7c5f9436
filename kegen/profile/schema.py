"""The JSON schema of profiles, for editors that complete and check while one types (VS Code with redhat.vscode-yaml).

A profile names it by a path from its own folder, where kegen puts a copy: nothing is fetched, nothing names a machine
or its user, and the folder can be moved as a whole. A profile that was mailed alone names a file that is not there: the
editor says so in one note and helps no further; kegen itself reads that line as the comment that it is.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from kegen.shipped import schema_folder

SCHEMA_PATH: Final = PurePosixPath(".kegen/ho-so.schema.json")
"""Where the copy lies, seen from a profile's folder."""
SCHEMA_LINE: Final = f"# yaml-language-server: $schema={SCHEMA_PATH}"
"""The first line of a profile that kegen writes."""
SCHEMA_ID: Final = b'"urn:kegen:ho-so"'
"""What no file but a copy of the schema holds."""


def schema_bytes() -> bytes:
    """Return the schema as it comes with kegen; raises OSError where it is not there."""
    return (schema_folder() / "profile.schema.json").read_bytes()
