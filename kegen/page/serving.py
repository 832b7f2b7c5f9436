"""The server of the page: where it listens, how it is opened in the browser, and how it ends."""

from __future__ import annotations

import gc
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe
from threading import Thread
from urllib.parse import quote

import uvicorn

from kegen.page.app import make_app
from kegen.page.connections import BoundedHeads
from kegen.page.folder import Folder
from kegen.page.guards import Gate
from kegen.page.presence import Presence

_PRIVATE = 32
"""Random bytes of the token."""
_END_SECONDS = 1


def serve(folder: Path, profile: str, opened: Callable[[str], None], *, browser: bool) -> None:
    """Serve the folder until Ctrl-C, or until nobody has had the page open for long.

    `profile` names the one to begin with, "" for the start; `opened` is told the address.
    """
    gc.enable()  # a page may be open for days; commands, which pause the collector, end at once
    with socket.create_server(("127.0.0.1", 0)) as listening:
        gate = Gate(listening.getsockname()[1], token_urlsafe(_PRIVATE))
        address = f"{gate.address}ho-so/{quote(profile)}/" if profile else gate.address
        server = _Server(Folder(folder), gate)
        opened(address)
        if browser:  # in a thread: one for terminals would not come back before it is closed
            Thread(target=webbrowser.open, args=[address], daemon=True).start()
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that ends the streams to its pages before it waits for them."""

    def __init__(self, folder: Folder, gate: Gate) -> None:
        self._folder, self._presence = folder, Presence(self._leave)
        super().__init__(
            uvicorn.Config(
                make_app(folder, gate, self._presence),
                http=BoundedHeads,
                ws="none",
                log_config=None,
                log_level="error",  # what strangers send is nothing that the officer's window need tell
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=_END_SECONDS,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then all."""
        self._presence.end()
        await self._folder.end()
        await super().shutdown(sockets)

    def _leave(self) -> None:
        self.should_exit = True
