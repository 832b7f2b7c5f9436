"""Who may speak with the server of the page: nobody but the page that this run of kegen opened.

Threat model. The server listens on 127.0.0.1, so no other machine reaches it. What else can send it requests:

- any web page in the officer's browser (a link, a form, a script, an image; under its own name, or under one that it
  lets point to 127.0.0.1, "DNS rebinding"). It must neither read a text nor change one. Against it stand, in this
  order: the Host, which such a page cannot choose and which every request has, also those without an Origin (GET,
  EventSource); Sec-Fetch-Site or, of browsers without it, Origin; the token.
- a page of another program on this machine, at another port of 127.0.0.1: it is of the same site, so cookies would
  go to it. There are none. The token, new and random in each run, stands in the path of every address of the page,
  and once more in a header of what writes: an address that somebody came by (in a list of pages visited) writes
  nothing.
- any program that opens connections and sends nothing, slowly, or without end: see `connections` and `bodies`. The
  page tells the length of all that it sends, so a body in chunks, which may be a million of them, is not of it.
- names: an address names a file of the folder by comparing with those there, and a link that leads out of the folder is
  none of them, so no name leads elsewhere; what is dropped gets a name of its own that no system takes for another.
- the files dropped on the page, and the texts in them: they are read in a process with bounds, are shown as text
  (Jinja escapes all of it), and the policy below lets the page run and load its own files alone.

Programs that run as the officer can read the files themselves; against them nothing here helps.
"""

from __future__ import annotations

from collections.abc import Iterator
from hmac import compare_digest
from typing import Final, NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PROOF_HEADER: Final = "x-kegen-token"
_READS: Final = frozenset({"GET", "HEAD"})
_OWN_SITES: Final = frozenset({"same-origin", "none"})
"""Sec-Fetch-Site of the page's own requests, and of an address that a person typed or a program opened."""
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    # the lengths on a page of the plan stand in attributes, as values of variables
    "style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Gate(NamedTuple):
    """Where the server is, and the token of this run."""

    port: int
    token: str

    @property
    def root(self) -> str:
        """The path under which all of the page is."""
        return f"/{self.token}"

    @property
    def address(self) -> str:
        """The address of the page's start."""
        return f"http://127.0.0.1:{self.port}{self.root}/"

    def hosts(self) -> Iterator[str]:
        """Yield the names under which a browser on this machine may speak of the server."""
        yield from (f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))

    def refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        """Return the status and the words with which a request is refused, None for one of the page's own."""
        if "transfer-encoding" in headers:
            return 411, "Yêu cầu không nói trước độ dài nên không được nhận."
        if headers.getlist("host") not in [[each] for each in self.hosts()]:
            return 421, "Trang này chỉ mở được trên chính máy đang chạy kegen."
        if not self._is_own_site(method, headers):
            return 403, "Yêu cầu này đến từ một trang khác nên không được nhận."
        if not compare_digest(path.encode()[: len(self.root) + 1], f"{self.root}/".encode()):
            return 404, "Địa chỉ này đã cũ hoặc chép thiếu; hãy mở trang theo địa chỉ mà kegen vừa in ra."
        if method not in _READS and not compare_digest(headers.get(PROOF_HEADER, "").encode(), self.token.encode()):
            return 403, "Yêu cầu ghi này không phải của trang đang mở nên không được nhận; hãy tải lại trang."
        return None

    def _is_own_site(self, method: str, headers: Headers) -> bool:
        """Whether a request comes from the page itself; to read, an address opened by a person will do."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if origin is not None and origin not in [f"http://{each}" for each in self.hosts()]:
            return False
        if method in _READS:
            return site is None or site in _OWN_SITES
        return site == "same-origin" or (site is None and origin is not None)


class Guarded:
    """The application behind the gate; every answer bears the headers that bind the browser too."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refused = self._gate.refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refused is None:
            await self._app(scope, receive, bound)
            return
        status, words = refused
        await PlainTextResponse(words, status, {"Connection": "close"})(scope, receive, bound)
