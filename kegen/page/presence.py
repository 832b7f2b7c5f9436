"""Whether anybody still has the page open: where nobody has for long, the server ends by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import Final

LONG: Final = 900.0
"""Seconds without an open page or a request after which the server ends."""
_LOOK: Final = 5.0
_BEAT: Final = 15.0


class Presence:
    """Notes each sign of somebody, and calls `end` when there was none for long."""

    def __init__(self, end: Callable[[], None], long: float = LONG, look: float = _LOOK) -> None:
        self._end = end
        self._long = long
        self._look = look
        self._last = monotonic()
        self._ended = asyncio.Event()
        self._streams = 0

    def note(self) -> None:
        """Note that somebody is there."""
        self._last = monotonic()

    async def stay(self) -> AsyncIterator[str]:
        """Yield a sign of life for a page that has no other stream, as long as it is open and the server runs."""
        self._streams += 1
        try:
            while not self._ended.is_set():
                yield ":\n\n"
                with suppress(TimeoutError):
                    async with asyncio.timeout(_BEAT):
                        await self._ended.wait()
        finally:
            self._streams -= 1

    def end(self) -> None:
        """End the streams."""
        self._ended.set()

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
            if readers() or self._streams:
                self.note()
            elif monotonic() - self._last > self._long:
                self._end()
                return
