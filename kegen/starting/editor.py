"""What an editor needs beside a profile, so that it helps while one types: a copy of the schema."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kegen.output.whole import write_whole
from kegen.problem import KegenError
from kegen.profile.schema import SCHEMA_ID, SCHEMA_PATH, schema_bytes


def put_schema(folder: Path) -> None:
    """Put the schema where profiles in the folder name it; a file that is no copy of it stays as it is.

    A folder that does not take it is no reason to stop: only the editor knows less.
    """
    with suppress(OSError, KegenError):
        file, data = folder / SCHEMA_PATH, schema_bytes()
        old = file.read_bytes() if file.exists() else None
        if old != data and (old is None or SCHEMA_ID in old):
            file.parent.mkdir(exist_ok=True)
            write_whole(file, data, lasting=False)
