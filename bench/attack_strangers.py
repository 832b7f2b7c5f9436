"""Requests of others: other hosts and origins, other sites, without the token, and such as no browser sends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from json import dumps

from bench.attacked import (
    EDIT,
    NOTHING,
    OK,
    REFUSALS,
    SECRET,
    Answer,
    Result,
    Server,
    opened,
    quiet,
)


def strangers(_: int) -> Iterator[Result]:
    """Yield what becomes of requests of others, to read and to write."""
    with ExitStack() as stack:
        server = opened(stack)
        before = (server.folder / "x.yaml").read_bytes()
        for name, headers in _others(server).items():
            for path in ("/", "/ho-so/x.yaml/", "/ho-so/x.yaml/events", "/files/page.js"):
                yield _refused(f"{name}: GET {path}", server.ask("GET", path, headers))
            for path in ("/ho-so/x.yaml/edit", "/ho-so/x.yaml/undo", "/ho-so/x.yaml/draft", "/nhan", "/moi/ghi"):
                yield _refused(f"{name}: POST {path}", server.ask("POST", path, headers, dumps(EDIT).encode()))
        for name, headers in _without_proof(server).items():
            for path in ("/ho-so/x.yaml/edit", "/ho-so/x.yaml/undo", "/nhan"):
                yield _refused(f"{name}: POST {path}", server.ask("POST", path, headers, dumps(EDIT).encode()))
        for name, data in _raw(server).items():
            yield _refused(name, server.send(data))
        same = (server.folder / "x.yaml").read_bytes() == before and len(list(server.folder.iterdir())) == 1
        yield Result("strangers", "the folder afterwards", "" if same else "it is another", "as it was")
        with Server(server.folder) as other:
            stale = {"X-Kegen-Token": other.token}
            yield _refused(
                "token of another run", server.ask("POST", "/ho-so/x.yaml/edit", stale, dumps(EDIT).encode())
            )
            path = server.head("GET", "/").replace(server.token.encode(), other.token.encode())
            yield _refused("address of another run", server.send(path))
        own = [server.ask("GET", "/"), server.ask("POST", "/ho-so/x.yaml/edit", {}, dumps(EDIT).encode())]
        fault = "" if [each.status for each in own] == [OK, OK] else f"the page itself is refused: {own}"
        yield Result("strangers", "the page itself", fault, "let through")
        yield quiet("strangers", server)


def _others(server: Server) -> dict[str, dict[str, str | None]]:
    """Return what heads of requests of others say, who know the token for whatever reason."""
    port = server.port
    return {
        "other Host": {"Host": "example.vn"},
        "DNS rebinding": {"Host": f"thu-doan.example.vn:{port}", "Origin": f"http://thu-doan.example.vn:{port}"},
        "name that begins like ours": {"Host": f"127.0.0.1:{port}.example.vn"},
        "name with a user": {"Host": f"{server.host}@example.vn"},
        "Host with another port": {"Host": f"127.0.0.1:{port % 65535 + 1}"},
        "Host without a port": {"Host": "127.0.0.1"},
        "Host of all addresses": {"Host": f"0.0.0.0:{port}"},
        "Host of IPv6": {"Host": f"[::1]:{port}"},
        "Host as a number": {"Host": f"2130706433:{port}"},
        "no Host": {"Host": None},
        "empty Host": {"Host": ""},
        "forwarded Host": {"Host": "example.vn", "X-Forwarded-Host": server.host, "Forwarded": f"host={server.host}"},
        "other Origin": {"Origin": "https://example.vn"},
        "other Origin of an old browser": {"Origin": "https://example.vn", "Sec-Fetch-Site": None},
        "null Origin": {"Origin": "null"},
        "null Origin of an old browser": {"Origin": "null", "Sec-Fetch-Site": None},
        "Origin of another port": {"Origin": f"http://127.0.0.1:{port % 65535 + 1}"},
        "cross-site": {"Sec-Fetch-Site": "cross-site"},
        "cross-site image": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image", "Sec-Fetch-Mode": "no-cors"},
        "cross-site link": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-User": "?1"},
        "same-site, another port": {"Sec-Fetch-Site": "same-site"},
        "cross-site form as text": {"Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"},
    }


def _without_proof(server: Server) -> dict[str, dict[str, str | None]]:
    """Return what heads of writes say that are not proven to be the page's own."""
    form = {"Origin": "null", "Sec-Fetch-Site": None, "X-Kegen-Token": None}
    kinds = ("text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded")
    return {
        **{f"form as {kind}": form | {"Content-Type": kind} for kind in kinds},
        "no token": {"X-Kegen-Token": None},
        "empty token": {"X-Kegen-Token": ""},
        "wrong token": {"X-Kegen-Token": server.token[:-1] + ("A" if server.token[-1] != "A" else "B")},
        "half a token": {"X-Kegen-Token": server.token[:20]},
        "token twice": {"X-Kegen-Token": f"{server.token}, {server.token}"},
        "token of other letters": {"X-Kegen-Token": "ố" * 43},
        "neither site nor Origin": {"Sec-Fetch-Site": None},
        "address typed by a person": {"Sec-Fetch-Site": "none"},
    }


def _raw(server: Server) -> dict[str, bytes]:
    """Return requests that no browser of the page sends."""
    host = f"Host: {server.host}\r\nSec-Fetch-Site: same-origin\r\nX-Kegen-Token: {server.token}\r\n"
    page, edit = f"/{server.token}/", f"/{server.token}/ho-so/x.yaml/edit"
    override = "X-HTTP-Method-Override: POST\r\nX-Method-Override: POST\r\nX-HTTP-Method: POST\r\n"
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
    body = dumps(EDIT)
    return {
        "no token in the address": f"GET / HTTP/1.1\r\n{host}\r\n".encode(),
        "token in other letters": f"GET /{server.token.swapcase()}/ HTTP/1.1\r\n{host}\r\n".encode(),
        "token after two slashes": f"GET /{page} HTTP/1.1\r\n{host}\r\n".encode(),
        "whole address of another": f"GET http://example.vn{page} HTTP/1.1\r\n{host}\r\n".encode(),
        "two Hosts": f"GET {page} HTTP/1.1\r\n{host}Host: example.vn\r\n\r\n".encode(),
        "HTTP/1.0 without a Host": f"GET {page} HTTP/1.0\r\n\r\n".encode(),
        "HTTP/0.9": f"GET {page}\r\n\r\n".encode(),
        "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
        "folded Host": f"GET {page} HTTP/1.1\r\nHost:\r\n {server.host}x\r\n\r\n".encode(),
        "method overridden by a header": f"GET {edit} HTTP/1.1\r\n{host}{override}\r\n".encode(),
        "method overridden in the address": f"GET {edit}?_method=POST HTTP/1.1\r\n{host}\r\n".encode(),
        "unknown method": f"KEGEN {edit} HTTP/1.1\r\n{host}\r\n".encode(),
        "CONNECT": f"CONNECT example.vn:80 HTTP/1.1\r\n{host}\r\n".encode(),
        "OPTIONS before a write": f"OPTIONS {edit} HTTP/1.1\r\n{host}Origin: null\r\n\r\n".encode(),
        "TRACE": f"TRACE {page} HTTP/1.1\r\n{host}\r\n".encode(),
        "websocket": f"GET {edit} HTTP/1.1\r\n{host}{upgrade}\r\n".encode(),
        "websocket of another Origin": f"GET {page} HTTP/1.1\r\n{host}Origin: http://a.vn\r\n{upgrade}\r\n".encode(),
        "length and chunks": f"POST {edit} HTTP/1.1\r\n{host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"
        f"Origin: null\r\n\r\n0\r\n\r\nPOST {edit} HTTP/1.1\r\n{host}\r\n{body}".encode(),
        "two lengths": f"POST {edit} HTTP/1.1\r\n{host}Content-Length: 4\r\nContent-Length: 9\r\n\r\n{body}".encode(),
        "length below nothing": f"POST {edit} HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n{body}".encode(),
        "line in a header": f"GET {page} HTTP/1.1\r\n{host}X: a\rb\r\n\r\n".encode(),
        "NUL in a header": f"GET {page} HTTP/1.1\r\n{host}X: a\0b\r\n\r\n".encode(),
    }


def _refused(name: str, answer: Answer) -> Result:
    closed = answer == NOTHING
    told = "access-control-allow-origin" in answer.headers or SECRET in answer.text or "x.yaml" in answer.text
    is_refused = (closed or answer.status in REFUSALS) and not told
    return Result("strangers", name, "" if is_refused else f"{answer.status} {answer.text[:80]!r}", str(answer.status))
