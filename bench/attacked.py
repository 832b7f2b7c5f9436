"""A page server under attack: the real process, requests byte for byte, and an officer who must still get the page."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple, Self

from kegen.form.desk import version_of

ROOT = Path(__file__).parents[1]
PATIENCE = 1.0
"""Seconds within which the officer gets the page, whatever goes on."""
MEMORY = 600 << 20
"""Bytes that the server, with the processes in which it reads files, may take."""
PROFILE = """\
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Người Riêng 73519}   # lời của văn phòng
date: 03/6/2026
parent_plan: {number: 114/KH-UBND, date: 04/5/2026}
"""
SECRET = "73519"  # noqa: S105 - a word of the profile
OK, CONFLICT, TOLD = 200, 409, 422


class Answer(NamedTuple):
    """What came back; status 0 where nothing did."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


EDIT = {"edit": {"edit": "set", "path": ["number"], "value": "7"}, "version": version_of(PROFILE.encode())}
REFUSALS = range(400, 500)

NOTHING = Answer(0, {}, b"")


class Server:
    """`kegen open` of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = Path(tempfile.mkstemp(suffix=".err")[1])
        command = [sys.executable, "-m", "kegen", "open", str(folder), "--no-browser"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        with self.said.open("wb") as errors:
            self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
        found = re.search(
            r"http://127\.0\.0\.1:(\d+)/([\w-]+)/", self.process.stdout.readline() if self.process.stdout else ""
        )
        if found is None:
            raise SystemExit(f"kegen open printed no address: {self.said.read_text()}")
        self.port, self.token = int(found[1]), found[2]
        self.host = f"127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.said.unlink()

    def errors(self) -> str:
        """Return what it said on stderr."""
        return self.said.read_text(encoding="utf-8", errors="replace")

    def connect(self, seconds: float = 10.0) -> socket.socket:
        """Return a new connection."""
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def head(self, method: str, path: str, headers: dict[str, str | None] | None = None) -> bytes:
        """Return the head of a request under the token, as the page sends it but for `headers`; None drops one."""
        own: dict[str, str | None] = {"Host": self.host, "Sec-Fetch-Site": "same-origin", "X-Kegen-Token": self.token}
        lines = [f"{name}: {value}" for name, value in (own | (headers or {})).items() if value is not None]
        return "\r\n".join([f"{method} /{self.token}{path} HTTP/1.1", *lines, "", ""]).encode()

    def ask(
        self,
        method: str,
        path: str,
        headers: dict[str, str | None] | None = None,
        body: bytes = b"",
        *,
        seconds: float = 20.0,
    ) -> Answer:
        """Send a request as the page would, but for `headers`, and return its answer."""
        length: dict[str, str | None] = {"Content-Length": str(len(body))} if body or method == "POST" else {}
        return self.send(self.head(method, path, length | (headers or {})) + body, seconds=seconds)

    def send(self, data: bytes, *, seconds: float = 20.0, most: int = 1 << 26) -> Answer:
        """Send bytes and return the answer to them; of a stream what came at once."""
        with self.connect(seconds) as line:
            with suppress(OSError):  # it may have answered, and closed, before the end
                line.sendall(data)
            response = http.client.HTTPResponse(line)
            try:
                response.begin()
                is_stream = "event-stream" in response.getheader("content-type", "")
                body = response.read1(most) if is_stream else response.read(most)
            except (OSError, http.client.HTTPException):
                return NOTHING
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)

    def is_alive(self) -> bool:
        """Whether the page still answers."""
        return self.process.poll() is None and self.ask("GET", "/").status == OK

    def memory(self) -> int:
        """Return the bytes that it and the processes it started hold."""
        parents = {}
        for each in Path("/proc").iterdir():
            if each.name.isdigit():
                try:
                    parents[int(each.name)] = int((each / "stat").read_text().rpartition(")")[2].split()[1])
                except OSError:
                    continue
        own = {self.process.pid}
        while more := {child for child, parent in parents.items() if parent in own} - own:
            own |= more
        return sum(_resident(each) for each in own)


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


class Officer:
    """A second who asks for the start and for a profile all the while, each time on a connection of its own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.slowest, self.asked, self.memory = 0.0, 0, 0
        self.failed: list[str] = []
        self._end = Event()
        self._thread = Thread(target=self._work)

    def _work(self) -> None:
        while not self._end.wait(0.05):
            for path in ("/", "/ho-so/x.yaml/", "/files/page.js"):
                before = time.monotonic()
                try:
                    status = self.server.ask("GET", path).status
                except OSError as error:
                    status = error.errno or -1
                self.slowest, self.asked = max(self.slowest, time.monotonic() - before), self.asked + 1
                if status != OK:
                    self.failed.append(f"{path} {status}")
            self.memory = max(self.memory, self.server.memory())

    @contextmanager
    def working(self) -> Iterator[Self]:
        """Work as long as this lasts."""
        self._thread.start()
        try:
            yield self
        finally:
            self._end.set()
            self._thread.join()

    def fault(self) -> str:
        """Return what the officer suffered, "" for nothing."""
        if self.failed or not self.asked:
            return f"the officer got no page: {self.failed[:3]}"
        if self.slowest > PATIENCE:
            return f"the officer waited {self.slowest:.2f} s"
        return f"{self.memory >> 20} MB" if self.memory > MEMORY else ""

    def figures(self) -> str:
        """Return how the officer fared."""
        return f"officer ≤ {self.slowest:.2f} s of {self.asked}, {self.memory >> 20} MB"


class Result(NamedTuple):
    """One attack: its kind and name, what it did that it must not ("" for nothing), and what came of it."""

    kind: str
    name: str
    fault: str
    said: str = ""


def opened(stack: ExitStack) -> Server:
    """Return a server of a folder with one profile, inside a folder that it must not leave."""
    outside = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kegen-attack-")))
    folder = outside / "việc"
    folder.mkdir()
    (folder / "x.yaml").write_text(PROFILE, encoding="utf-8")
    return stack.enter_context(Server(folder))


def quiet(kind: str, server: Server) -> Result:
    """Return whether the officer's window shows nothing that an attack made the server say."""
    said = server.errors().strip()
    return Result(kind, "the window of kegen", f"it says {said[-200:]!r}" if said else "", "says nothing")


def outside_of(outside: Path, folder: Path) -> dict[str, bytes]:
    """Return all files around the folder, with what is in them."""
    return {
        str(each): each.read_bytes() for each in outside.rglob("*") if each.is_file() and folder not in each.parents
    }
