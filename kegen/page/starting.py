"""The start of the page: the folder's received plans and profiles, and the way to new ones."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from kegen.page.folder import Folder
from kegen.page.templates import render_html
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError
from kegen.profile.read import load
from kegen.starting.confirming import open_plan
from kegen.vietnamese import upper_first

_PROVINCES = {"tinh", "thanh-pho"}


class ReceivedPlan(NamedTuple):
    """A plan of the folder that was read, or why it cannot be."""

    file: str
    name: str
    open: int = 0
    """How many questions nobody has answered yet."""
    wrong: str = ""
    is_province: bool = False
    """Whether communes stand under who issued it."""


def starting_routes() -> list[Route]:
    """Return the addresses of the start."""
    return [Route("/", _start), Route("/events", _stay), Route("/ping", _ping)]


async def _start(request: Request) -> Response:
    folder: Folder = request.app.state.folder
    gate = request.app.state.gate
    request.app.state.presence.note()
    listed = await asyncio.to_thread(folder.listed)
    plans = await asyncio.to_thread(lambda: [_received(each) for each in listed.plans])
    profiles = await asyncio.to_thread(lambda: [(each, _is_of_province(each)) for each in listed.profiles])
    values = {"root": gate.root, "token": gate.token, "folder": folder.path.resolve()}
    return HTMLResponse(render_html("start.html", plans=plans, profiles=profiles, links=listed.links, **values))


async def _stay(request: Request) -> Response:
    return StreamingResponse(request.app.state.presence.stay(), media_type="text/event-stream")


async def _ping(request: Request) -> Response:
    request.app.state.presence.note()
    return Response(status_code=204)


def _is_of_province(path: Path) -> bool:
    """Whether it is the profile of a province; not where it cannot be read."""
    try:
        return load(path).profile.unit.level in _PROVINCES
    except KegenError:
        return False


def _received(path: Path) -> ReceivedPlan:
    name = path.name.removesuffix(SUFFIX)
    try:
        opened = open_plan(path)
        is_province = opened.plan.standing.level in _PROVINCES
        return ReceivedPlan(path.name, name, len(opened.open), is_province=is_province)
    except KegenError as error:
        return ReceivedPlan(path.name, name, wrong=upper_first(str(error)))
