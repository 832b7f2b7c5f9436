"""Requests that are too large, or lie about how large they are, while an officer works."""

from __future__ import annotations

import random
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from json import dumps

from bench.attacked import (
    PROFILE,
    Officer,
    Result,
    Server,
    opened,
    quiet,
)
from kegen.form.desk import version_of
from tests.docx_files.make import docx, p
from tests.docx_files.test_hostile import bomb


def sizes(_: int) -> Iterator[Result]:
    """Yield what becomes of requests that are too large, or lie about how large they are."""
    with ExitStack() as stack:
        server = opened(stack)
        for name, work in _large(server).items():
            officer = Officer(server)
            with officer.working():
                said = work()
                time.sleep(0.3)
            yield Result(
                "sizes", name, officer.fault() or ("" if server.is_alive() else "dead"), f"{said}; {officer.figures()}"
            )
        yield quiet("sizes", server)


def _large(server: Server) -> dict[str, Callable[[], str]]:
    head, edit = server.head, "/ho-so/x.yaml/edit"

    def status(data: bytes) -> Callable[[], str]:
        return lambda: str(server.send(data).status)

    def dropped(name: str, data: Callable[[], bytes]) -> Callable[[], str]:
        return lambda: str(server.ask("POST", "/nhan", {"X-Kegen-Name": name}, data(), seconds=120).status)

    parts = b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" * 100_000
    chunked = {"Transfer-Encoding": "chunked"}
    text = "a" * (1 << 20)
    return {
        "header of 10 MB": status(head("GET", "/", {"X": text * 10})),
        "100,000 headers": status(head("GET", "/", {f"X-{number}": "y" for number in range(100_000)})),
        "address of 10 MB": status(head("GET", f"/{text * 10}")),
        "address of 100,000 parameters": status(head("GET", "/moi?" + "a=1&" * 100_000)),
        "length of a terabyte": status(head("POST", edit, {"Content-Length": str(1 << 40)}) + b"{"),
        "length of 5,000 digits": status(head("POST", edit, {"Content-Length": "9" * 5000}) + b"{"),
        "length shorter than the body": status(head("POST", edit, {"Content-Length": "2"}) + b"{}" + b"x" * (1 << 20)),
        "chunk of all bytes there are": status(head("POST", edit, chunked) + b"f" * 16 + b"\r\n"),
        "chunk with a remark of 1 MB": status(head("POST", edit, chunked) + b"1;" + text.encode() + b"\r\n"),
        "a million chunks of a byte": status(head("POST", edit, chunked) + b"1\r\na\r\n" * 1_000_000),
        "chunks without end": lambda: _endless(server, 5.0),
        "multipart of 100,000 parts": status(head("POST", "/nhan", {"Content-Length": str(len(parts))}) + parts),
        "multipart as a dropped file": dropped("a.docx", lambda: parts),
        "edit of 1 MB": lambda: _edited(server, text[: (1 << 20) - 200]),
        "edit of a megabyte of signs": lambda: _edited(server, "\x00" * 170_000),
        "JSON 500,000 deep": lambda: str(server.ask("POST", edit, {}, b"[" * 500_000).status),
        "10,000 requests at once": status(head("GET", "/ping") * 10_000),
        "file of 100 MB (.docx)": dropped("a.docx", lambda: bytes(100 << 20)),
        "file of 100 MB (.pdf)": dropped("a.pdf", lambda: b"%PDF-1.7\n" + bytes(100 << 20)),
        "file of 60 MB (.docx)": dropped(
            "b.docx", lambda: docx(p("x"), extra={"word/media/a": random.randbytes(60 << 20)})
        ),
        "zip bomb": dropped("c.docx", bomb),
        "zip bomb that says it is small": dropped("d.docx", _lying_bomb),
        "20 files of 30 MB at once": lambda: _together(server, 20, 30),
    }


def _edited(server: Server, value: str) -> str:
    """Have a field set to a text, and take that back."""
    version = version_of((server.folder / "x.yaml").read_bytes())
    record = {"edit": {"edit": "set", "path": ["title"], "value": value}, "version": version}
    status = server.ask("POST", "/ho-so/x.yaml/edit", {}, dumps(record).encode(), seconds=60).status
    time.sleep(2)
    (server.folder / "x.yaml").write_text(PROFILE, encoding="utf-8")
    return str(status)


def _lying_bomb() -> bytes:
    """Return a zip bomb whose directory says that it is small."""
    data = bytearray(bomb())
    size = struct.pack("<I", (60 << 20) + len("<a>"))
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def _endless(server: Server, seconds: float) -> str:
    """Send chunks until the server has enough of them."""
    until, sent = time.monotonic() + 3 * seconds, 0
    with server.connect() as line, suppress(OSError):
        line.sendall(server.head("POST", "/ho-so/x.yaml/edit", {"Transfer-Encoding": "chunked"}))
        while time.monotonic() < until:
            sent += line.send(b"10000\r\n" + bytes(1 << 16) + b"\r\n")
    return f"closed after {sent >> 20} MB" if time.monotonic() < until else f"NOT closed after {sent >> 20} MB"


def _together(server: Server, files: int, megabytes: int) -> str:
    """Drop large files all at once; return what became of them."""
    lines = []
    data = b"PK\3\4" + bytes(megabytes << 20)
    for number in range(files):
        line = server.connect(120)
        line.sendall(
            server.head("POST", "/nhan", {"X-Kegen-Name": f"e{number}.docx", "Content-Length": str(len(data))})
        )
        lines.append(line)
    for line in lines:
        line.sendall(data)
    return " ".join(sorted({line.recv(12).decode()[-3:] for line in lines}))
