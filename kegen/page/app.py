"""The application: which address shows or does what. All of them stand under the token of the run."""

from __future__ import annotations

from asyncio import Semaphore
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import dumps

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from kegen.page.editing import editing_routes
from kegen.page.folder import Folder
from kegen.page.guards import Gate, Guarded
from kegen.page.live import Live
from kegen.page.making import making_routes
from kegen.page.opened import live_of
from kegen.page.presence import Presence
from kegen.page.province import province_routes
from kegen.page.pulling import pulling_routes
from kegen.page.receiving import receiving_routes
from kegen.page.starting import starting_routes
from kegen.page.templates import HERE, render_html
from kegen.pages.whole import pages_css
from kegen.problem import KegenError
from kegen.vietnamese import upper_first

_FILES = {"page.css": "text/css", "icon.svg": "image/svg+xml"} | dict.fromkeys(
    ("page.js", "pieces.js", "form.js", "links.js", "conflict.js", "talk.js", "start.js", "word.js"), "text/javascript"
)
"""The files of the page, by name: no other can be asked for."""
_HANDS = 2
"""How many dropped files are taken and read at once; others wait, so that many take no more memory than two."""
_FOREIGN = {
    "Not Found": "Không có địa chỉ này; hãy mở trang đầu.",
    "Method Not Allowed": "Địa chỉ này không nhận loại yêu cầu vừa gửi.",
}
"""What the library says of its own, in words of an officer."""


def make_app(folder: Folder, gate: Gate, presence: Presence) -> ASGIApp:
    """Return the application for a folder, behind its gate."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with presence.watched(lambda: folder.readers):
            yield
        folder.close()

    routes = [
        Mount(
            gate.root,
            routes=[
                *_routes(),
                *editing_routes(),
                *pulling_routes(),
                *starting_routes(),
                *receiving_routes(),
                *making_routes(),
                *province_routes(),
            ],
        )
    ]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers=dict.fromkeys((HTTPException, KegenError, Exception), _error_answer),
    )
    app.state.folder, app.state.gate, app.state.presence, app.state.runs = folder, gate, presence, {}
    app.state.offers, app.state.hands = {}, Semaphore(_HANDS)
    return Guarded(app, gate)


def _routes() -> list[Route]:
    return [
        Route("/files/{name}", _file),
        Route("/ho-so/{name}/", _profile),
        Route("/ho-so/{name}/events", _events),
    ]


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "pages.css":
        return Response(pages_css(), media_type="text/css")
    if name not in _FILES:
        raise HTTPException(404, "Không có tệp này.")
    return FileResponse(HERE / "static" / name, media_type=_FILES[name])


async def _profile(request: Request) -> Response:
    name, gate = live_of(request).path.name, request.app.state.gate
    values = {"root": gate.root, "token": gate.token, "address": request.path_params["name"]}
    return HTMLResponse(render_html("profile.html", name=name, **values))


async def _events(request: Request) -> Response:
    return StreamingResponse(_stream(live_of(request)), media_type="text/event-stream")


async def _stream(live: Live) -> AsyncIterator[str]:
    async for news in live.news():
        yield ":\n\n" if news is None else f"data: {dumps(news, ensure_ascii=False)}\n\n"


def _meant(error: Exception) -> tuple[int, str]:
    """Return the status and the words of an error."""
    if isinstance(error, KegenError):
        return 422, upper_first(str(error))
    if not isinstance(error, HTTPException):
        return 500, "Có lỗi ở kegen; điều chưa ghi vẫn còn ở trang. Hãy xem cửa sổ kegen, rồi thử lại."
    return error.status_code, _FOREIGN.get(error.detail, error.detail)


async def _error_answer(request: Request, error: Exception) -> Response:
    """Answer an error in words: as a page where a page was asked for, else for the script of the page."""
    status, words = _meant(error)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(render_html("message.html", root=request.app.state.gate.root, words=words), status)
    return JSONResponse({"why": words}, status)
