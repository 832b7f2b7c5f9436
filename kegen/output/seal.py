"""The seal of what kegen wrote: it tells, anywhere and without a record, whether anybody has written into it since.

A draft tells it by its own properties (`kegen.identity`). What has none, a copy, a workbook, an older draft, has in the
archive's own comment, which readers of .docx pass over, kegen:sha256 of all that stands before it. Word, LibreOffice
and Explorer write the archive anew and leave no comment.

What is made of somebody's own document, a copy with remarks or with changes marked, has before that the digest of
what it is made of: it can be made again from that alone, and is no draft.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from kegen.identity import is_as_drafted

_END = b"PK\x05\x06"
_END_LENGTH = 22
_MARK = b"kegen:sha256="
_SEAL = re.compile(rb"kegen:(?:copy=([0-9a-f]{64}):)?sha256=([0-9a-f]{64})\Z")
_LONGEST = len("kegen:copy=:sha256=") + 128
_LARGEST_PART = 64 << 20
_REMARKS = rb'w:author="kegen"'
"""How kegen signs what it writes into somebody's document."""


def seal(data: bytes, origin: str = "") -> bytes:
    """Return the archive with its fingerprint; the same for one that is sealed already."""
    data = without_comment(data) if is_sealed(data) else data
    start = len(data) - _END_LENGTH
    if start < 0 or data[start : start + 4] != _END:
        raise ValueError("not a zip archive without a comment")
    copy = f"kegen:copy={origin}:sha256=" if origin else ""
    mark = copy.encode() or _MARK
    whole = data[:-2] + (len(mark) + 64).to_bytes(2, "little")
    return whole + mark + sha256(whole + copy.encode()).hexdigest().encode()


def seal_copy(data: bytes, sources: Iterable[bytes]) -> bytes:
    """Return the archive with the fingerprint of a copy, or the like, of those documents of somebody's."""
    return seal(without_comment(data), sha256(b"".join(sha256(each).digest() for each in sources)).hexdigest())


def _seal_in(data: bytes) -> re.Match[bytes] | None:
    return _SEAL.search(data, max(len(data) - _LONGEST, 0))


def is_sealed(data: bytes) -> bool:
    """Whether a fingerprint, right or wrong, is at the end."""
    return _seal_in(data) is not None


def origin_in(data: bytes) -> str:
    """Return the digest of what it is a copy of, as its fingerprint has it; "" for a draft, and for no fingerprint."""
    found = _seal_in(data)
    return (found[1] or b"").decode() if found else ""


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive, which has a place for a seal."""
    return data.startswith(b"PK")


def is_copy(data: bytes) -> bool:
    """Whether the bytes are a copy that kegen made of somebody's document."""
    return is_sealed(data) and (bool(origin_in(data)) or _has_remarks(data))


def is_untouched(data: bytes, origin: str = "") -> bool:
    """Whether the bytes are a draft of kegen's, or a copy of that origin, which nobody has changed since."""
    found = _seal_in(data)
    if found is None and not origin:
        return is_as_drafted(data)
    if found is None or (found[1] or b"").decode() != origin:
        return False
    whole = data[: found.start(2) if origin else found.start()]
    return found[2] == sha256(whole).hexdigest().encode() and (bool(origin) or not _has_remarks(data))


def _has_remarks(data: bytes) -> bool:
    """Whether kegen's remarks or marked changes are in it: kegen 0.1.0 sealed such copies as if they were drafts."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = [each for each in archive.infolist() if each.filename in ("word/comments.xml", "word/document.xml")]
            return any(
                each.file_size > _LARGEST_PART or re.search(_REMARKS, archive.read(each), re.IGNORECASE)
                for each in parts
            )
    except (BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError):
        return False


def without_comment(data: bytes) -> bytes:
    """Return the archive without the comment at its end, where a seal goes."""
    end = data.rfind(_END)
    return data if end < 0 else data[: end + _END_LENGTH - 2] + b"\0\0"
