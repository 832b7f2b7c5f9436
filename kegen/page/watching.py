"""Files of a folder that somebody saves, seen at once, also where an editor puts a new file in the old one's place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Final

from watchfiles import Change, awatch

_SUFFIXES: Final = (".yaml", ".yml", ".docx", ".pdf")
_STEP: Final = 10
"""Milliseconds in which nothing more must change: a save is a few calls."""
_DEBOUNCE: Final = 100
"""Milliseconds after which a change is told however much still changes."""


async def saved(folders: Iterable[Path]) -> AsyncIterator[set[Path]]:
    """Yield the files of the folders that were saved, put in place of others, or removed; not of folders inside."""
    places = [each for each in dict.fromkeys(folder.resolve() for folder in folders) if each.is_dir()]
    while True:
        try:
            async for changes in _watch(places, polled=False):
                yield changes
        except OSError:  # a disk of another machine may have nobody who tells
            async for changes in _watch(places, polled=True):
                yield changes


async def _watch(places: list[Path], *, polled: bool) -> AsyncIterator[set[Path]]:
    watched = awatch(
        *places,
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
