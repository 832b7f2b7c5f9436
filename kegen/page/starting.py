"""The start of the page: the folder's profiles and received plans, and the way to a new profile."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from kegen.page.folder import Folder
from kegen.page.templates import render_html


def starting_routes() -> list[Route]:
    """Return the addresses of the start."""
    return [Route("/", _start)]


async def _start(request: Request) -> Response:
    folder: Folder = request.app.state.folder
    gate = request.app.state.gate
    request.app.state.presence.note()
    listed = folder.listed()
    return HTMLResponse(
        render_html("start.html", root=gate.root, token=gate.token, folder=folder.path.resolve(), listed=listed)
    )
