"""Connections held with nothing sent on them, or little, while an officer works."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress

from bench.attacked import (
    Officer,
    Result,
    Server,
    opened,
)


def slow(_: int) -> Iterator[Result]:
    """Yield how the officer fares while others hold connections and do nothing with them, or little."""
    for name, (count, begin, step) in SLOW.items():
        with ExitStack() as stack:
            server = opened(stack)
            officer = stack.enter_context(Officer(server).working())
            lines = _many(server, count, begin)
            until = time.monotonic() + 13
            while time.monotonic() < until:
                _step(lines, step)
                time.sleep(0.2)
            held = sum(_is_open(each) for each in lines)
            for each in lines:
                each.close()
            stack.pop_all().close()
            yield Result(
                "slow", f"{count} {name}", officer.fault(), f"{held} still open after 13 s; {officer.figures()}"
            )


def _slow_head(server: Server) -> bytes:
    return server.head("GET", "/")[:-2] + b"X: "


def _slow_body(server: Server) -> bytes:
    return server.head("POST", "/ho-so/x.yaml/edit", {"Content-Length": "1000"})


def _slow_file(server: Server) -> bytes:
    return server.head("POST", "/nhan", {"X-Kegen-Name": "a.docx", "Content-Length": "1000"})


def _refused_body(server: Server) -> bytes:
    return server.head("POST", "/ho-so/x.yaml/edit", {"Content-Length": "1000", "X-Kegen-Token": "x"})


def _told_body(server: Server) -> bytes:
    return server.head("POST", "/nhan", {"Content-Length": "1000", "X-Kegen-Name": "a.exe"})


SLOW: dict[str, tuple[int, Callable[[Server], bytes], bytes]] = {
    "connections without a byte": (200, lambda _: b"", b""),
    "half-open heads": (200, _slow_head, b""),
    "heads byte by byte": (200, _slow_head, b"y"),
    "half-open heads, many": (2000, _slow_head, b""),
    "bodies byte by byte": (200, _slow_body, b"y"),
    "files byte by byte": (200, _slow_file, b"y"),
    "bodies of the refused, byte by byte": (200, _refused_body, b"y"),
    "bodies of what was answered, byte by byte": (200, _told_body, b"y"),
    "answers that nobody reads": (200, lambda server: server.head("GET", "/files/form.js") * 200, b""),
    "streams of a profile": (300, lambda server: server.head("GET", "/ho-so/x.yaml/events"), b""),
    "streams of the start": (300, lambda server: server.head("GET", "/events"), b""),
    "idle after an answer": (200, lambda server: server.head("GET", "/ping"), b""),
}
"""How many connections, what each sends at first, and what again and again."""


def _many(server: Server, count: int, begin: Callable[[Server], bytes]) -> list[socket.socket]:
    lines = []
    for _ in range(count):
        with suppress(OSError):
            line = server.connect(3)
            lines.append(line)
            line.setblocking(False)
            line.send(begin(server))
    return lines


def _step(lines: Iterable[socket.socket], data: bytes) -> None:
    for each in lines if data else ():
        with suppress(OSError):
            each.send(data)


def _is_open(line: socket.socket) -> bool:
    """Whether the server has not closed it."""
    try:
        while line.recv(1 << 16):
            pass
    except BlockingIOError:
        return True
    except OSError:
        pass
    return False
