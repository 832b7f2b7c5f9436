"""A fingerprint in a .docx that tells, anywhere and without a record, whether kegen wrote it last.

It is the zip archive's own comment, which readers of .docx pass over: kegen:sha256 of all that stands
before it. Word, LibreOffice and Explorer write the archive anew and leave no comment.
"""

from __future__ import annotations

from hashlib import sha256

_END = b"PK\x05\x06"
_END_LENGTH = 22
_MARK = b"kegen:sha256="
_LENGTH = len(_MARK) + 64


def seal(data: bytes) -> bytes:
    """Return the archive with its fingerprint; the same for one that is sealed already."""
    if _sealed(data):
        data = data[:-_LENGTH]
    start = len(data) - _END_LENGTH
    if start < 0 or data[start : start + 4] != _END:
        raise ValueError("not a zip archive without a comment")
    whole = data[:-2] + _LENGTH.to_bytes(2, "little")
    return whole + _MARK + sha256(whole).hexdigest().encode()


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive, which has a place for a seal."""
    return data.startswith(b"PK")


def is_untouched(data: bytes) -> bool:
    """Whether the bytes are a draft of kegen's that nobody has changed since."""
    return _sealed(data) and data.endswith(sha256(data[:-_LENGTH]).hexdigest().encode())


def _sealed(data: bytes) -> bool:
    return data.startswith(_MARK, max(len(data) - _LENGTH, 0))


def without_comment(data: bytes) -> bytes:
    """Return the archive without the comment at its end, where a seal goes."""
    end = data.rfind(_END)
    return data if end < 0 else data[: end + _END_LENGTH - 2] + b"\0\0"
