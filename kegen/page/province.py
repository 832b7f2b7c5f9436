"""A whole province on the page: drafts for every unit, how far that is, stop, the table from which each is opened."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kegen.cascade.run import Cascade, cascade
from kegen.cascade.run import Request as Wanted
from kegen.cascade.summary import STATUS_WORDS
from kegen.drafting.draft import DraftOptions
from kegen.page.folder import Folder
from kegen.page.templates import render_html
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError


class Run:
    """One province's run: begun, watched and stopped from the page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.target = path.with_name(f"{path.name.removesuffix(SUFFIX).removesuffix('.yaml')}-cac-don-vi")
        self.done, self.total = 0, 0
        self.why = ""
        self.result: Cascade | None = None
        self._stop = False
        self._task: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether units are being drafted."""
        return self._task is not None and not self._task.done()

    def begin(self) -> None:
        """Begin, unless it is under way."""
        if not self.is_running:
            self._stop, self.done, self.total, self.why, self.result = False, 0, 0, "", None
            self._task = asyncio.get_running_loop().create_task(self._work())

    def stop(self) -> None:
        """Begin no more units; what is in hand is finished."""
        self._stop = True

    async def _work(self) -> None:
        wanted = Wanted(self.path, self.target, options=DraftOptions(lasting=False))
        try:
            self.result = await asyncio.to_thread(cascade, wanted, lambda: self._stop, self._note)
        except KegenError as error:
            self.why = str(error)

    def _note(self, done: int, total: int) -> None:
        self.done, self.total = done, total


def province_routes() -> list[Route]:
    """Return the addresses of a province."""
    return [
        Route("/ca-tinh/{name}/", _page),
        Route("/ca-tinh/{name}/begin", _begin, methods=["POST"]),
        Route("/ca-tinh/{name}/stop", _stop, methods=["POST"]),
        Route("/ca-tinh/{name}/state", _show),
    ]


def _run(request: Request) -> Run:
    """Return the run of the plan or profile that the address names; raises HTTPException 404 for none of the folder."""
    folder: Folder = request.app.state.folder
    runs: dict[Path, Run] = request.app.state.runs
    name = request.path_params["name"]
    path = folder.plan(name) or folder.profile(name)
    request.app.state.presence.note()
    if path is None:
        raise HTTPException(404, "Không có kế hoạch này trong thư mục.")
    return runs.setdefault(path, Run(path))


async def _page(request: Request) -> Response:
    run, gate = _run(request), request.app.state.gate
    return HTMLResponse(render_html("province.html", root=gate.root, token=gate.token, run=run))


async def _begin(request: Request) -> Response:
    _run(request).begin()
    return JSONResponse({})


async def _stop(request: Request) -> Response:
    _run(request).stop()
    return JSONResponse({})


async def _show(request: Request) -> Response:
    """Return how far the run is, and the table at its end."""
    run = _run(request)
    root = request.app.state.gate.root
    html = (
        render_html("units.html", run=run, root=root, words=STATUS_WORDS) if run.result and not run.is_running else ""
    )
    return JSONResponse({"running": run.is_running, "done": run.done, "total": run.total, "why": run.why, "html": html})
