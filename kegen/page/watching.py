"""Files of a folder that somebody saves, seen at once, also where an editor puts a new file in the old one's place."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from watchfiles import Change, awatch

_SUFFIXES: Final = (".yaml", ".yml", ".docx", ".pdf")
_STEP: Final = 10
"""Milliseconds in which nothing more must change: a save is a few calls."""
_DEBOUNCE: Final = 100
"""Milliseconds after which a change is told however much still changes."""


async def saved(folder: Path) -> AsyncIterator[set[Path]]:
    """Yield the files of the folder that were saved, put in place of others, or removed; not of folders inside."""
    place = await to_thread(folder.resolve)
    while True:
        try:
            async for changes in _watch(place, polled=False):
                yield changes
        except OSError:  # a disk of another machine may have nobody who tells
            async for changes in _watch(place, polled=True):
                yield changes


async def _watch(place: Path, *, polled: bool) -> AsyncIterator[set[Path]]:
    watched = awatch(
        place,
        watch_filter=_matters,
        step=_STEP,
        debounce=_DEBOUNCE,
        recursive=False,
        force_polling=polled,
        rust_timeout=1000,
    )
    async for changes in watched:
        yield {Path(path) for _, path in changes}


def _matters(_change: Change, path: str) -> bool:
    return path.lower().endswith(_SUFFIXES)
