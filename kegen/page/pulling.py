"""An edited draft dropped on the page of its profile: what it brings is shown, and written once a person says so."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kegen.check.words import opening
from kegen.compare.change import Piece, pieces_of
from kegen.form.desk import version_of
from kegen.page.bodies import MOST_FILE, read_body, read_json
from kegen.page.live import Live
from kegen.page.opened import live_of
from kegen.page.receiving import NAME_HEADER
from kegen.page.templates import render_html
from kegen.problem import KegenError
from kegen.pulling.files import NotItsDraft, SavedElsewhere, Sent, pull_file, write_profile
from kegen.pulling.notices import Notice, Pulled, renumbered_line, short_notice
from kegen.vietnamese import upper_first

_VERBS = {"reworded": "Sửa", "added": "Thêm", "removed": "Bỏ", "moved": "Chuyển", "looks": "Kiểu chữ"}
_GLIMPSE = 12
"""Words that tell a paragraph from others."""
_CHANGED = "Hồ sơ đã được sửa ở nơi khác sau khi đọc bản Word; hãy thả lại bản Word để xem rồi ghi."
_ELSEWHERE = (
    "Kế hoạch cấp trên gửi xuống thì thả ở trang Thư mục; bản soạn của đơn vị khác thì thả ở trang hồ sơ của đơn vị ấy."
)


class Offer(NamedTuple):
    """What an edited draft would bring into the profile: nothing is written until a person takes it."""

    before: bytes
    """The profile that it was read against."""
    pulled: Pulled


class _Comparison(NamedTuple):
    """Words of a difference: of a row of a table those of one cell."""

    column: str
    pieces: tuple[Piece, ...]
    """Those that went and came told apart."""


class _Line(NamedTuple):
    """One difference as the page shows it."""

    verb: str
    where: str
    comparisons: tuple[_Comparison, ...]
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
        return JSONResponse({"why": f"{error.what}. {_ELSEWHERE}"}, 422)
    except KegenError as error:
        return JSONResponse({"why": str(error)}, 422)
    request.app.state.offers[live.path] = offer
    pulled = offer.pulled
    takes = pulled.data != offer.before
    shown = {"counts": _counts(pulled), "groups": _groups(pulled), "remarks": _remarks(pulled), "takes": takes}
    line = renumbered_line(pulled.renumbered) if pulled.renumbered else ""
    html = render_html("pulled.html", pulled=pulled, line=line, name=name, profile=live.path.name, **shown)
    return JSONResponse({"html": html, "version": version_of(offer.before), "takes": takes})


def _offered(live: Live, sent: Sent) -> Offer:
    data, _ = live.desk.read()
    return Offer(data, pull_file(sent, data, live.path))


def _counts(pulled: Pulled) -> str:
    """Return in one line how much there is of what."""
    counts = (
        (len(pulled.taken), "chỗ sửa nhận được"),
        (len(pulled.left), "chỗ không đặt được vào hồ sơ"),
        (len(pulled.contradictions), "chỗ mâu thuẫn"),
        (len(pulled.comments), "nhận xét ở lề"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def _groups(pulled: Pulled) -> list[tuple[str, list[_Line]]]:
    """Return what is to be shown under which heading: first what a person has to do something about."""
    groups = (
        ("Không đặt được vào hồ sơ, cần tự ghi lại", pulled.left),
        ("Mâu thuẫn, cần xem lại", pulled.contradictions),
        ("Nhận vào hồ sơ", pulled.taken),
        ("Soạn lại sẽ khác bản Word", pulled.follows),
    )
    return [(title, list(map(_line, notices))) for title, notices in groups if notices]


def _line(notice: Notice) -> _Line:
    comparisons = tuple(_Comparison(each.column, pieces_of(each.old, each.new)) for each in notice.cells)
    if notice.how == "moved":
        comparisons = (_Comparison("", (Piece("same", notice.new),)),)
    verb = _VERBS[notice.how] if notice.old != notice.new else "Xem lại"
    return _Line(
        verb, notice.where, comparisons or (_Comparison("", pieces_of(*short_notice(notice))),), upper_first(notice.why)
    )


def _remarks(pulled: Pulled) -> list[tuple[str, str, str]]:
    """Return who remarked what in the margin beside which paragraph."""
    return [(each.author, each.text, opening(each.about, _GLIMPSE)) for each in pulled.comments]


async def _take(request: Request) -> Response:
    """Write what was shown, unless the profile is another by now."""
    live, record = live_of(request), await read_json(request)
    offer: Offer | None = request.app.state.offers.pop(live.path, None)
    if offer is None or record.get("version") != version_of(offer.before):
        return JSONResponse({"why": _CHANGED}, 422)
    try:
        backup = await asyncio.to_thread(write_profile, live.path, offer.before, offer.pulled.data)
    except SavedElsewhere:
        return JSONResponse({"why": _CHANGED}, 422)
    except KegenError as error:
        return JSONResponse({"why": upper_first(str(error))}, 422)
    written = live.desk.note(offer.before, offer.pulled.data)
    message = f"Đã ghi {len(offer.pulled.taken)} chỗ sửa vào hồ sơ; hồ sơ cũ được giữ tại {backup.name}."
    if left := len(offer.pulled.left):
        message += f" Còn {left} chỗ cần tự ghi lại: thả lại bản Word ấy để xem."
    return JSONResponse({"version": written.version, "message": message, "turn": live.ask()})
