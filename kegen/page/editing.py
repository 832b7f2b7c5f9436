"""What the form of a profile sends: edits, steps back and forth, a choice between two texts, the wish for a draft."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kegen.drafting.draft import DraftOptions, DraftResult, draft
from kegen.form.desk import NotWritten, Outcome
from kegen.form.edit import read_edit
from kegen.page.answers import answer_to
from kegen.page.bodies import read_json
from kegen.page.live import Live
from kegen.page.opened import live_of
from kegen.problem import KegenError
from kegen.vietnamese import upper_first

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def editing_routes() -> list[Route]:
    """Return the addresses under which a profile is changed and its draft is taken."""
    return [
        Route("/ho-so/{name}/edit", _edit, methods=["POST"]),
        Route("/ho-so/{name}/undo", _undo, methods=["POST"]),
        Route("/ho-so/{name}/redo", _redo, methods=["POST"]),
        Route("/ho-so/{name}/keep", _keep, methods=["POST"]),
        Route("/ho-so/{name}/draft", _draft, methods=["POST"]),
        Route("/ho-so/{name}/ban-soan.docx", _docx),
    ]


async def _edit(request: Request) -> Response:
    live, record = live_of(request), await read_json(request)
    try:
        edit = read_edit(record.get("edit"))
    except KegenError as error:
        return answer_to(NotWritten(None, str(error)))
    return await _done(live, partial(live.desk.write, edit, _text(record, "version")))


async def _undo(request: Request) -> Response:
    live = live_of(request)
    return await _done(live, live.desk.undo)


async def _redo(request: Request) -> Response:
    live = live_of(request)
    return await _done(live, live.desk.redo)


async def _keep(request: Request) -> Response:
    live, record = live_of(request), await read_json(request)
    return await _done(live, partial(live.desk.keep_mine, _text(record, "text"), _text(record, "version")))


async def _done(live: Live, work: Callable[[], Outcome]) -> Response:
    outcome = await asyncio.to_thread(work)
    return answer_to(outcome, live.ask())


async def _draft(request: Request) -> Response:
    """Write the draft beside the profile, as `kegen draft` would."""
    live = live_of(request)
    target = live.path.with_suffix(".docx")
    result = await asyncio.to_thread(draft, live.path, target, DraftOptions())
    return JSONResponse(
        {"message": _outcome_text(result, target.name), "saved": result.saved is not None, "stop": result.stop}
    )


def _outcome_text(result: DraftResult, name: str) -> str:
    if result.saved is not None:
        return f"Đã ghi bản soạn vào {result.saved.path.name}."
    if result.stop == "wrong":
        return "Hồ sơ còn lỗi nên chưa soạn được; hãy sửa các lỗi được nêu."
    if result.stop == "edited":
        return (
            f"Bản soạn mới được tải về máy; {name} trong thư mục đã được sửa nên giữ nguyên. Muốn đưa chỗ sửa vào hồ sơ"
            " thì thả tệp ấy vào trang này."
        )
    return upper_first(result.obstacle)


async def _docx(request: Request) -> Response:
    """Return the draft as the pages show it, also where the file in the folder was edited and stays as it is."""
    live = live_of(request)
    drawing = await asyncio.to_thread(live.drawn)
    if drawing.is_broken:
        raise HTTPException(409, "Hồ sơ còn lỗi nên chưa soạn được bản Word; hãy sửa các lỗi được nêu.")
    name = f"{live.path.stem}.docx"
    ascii_name = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    disposition = f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name)}"
    return Response(drawing.docx, media_type=_WORD, headers={"Content-Disposition": disposition})


def _text(record: dict[str, Any], name: str) -> str:
    """Return a text of the request; raises HTTPException 400 where it is none."""
    value = record.get(name)
    if not isinstance(value, str):
        raise HTTPException(400, "Trang gửi một yêu cầu không đúng dạng; hãy tải lại trang.")
    return value
