"""The profile that an address is about."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kegen.page.folder import Folder
from kegen.page.live import Live


def live_of(request: Request) -> Live:
    """Return the profile of the address, opened; raises HTTPException 404 for none of the folder."""
    folder: Folder = request.app.state.folder
    path = folder.profile(request.path_params["name"])
    if path is None:
        raise HTTPException(404, "Không có hồ sơ này trong thư mục.")
    request.app.state.presence.note()
    return folder.live(path)
