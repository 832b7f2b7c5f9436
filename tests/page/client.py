"""Requests to the page's application, without a network: any header and body may be sent."""

import asyncio
import json
from typing import NamedTuple

from kegen.page.app import make_app
from kegen.page.folder import Folder
from kegen.page.guards import Gate
from kegen.page.presence import Presence

GATE = Gate(8765, "t0ken")
OWN = {"host": "127.0.0.1:8765", "sec-fetch-site": "same-origin"}
PROFILE = """\
# ghi chú của văn phòng
unit:
  level: xa
  name: Nhữ Khê
  province: Tuyên Quang
signer: {position: CHỦ TỊCH, name: Nguyễn Văn A}   # người ký
date: 03/6/2026
parent_plan:
  number: 114/KH-UBND
  date: 04/5/2026
"""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


class Client:
    """The application of a folder, on a loop of its own."""

    def __init__(self, folder):
        self.folder = Folder(folder)
        self.app = make_app(self.folder, GATE, Presence(lambda: None))
        self.loop = asyncio.new_event_loop()

    def ask(self, method, path, *, headers=OWN, body=b"", chunks=None):
        """Send a request under the path of the token."""
        return self.raw(method, GATE.root + path, headers=headers, body=body, chunks=chunks)

    def post(self, path, record=None, *, token=GATE.token, headers=OWN):
        """Send JSON as the page does."""
        return self.ask(
            "POST", path, headers=headers | {"x-kegen-token": token}, body=json.dumps(record or {}).encode()
        )

    def raw(self, method, path, *, headers=OWN, body=b"", chunks=None):
        return self.loop.run_until_complete(self._ask(method, path, headers, chunks or [body]))

    async def _ask(self, method, path, headers, chunks):
        parts = [{"type": "http.request", "body": each, "more_body": True} for each in chunks]
        parts[-1]["more_body"] = False
        sent = []

        async def receive():
            return parts.pop(0) if parts else await asyncio.sleep(9, {"type": "http.disconnect"})

        async def send(message):
            sent.append(message)

        await self.app(scope_of(method, path, headers), receive, send)
        fields = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], fields, b"".join(each.get("body", b"") for each in sent[1:]))

    def whole(self, name="x.yaml"):
        """Return all that a tab shows once a profile is drawn: facts, and the HTML of each group."""
        return self.loop.run_until_complete(self._whole(name))

    async def _whole(self, name):
        live = self.folder.live(self.folder.profile(name))
        _, version = live.desk.read()
        async with asyncio.timeout(20):
            async for news in live.news():
                if news and news["facts"].get("version") == version:
                    break
        view = live.view
        return view.facts, {place: "".join(pieces.values()) for place, pieces in view.groups.items()}

    def live(self, name="x.yaml"):
        """Return the profile, opened."""

        async def opened():
            return self.folder.live(self.folder.profile(name))

        return self.loop.run_until_complete(opened())

    def close(self):
        self.folder.close()
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()


def scope_of(method, path, headers):
    path, _, query = path.partition("?")
    listed = [(name.lower().encode(), value.encode()) for name, value in pairs(headers)]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": listed,
        "client": ("127.0.0.1", 5),
        "server": ("127.0.0.1", GATE.port),
        "state": {},
    }


def pairs(headers):
    """Return headers as pairs; a dict, or a list where one is to come twice."""
    return headers.items() if isinstance(headers, dict) else headers
