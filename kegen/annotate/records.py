"""The members of a zip file as they stand in it: header, data and the entry in the directory (APPNOTE 4.3)."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from kegen.annotate.refusal import BROKEN, refused

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
NOT_IN_32_BITS = 0xFFFFFFFF
UTF8_NAME = 0x800
_FIELD = struct.Struct("<2H")
_VERSION, _DEFLATED, _STORED = 20, 8, 0
_TIME, _DATE = 0, 0x21  # 1980-01-01 00:00, the first moment a zip file knows
_DESCRIPTOR_FOLLOWS, _ENCRYPTED = 0x8, 0x1 | 0x40 | 0x2000
_ZIP64_FIELD = 1
_MOST = 64 << 20


class Local(NamedTuple):
    """The header before the data of a member."""

    signature: bytes
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int


class Central(NamedTuple):
    """The header of a member in the directory at the end."""

    signature: bytes
    made_by: int
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    internal: int
    external: int
    offset: int


class Member(NamedTuple):
    """One member: its header in the directory, the name, extra field and comment after it, its record in the file."""

    name: str
    head: Central
    tail: bytes
    record: bytes
    """From its local header to the next member's: data, data descriptor and any gap."""


def content_of(member: Member) -> bytes:
    """Return what a member holds; raises KegenError where it is broken, locked or too large."""
    head, data = member.head, _split(member.record)[3][: member.head.packed]
    if head.flags & _ENCRYPTED or head.method not in (_STORED, _DEFLATED):
        raise refused("có mật khẩu hoặc nén theo cách Word không dùng")
    if head.size > _MOST:
        raise refused("giải nén ra quá lớn so với một văn bản")
    try:
        content = data if head.method == _STORED else zlib.decompressobj(-15).decompress(data, head.size + 1)
    except zlib.error:
        raise refused(BROKEN) from None
    if len(content) != head.size or zlib.crc32(content) != head.crc:
        raise refused(BROKEN)
    return content


def renewed(member: Member, content: bytes) -> Member:
    """Return the member with other content; its sizes then stand in its header, no more in a data descriptor."""
    head, data = member.head, _packed(content, member.head.method)
    flags, crc = head.flags & ~_DESCRIPTOR_FOLLOWS, zlib.crc32(content)
    local, name, extra, _ = _split(member.record)
    extra = _without_zip64(extra)
    local = local._replace(flags=flags, crc=crc, packed=len(data), size=len(content), extra_length=len(extra))
    record = LOCAL.pack(*local) + name + extra + data
    spelled, listed, comment = _tail(member)
    head = head._replace(flags=flags, crc=crc, packed=len(data), size=len(content), extra_length=len(listed))
    return Member(member.name, head, spelled + listed + comment, record)


def new(name: str, content: bytes) -> Member:
    """Return a member that the file does not have yet."""
    data, spelled = _packed(content, _DEFLATED), name.encode()
    shared = (UTF8_NAME, _DEFLATED, _TIME, _DATE, zlib.crc32(content), len(data), len(content), len(spelled), 0)
    local = LOCAL.pack(b"PK\3\4", _VERSION, *shared)
    head = Central(b"PK\1\2", _VERSION, _VERSION, *shared, 0, 0, 0, 0, NOT_IN_32_BITS)
    return Member(name, head, spelled, local + spelled + data)


def _split(record: bytes) -> tuple[Local, bytes, bytes, bytes]:
    """Return the local header of a record, its name, its extra field and all that follows."""
    local = Local._make(LOCAL.unpack_from(record))
    name = LOCAL.size + local.name_length
    extra = name + local.extra_length
    return local, record[LOCAL.size : name], record[name:extra], record[extra:]


def _tail(member: Member) -> tuple[bytes, bytes, bytes]:
    """Return name, extra field without zip64 and comment in the directory."""
    name = member.head.name_length
    extra = name + member.head.extra_length
    return member.tail[:name], _without_zip64(member.tail[name:extra]), member.tail[extra:]


def _packed(content: bytes, method: int) -> bytes:
    if method == _STORED:
        return content
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(content) + deflate.flush()


def _without_zip64(extra: bytes) -> bytes:
    """Return an extra field without the sizes of 64 bits that some writers add though 32 are enough."""
    kept, at = b"", 0
    while at + _FIELD.size <= len(extra):
        kind, length = _FIELD.unpack_from(extra, at)
        after = at + _FIELD.size + length
        kept += b"" if kind == _ZIP64_FIELD else extra[at:after]
        at = after
    return kept
