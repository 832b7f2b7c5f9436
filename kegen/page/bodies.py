"""What comes with a request, read within bounds of size and time."""

from __future__ import annotations

from asyncio import timeout
from json import dumps, loads
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

MOST_EDIT: Final = 1 << 20
"""Bytes of an edit; a profile is a few dozen thousand."""
MOST_FILE: Final = 64 << 20
"""Bytes of a file dropped on the page: as much as the reader of documents takes."""
_SECONDS: Final = 60.0


async def read_body(request: Request, most: int) -> bytes:
    """Return the body; raises HTTPException 413 for a larger one, 408 for one that does not come to its end."""
    if int(request.headers.get("content-length") or 0) > most:
        raise HTTPException(413, "Tệp gửi lên quá lớn.")
    chunks, size = list[bytes](), 0
    try:
        async with timeout(_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise HTTPException(413, "Tệp gửi lên quá lớn.")
                chunks.append(chunk)
    except (TimeoutError, ClientDisconnect):
        raise HTTPException(408, "Chưa nhận đủ nội dung gửi lên; hãy gửi lại.") from None
    return b"".join(chunks)


async def read_json(request: Request, most: int = MOST_EDIT) -> dict[str, Any]:
    """Return the JSON object of the body; raises HTTPException 400 for anything else."""
    body = await read_body(request, most)
    try:
        record = loads(body)
        dumps(record, ensure_ascii=False).encode()  # halves of characters stand in no file
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise HTTPException(400, "Trang gửi một yêu cầu không đúng dạng; hãy tải lại trang.")
    return record
