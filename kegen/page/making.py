"""A new profile, made on the page: its questions, units found as they are typed, the file written."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kegen.country import PROVINCES, official_name
from kegen.gazetteer.units import units_of
from kegen.output.guard import save
from kegen.page.asking import Round, ask_all
from kegen.page.bodies import read_json
from kegen.page.folder import Folder
from kegen.page.templates import render_html
from kegen.problem import KegenError
from kegen.starting.editor import put_schema
from kegen.starting.make import make_profile
from kegen.starting.new_file import free_path, named_from
from kegen.starting.questions import plan_above, starting
from kegen.starting.which_unit import unit_name_of
from kegen.vietnamese import fold, upper_first

_MOST_UNITS = 20


def making_routes() -> list[Route]:
    """Return the addresses under which a profile is made."""
    return [
        Route("/moi", _new),
        Route("/moi/cau-hoi", _questions, methods=["POST"]),
        Route("/moi/ghi", _make, methods=["POST"]),
        Route("/don-vi", _units),
    ]


async def _new(request: Request) -> Response:
    """Show the questions, those of the plan above that the address names."""
    parent = request.query_params.get("parent", "")
    path = _parent(request, parent)
    asked = await asyncio.to_thread(ask_all, {}, path)
    gate = request.app.state.gate
    values = {"root": gate.root, "token": gate.token, "parent": parent, "provinces": PROVINCES}
    return HTMLResponse(render_html("new.html", asked=asked, above=plan_above({"parent": path}), **values))


async def _questions(request: Request) -> Response:
    """Return the questions anew, after what was answered by now."""
    record = await read_json(request)
    asked = await _asked(request, record)
    html = render_html("questions.html", asked=asked)
    return JSONResponse({"html": html, "whole": asked.is_whole})


async def _make(request: Request) -> Response:
    """Write the profile; where an answer is wrong or missing, show the questions with that."""
    record = await read_json(request)
    asked = await _asked(request, record)
    if not asked.is_whole:
        html = render_html("questions.html", asked=asked)
        return JSONResponse({"html": html, "why": "Còn câu phải trả lời trước khi ghi hồ sơ."}, 422)
    folder: Folder = request.app.state.folder
    try:
        path = await asyncio.to_thread(_written, asked, folder.path)
    except KegenError as error:
        return JSONResponse({"why": upper_first(str(error))}, 422)
    return JSONResponse({"next": f"{request.app.state.gate.root}/ho-so/{quote(path.name)}/"})


async def _asked(request: Request, record: dict[str, Any]) -> Round:
    given = record.get("answers")
    typed = {str(name): str(text) for name, text in given.items()} if isinstance(given, dict) else {}
    return await asyncio.to_thread(ask_all, typed, _parent(request, str(record.get("parent", ""))))


def _parent(request: Request, name: str) -> str:
    """Return the file of the plan of that name in the folder, "" for none asked; raises HTTPException for no other."""
    folder: Folder = request.app.state.folder
    request.app.state.presence.note()
    if not name:
        return ""
    path = folder.plan(name)
    if path is None:
        raise HTTPException(404, "Không có kế hoạch cấp trên này trong thư mục.")
    return str(path)


def _written(asked: Round, folder: Path) -> Path:
    answers = asked.answers
    parent = answers["parent"]
    unit = starting(answers)._replace(number=answers.get("number", ""), date=answers.get("date", ""))
    path = free_path(unit, folder)
    if parent:
        unit = unit._replace(parent=named_from(Path(parent), folder))
    made = make_profile(unit, path, plan_above(answers))
    save(path, made.text.encode(), like=[Path(parent)] if parent else [])
    put_schema(folder)
    return path


async def _units(request: Request) -> Response:
    """Return the units whose names have the letters typed, those that begin with them first."""
    typed, province = request.query_params.get("q", "")[:60], request.query_params.get("province", "")[:60]
    return JSONResponse(await asyncio.to_thread(_found, typed, province))


def _found(typed: str, province: str) -> list[str]:
    wanted, within = fold(typed), official_name(province) if province else None
    if not wanted:
        return []
    units = [unit for each in ([within] if within else PROVINCES) for unit in units_of(each)]
    near = [unit for unit in units if wanted in fold(unit_name_of(unit))]
    near.sort(key=lambda unit: (not fold(unit.name).startswith(wanted), unit.name))
    return [unit_name_of(unit, with_province=within is None) for unit in near[:_MOST_UNITS]]
