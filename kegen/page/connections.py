"""Connections that send no whole request: each has a bounded time, and of very many the oldest make room.

What comes on one is looked at piece by piece, so that others have their turn in between.

uvicorn bounds how many connections there are (`limit_concurrency`), which would lock the officer out together with
whoever opened them, and how long one is idle after an answer, but not how long the head of a request takes.
"""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle, Transport
from typing import Any, ClassVar, Final

from h11 import SEND_BODY, SEND_RESPONSE
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS: Final = 10.0
MOST_WAITING: Final = 64
"""Connections of which no whole head has come yet; a browser opens six, and some it may need."""
MOST_OPEN: Final = 200
"""All connections, streams too; the page of one whose stream ends so opens another."""
_PIECE: Final = 4096
"""Bytes looked at in one turn: each six of them may be a chunk of its own."""
_ANSWERING: Final = frozenset({SEND_RESPONSE, SEND_BODY})
"""What a connection does from a whole head to the end of the answer."""


class BoundedHeads(H11Protocol):
    """uvicorn's protocol, with a time limit for the head of each request, and for the body of one that was answered."""

    all_open: ClassVar[dict[BoundedHeads, None]] = {}
    """Every connection, the oldest first."""
    waiting: ClassVar[dict[BoundedHeads, None]] = {}
    """Those without a whole head, the oldest first."""

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - as uvicorn makes them
        super().__init__(*args, **named)
        self._timer: TimerHandle | None = None
        self._unread = b""

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to wait for the first head."""
        assert isinstance(transport, Transport)  # noqa: S101 - uvicorn opens no other
        super().connection_made(transport)
        self._wait()
        self.all_open[self] = None
        if len(self.all_open) > MOST_OPEN:
            next(iter(self.all_open))._give_up()  # noqa: SLF001 - one of its own kind

    def data_received(self, data: bytes) -> None:
        """Take what came, one piece now and the others by and by."""
        is_taking = bool(self._unread)
        self._unread += data
        if not is_taking:
            self._take_piece()

    def _take_piece(self) -> None:
        """Take a piece of what came, and stop waiting once a head is whole."""
        if self.transport.is_closing():
            return
        piece, self._unread = self._unread[:_PIECE], self._unread[_PIECE:]
        super().data_received(piece)
        if self.conn.our_state in _ANSWERING:
            self._wait_no_more()
        if self._unread:
            self.transport.pause_reading()
            self.loop.call_soon(self._take_piece)
        elif not self.flow.read_paused:
            self.transport.resume_reading()

    def on_response_complete(self) -> None:
        """Wait for the next head, or for the rest of a body that was answered before its end."""
        super().on_response_complete()
        if self.conn.our_state not in _ANSWERING and not self.transport.is_closing():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._wait_no_more()
        self.all_open.pop(self, None)
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
        self.all_open.pop(self, None)
        self.transport.abort()
