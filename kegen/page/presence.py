"""Whether anybody still has the page open: where nobody has for long, the server ends by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

LONG: Final = 900.0
"""Seconds without a page, or a request, after which the server ends."""
_LOOK: Final = 5.0


class Presence:
    """Notes each sign of somebody, and calls `end` when there was none for long."""

    def __init__(self, end: Callable[[], None], long: float = LONG, look: float = _LOOK) -> None:
        self._end = end
        self._long = long
        self._look = look
        self._last = monotonic()

    def note(self) -> None:
        """Note that somebody is there."""
        self._last = monotonic()

    @asynccontextmanager
    async def watched(self, readers: Callable[[], int]) -> AsyncIterator[None]:
        """Look now and then, as long as this lasts; `readers` counts the pages that are open."""
        task = asyncio.get_running_loop().create_task(self._watch(readers))
        try:
            yield
        finally:
            task.cancel()

    async def _watch(self, readers: Callable[[], int]) -> None:
        while True:
            await asyncio.sleep(self._look)
            if readers():
                self.note()
            elif monotonic() - self._last > self._long:
                self._end()
                return
