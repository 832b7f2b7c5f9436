"""An edited draft dropped on the page of its profile: what it brings is shown, and written once a person says so."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kegen.compare.change import Piece, pieces_of
from kegen.form.desk import version_of
from kegen.page.bodies import MOST_FILE, read_body, read_json
from kegen.page.live import Live
from kegen.page.opened import live_of
from kegen.page.receiving import NAME_HEADER
from kegen.page.templates import render_html
from kegen.problem import KegenError
from kegen.pulling.files import NotItsDraft, Sent, pull_file, write_profile
from kegen.pulling.pull import Pulled, Told
from kegen.vietnamese import upper_first

_VERBS = {"reworded": "Sửa", "added": "Thêm", "removed": "Bỏ", "moved": "Chuyển", "looks": "Kiểu chữ"}
_CHANGED = "Hồ sơ đã được sửa ở nơi khác sau khi đọc bản Word; hãy thả lại bản Word để xem rồi ghi."


class Offer(NamedTuple):
    """What an edited draft would bring into the profile: nothing is written until a person takes it."""

    before: bytes
    """The profile that it was read against."""
    pulled: Pulled


class _Line(NamedTuple):
    """One difference as the page shows it."""

    verb: str
    where: str
    pieces: tuple[Piece, ...]
    """Its words, those that went and came told apart."""
    why: str


def pulling_routes() -> list[Route]:
    """Return the addresses under which an edited draft is read, and taken into its profile."""
    return [
        Route("/ho-so/{name}/word", _read, methods=["POST"]),
        Route("/ho-so/{name}/word/take", _take, methods=["POST"]),
    ]


async def _read(request: Request) -> Response:
    """Show what the edited draft brings; the file itself stays where the person has it."""
    live, name = live_of(request), Path(unquote(request.headers.get(NAME_HEADER, "")).replace("\\", "/")).name
    try:
        async with request.app.state.hands:
            sent = Sent(await read_body(request, MOST_FILE), Path(name))
            offer = await asyncio.to_thread(_offered, live, sent)
    except NotItsDraft as error:
        return JSONResponse({"why": f"{error.what}."}, 422)
    except KegenError as error:
        return JSONResponse({"why": str(error)}, 422)
    request.app.state.offers[live.path] = offer
    pulled = offer.pulled
    html = render_html("pulled.html", pulled=pulled, groups=_groups(pulled), name=name, profile=live.path.name)
    return JSONResponse({"html": html, "version": version_of(offer.before), "takes": pulled.data != offer.before})


def _offered(live: Live, sent: Sent) -> Offer:
    data, _ = live.desk.read()
    return Offer(data, pull_file(sent, data, live.path))


def _groups(pulled: Pulled) -> list[tuple[str, list[_Line]]]:
    """Return what is to be shown under which heading."""
    groups = (
        ("Nhận vào hồ sơ", pulled.taken),
        ("Không đặt được vào hồ sơ, cần tự ghi lại", pulled.left),
        ("Mâu thuẫn, cần xem lại", pulled.contradictions),
        ("Soạn lại sẽ khác bản Word", pulled.follows),
    )
    return [(title, list(map(_line, told))) for title, told in groups if told]


def _line(told: Told) -> _Line:
    if told.how == "moved":
        return _Line(_VERBS[told.how], told.where, (Piece("same", told.new),), told.why)
    return _Line(_VERBS[told.how], told.where, pieces_of(told.old, told.new), told.why)


async def _take(request: Request) -> Response:
    """Write what was shown, unless the profile is another by now."""
    live, record = live_of(request), await read_json(request)
    offer: Offer | None = request.app.state.offers.pop(live.path, None)
    if offer is None or record.get("version") != version_of(offer.before):
        return JSONResponse({"why": _CHANGED}, 422)
    try:
        kept = await asyncio.to_thread(write_profile, live.path, offer.before, offer.pulled.data)
    except KegenError as error:
        return JSONResponse({"why": upper_first(str(error))}, 422)
    written = live.desk.note(offer.before, offer.pulled.data)
    message = f"Đã ghi {len(offer.pulled.taken)} chỗ sửa vào hồ sơ; hồ sơ cũ được giữ tại {kept.name}."
    return JSONResponse({"version": written.version, "message": message, "turn": live.ask()})
