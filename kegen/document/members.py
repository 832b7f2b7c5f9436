"""The members of a zip file that is as programs write it; where anything is unusual zipfile is to decide, not this.

Why not zipfile alone: importing it and opening a file with it take longer than inflating all parts of a plan.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from kegen.document.recent import Recent

_END = struct.Struct("<4s4H2LH")
_END_64 = b"PK\6\7"
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_HEADER = struct.Struct("<4s2B4HL2L2H")
_LATEST = 45
_FLAGS = 0x80E
"""The usual flags: how hard it was packed, sizes told after the data, a name in UTF-8."""
_STORED, _DEFLATED = 0, 8
_LARGEST_KEPT = 1 << 16
INFLATED: Recent[tuple[bytes, int, int, int], bytes] = Recent(24)
"""What members hold: styles, settings and headers are the same in all files made from one template."""


class Member(NamedTuple):
    """A member as the directory tells of it."""

    offset: int
    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    limit: int
    """Where the member after it, or the directory, begins."""


def members(data: bytes) -> dict[str, Member] | None:
    """Return the members by name, None for a file that is unusual in any way."""
    end = _END.unpack_from(data, len(data) - _END.size) if len(data) > _END.size else (b"",)
    if end[0] != b"PK\5\6" or end[1:3] != (0, 0) or end[3] != end[4] or end[7] or data[-42:-38] == _END_64:
        return None
    _, _, _, count, _, size, start, _ = end
    if start + size != len(data) - _END.size:
        return None
    found = _listed(data[start : start + size], count, start)
    names = {each.name.decode(): each for each in found or ()}
    return names if found is not None and len(names) == count else None


def _listed(directory: bytes, count: int, start: int) -> list[Member] | None:
    """Return the members a directory lists, by where they begin, the last first."""
    found: list[tuple[int, bytes, int, int, int, int, int]] = []
    at = 0
    while at + _ENTRY.size <= len(directory) and len(found) < count:
        (sign, _, _, version, _, flags, method, _, _, crc, packed, size, length, *more, _, _, offset) = (
            _ENTRY.unpack_from(directory, at)
        )
        name = directory[at + _ENTRY.size : at + _ENTRY.size + length]
        if sign != b"PK\1\2" or version > _LATEST or flags & ~_FLAGS or any(more) or not _is_plain(name):
            return None
        found.append((offset, name, flags, method, crc, packed, size))
        at += _ENTRY.size + length
    if at != len(directory) or len(found) != count:
        return None
    found.sort()
    limits = [*(each[0] for each in found[1:]), start]
    return [Member(*each, limit) for each, limit in zip(found, limits, strict=True)]


def _is_plain(name: bytes) -> bool:
    """Whether all readers take the name for the same."""
    return name.isascii() and name != b"" and b"\0" not in name and b"\\" not in name


def inflated(data: bytes, member: Member, most: int) -> bytes | None:
    """Return what a member holds, None where it is larger than that or anything is unusual."""
    start = member.offset + _HEADER.size
    if member.size > most or start > member.limit:
        return None
    sign, _, _, flags, *_, length, extra = _HEADER.unpack_from(data, member.offset)
    name = data[start : start + length]
    start += length + extra
    if sign != b"PK\3\4" or flags != member.flags or name != member.name or start + member.packed > member.limit:
        return None
    return _content(data[start : start + member.packed], member)


def _content(packed: bytes, member: Member) -> bytes | None:
    """Return what a member holds, None for data that is damaged or unusual."""
    key = (packed, member.method, member.size, member.crc)
    content = INFLATED.get(key)
    if content is None:
        content = _unpacked(packed, member)
        if content is None or zlib.crc32(content) != member.crc:
            return None
        if member.size <= _LARGEST_KEPT:
            INFLATED.put(key, content)
    return content


def _unpacked(packed: bytes, member: Member) -> bytes | None:
    if member.method == _STORED:
        return packed if len(packed) == member.size else None
    if member.method != _DEFLATED:
        return None
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflating.decompress(packed, member.size + 1)
    except zlib.error:
        return None
    return content if inflating.eof and not inflating.unused_data and len(content) == member.size else None
