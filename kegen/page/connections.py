"""Connections that send no whole request: each has a bounded time, and of very many the oldest make room.

uvicorn bounds how many connections there are (`limit_concurrency`), which would lock the officer out together with
whoever opened them, and how long one is idle after an answer, but not how long the head of a request takes.
"""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle, Transport
from typing import Any, ClassVar, Final

from h11 import IDLE
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS: Final = 10.0
MOST_WAITING: Final = 64
"""Connections of which no whole head has come yet; a browser opens six, and some it may need."""


class BoundedHeads(H11Protocol):
    """uvicorn's protocol, with a time limit for the head of each request."""

    waiting: ClassVar[dict[BoundedHeads, None]] = {}
    """Those without a whole head, the oldest first."""

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - as uvicorn makes them
        super().__init__(*args, **named)
        self._timer: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to wait for the first head."""
        assert isinstance(transport, Transport)  # noqa: S101 - uvicorn opens no other
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came, and stop waiting once the head is whole."""
        super().data_received(data)
        if self.conn.their_state is not IDLE:
            self._wait_no_more()

    def on_response_complete(self) -> None:
        """Wait for the head of the next request."""
        super().on_response_complete()
        if self.conn.their_state is IDLE and not self.transport.is_closing():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._wait_no_more()
        self._timer = self.loop.call_later(HEAD_SECONDS, self._give_up)
        self.waiting[self] = None
        if len(self.waiting) > MOST_WAITING:
            next(iter(self.waiting))._give_up()  # noqa: SLF001 - one of its own kind

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.waiting.pop(self, None)

    def _give_up(self) -> None:
        self._wait_no_more()
        self.transport.abort()
