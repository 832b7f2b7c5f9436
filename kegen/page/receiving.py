"""A received plan dropped on the page: kept in the folder, read in a process with bounds, its questions answered."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from unicodedata import category, normalize
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kegen.form.desk import version_of
from kegen.importing.document import check_kind
from kegen.output.whole import check_name, write_whole
from kegen.page.bodies import MOST_FILE, read_body, read_json
from kegen.page.folder import Folder
from kegen.page.templates import render_html
from kegen.plan.saved import SUFFIX
from kegen.problem import KegenError
from kegen.starting.confirming import Opened, open_plan, question, write_answers
from kegen.vietnamese import upper_first

NAME_HEADER: Final = "x-kegen-name"
_UNSEEN = "Cf"
"""Characters that are not seen, or turn the direction of others around, so that a name reads as another."""
_HIDING = ".~$"
"""What files that nobody is to see begin with; `~$` those that Word puts beside an open one."""
_LONGEST_NAME = 120
_MOST_BYTES = 200
"""Of the name without its ending: file systems take 255 in all, and a plan that was read has a longer ending."""
_SECONDS: Final = 300.0
"""How long reading a received plan may take."""


def receiving_routes() -> list[Route]:
    """Return the addresses under which plans are received and confirmed."""
    return [
        Route("/nhan", _receive, methods=["POST"]),
        Route("/ke-hoach/{name}/", _plan),
        Route("/ke-hoach/{name}/answers", _answer, methods=["POST"]),
    ]


async def _receive(request: Request) -> Response:
    """Keep a file in the folder and read it; where that cannot be, tell why, as the command line would."""
    folder: Folder = request.app.state.folder
    request.app.state.presence.note()
    try:
        name = _safe_name(unquote(request.headers.get(NAME_HEADER, "")))
        async with request.app.state.hands:
            data = await read_body(request, MOST_FILE)
            file = await asyncio.to_thread(_saved, folder.path, name, data)
            plan = await _read(file)
    except KegenError as error:
        return JSONResponse({"why": str(error)}, 422)
    opened = await asyncio.to_thread(open_plan, plan)
    step = f"ke-hoach/{quote(plan.name)}/" if opened.open else f"moi?parent={quote(plan.name)}"
    return JSONResponse({"next": f"{request.app.state.gate.root}/{step}", "plan": plan.name})


def _safe_name(name: str) -> str:
    """Return the name of a dropped file without any folder; raises KegenError for one that cannot be a file's here."""
    name = "".join(each for each in name.replace("\\", "/").rpartition("/")[2] if category(each) != _UNSEEN)
    path = Path(normalize("NFC", name).strip().lstrip(_HIDING))
    check_kind(path)
    stem = path.stem[: _LONGEST_NAME - len(path.suffix)].encode()[:_MOST_BYTES].decode(errors="ignore")
    short = f"{stem.rstrip(' .')}{path.suffix}"
    check_name(Path(short))
    return short


def _saved(folder: Path, name: str, data: bytes) -> Path:
    """Write the file into the folder under a name that is free; one of the same content serves as it is."""
    for file in _names(folder, Path(name).stem, Path(name).suffix):
        if not os.path.lexists(file):
            write_whole(file, data)
            return file
        if file.is_file() and file.read_bytes() == data:
            return file
    raise AssertionError


def _names(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """Yield the names that a file may get, without end."""
    yield folder / f"{stem}{suffix}"
    number = 2
    while True:
        yield folder / f"{stem} ({number}){suffix}"
        number += 1


def _free(file: Path) -> Path:
    """Return where the plan that is read from the file goes; a link that leads nowhere is not free."""
    return next(each for each in _names(file.parent, file.stem, SUFFIX) if not os.path.lexists(each))


async def _read(file: Path) -> Path:
    """Have another process read the plan, and return where it is; raises KegenError with the words of that process."""
    target = _free(file)
    command = [sys.executable, "-m", "kegen", "import", str(file), "--output", str(target), "--format", "json"]
    pipe = asyncio.subprocess.PIPE
    environment = os.environ | {"PYTHONUTF8": "1"}
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=environment
    )
    try:
        async with asyncio.timeout(_SECONDS):
            _, printed = await process.communicate()
    except TimeoutError:
        raise KegenError(f"{file.name}: đọc quá {_SECONDS / 60:.0f} phút chưa xong nên đã dừng") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not target.exists():
        words = printed.decode("utf-8", "replace").strip().replace(f"{file.parent}/", "")
        raise KegenError(words or f"{file.name}: không đọc được tệp này")
    return target


def _opened(request: Request) -> Opened:
    """Return the saved plan of the address; raises HTTPException 404 for none of the folder, 422 for a wrong one."""
    folder: Folder = request.app.state.folder
    path = folder.plan(request.path_params["name"])
    request.app.state.presence.note()
    if path is None:
        raise HTTPException(404, "Không có kế hoạch này trong thư mục.")
    try:
        return open_plan(path)
    except KegenError as error:
        raise HTTPException(422, upper_first(str(error))) from None


async def _plan(request: Request) -> Response:
    opened = await asyncio.to_thread(_opened, request)
    gate = request.app.state.gate
    questions = [question(each, opened.plan) for each in opened.open]
    version = version_of(opened.data)
    values = {"root": gate.root, "token": gate.token, "name": opened.path.name, "plan": opened.plan, "version": version}
    return HTMLResponse(render_html("plan.html", questions=questions, **values))


async def _answer(request: Request) -> Response:
    """Write the answers, all or none: what is wrong with one is told at its question."""
    record = await read_json(request)
    opened = await asyncio.to_thread(_opened, request)
    if record.get("version") != version_of(opened.data):
        why = "Tệp kế hoạch đã được sửa ở nơi khác; hãy tải lại trang rồi trả lời tiếp, câu đã gõ vẫn còn ở đây."
        return JSONResponse({"why": why}, 409)
    settled, wrong = _settled(opened, record.get("answers"))
    if wrong:
        return JSONResponse({"why": "Có câu trả lời chưa dùng được.", "errors": wrong}, 422)
    try:
        if settled:
            await asyncio.to_thread(write_answers, opened, settled)
    except KegenError as error:
        return JSONResponse({"why": upper_first(str(error))}, 422)
    return JSONResponse({"next": f"{request.app.state.gate.root}/moi?parent={quote(opened.path.name)}"})


def _settled(opened: Opened, given: Any) -> tuple[dict[str, str], dict[str, str]]:  # noqa: ANN401 - of a request
    """Return the answers as they are to be written, and what is wrong with others, by the questions' ids."""
    answers, settled, wrong = given if isinstance(given, dict) else {}, dict[str, str](), dict[str, str]()
    for each in opened.open:
        text = answers.get(each.id)
        if isinstance(text, str) and text.strip():
            try:
                settled[each.id] = question(each, opened.plan).settled(text)
            except ValueError as error:
                wrong[each.id] = upper_first(str(error))
    return settled, wrong
