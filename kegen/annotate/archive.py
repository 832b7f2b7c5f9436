"""A zip file taken apart into records and put together again: a record nobody changed keeps its very bytes.

Why not zipfile: it writes every header anew, and with it flags, extra fields and data descriptors.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kegen.annotate.records import CENTRAL, LOCAL, NOT_IN_32_BITS, UTF8_NAME, Central, Member, content_of, new, renewed
from kegen.annotate.refusal import BROKEN, refused

_END = struct.Struct("<4s4H2IH")
_COUNTS = struct.Struct("<2H2I")
_COUNTS_AT = 8
_ODD = "có cấu trúc nén khác thường"


class Archive(NamedTuple):
    """A zip file; what stands before the first record and the end record with the comment are kept as they are."""

    lead: bytes
    members: tuple[Member, ...]
    """In the order of the directory, which need not be that of the records."""
    end: bytes

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(member.name for member in self.members)

    def read(self, name: str) -> bytes | None:
        """Return the content of a member, None where there is no such member."""
        return next((content_of(member) for member in self.members if member.name == name), None)

    def changed(self, contents: Mapping[str, bytes]) -> bytes:
        """Return the file with these contents; names it does not have yet come last."""
        members = [renewed(each, contents[each.name]) if each.name in contents else each for each in self.members]
        members += [new(name, content) for name, content in contents.items() if name not in self.names]
        body, offsets = bytearray(self.lead), {}
        for member in sorted(members, key=lambda each: each.head.offset):
            offsets[member.name] = len(body)
            body += member.record
        directory = b"".join(_listed(member, offsets[member.name]) for member in members)
        counts = _COUNTS.pack(len(members), len(members), len(directory), len(body))
        return bytes(body) + directory + self.end[:_COUNTS_AT] + counts + self.end[_COUNTS_AT + _COUNTS.size :]


def open_archive(data: bytes) -> Archive:
    """Take a zip file apart; raises KegenError for zip64, names that come twice and what is broken."""
    try:
        at = data.rindex(b"PK\5\6")
        _, _, _, _, count, length, start, _ = _END.unpack_from(data, at)
        listed = [(_name(head, tail), head, tail) for head, tail in _directory(data, start, at)]
    except (struct.error, ValueError):
        raise refused(BROKEN) from None
    names, starts = {name for name, _, _ in listed}, sorted({head.offset for _, head, _ in listed})
    if not names or start + length != at or not count == len(listed) == len(names) == len(starts):
        raise refused(_ODD)
    ends = dict(zip(starts, [*starts[1:], start], strict=True))
    members = (Member(*each, data[each[1].offset : ends[each[1].offset]]) for each in listed)
    return Archive(data[: starts[0]], tuple(map(_checked, members)), data[at:])


def _directory(data: bytes, start: int, end: int) -> Iterator[tuple[Central, bytes]]:
    while start < end:
        head = Central._make(CENTRAL.unpack_from(data, start))
        if head.signature != b"PK\1\2" or NOT_IN_32_BITS in (head.packed, head.size, head.offset):
            raise refused(_ODD)
        tail = start + CENTRAL.size
        start = tail + head.name_length + head.extra_length + head.comment_length
        yield head, data[tail:start]


def _name(head: Central, tail: bytes) -> str:
    return tail[: head.name_length].decode("utf-8" if head.flags & UTF8_NAME else "cp437")


def _checked(member: Member) -> Member:
    if not member.record.startswith(b"PK\3\4") or len(member.record) < LOCAL.size + member.head.packed:
        raise refused(_ODD)
    return member


def _listed(member: Member, offset: int) -> bytes:
    return CENTRAL.pack(*member.head._replace(offset=offset)) + member.tail
