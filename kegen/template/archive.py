"""Write a zip file from parts already deflated: the same parts give the same bytes.

Why not zipfile: it deflates every part anew for each draft, and importing it costs more than this file.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kegen.template.prepared import Packed

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _UTF8_NAME, _DEFLATED = 20, 0x800, 8
_TIME, _DATE = 0, 0x21  # 1980-01-01 00:00, the first moment a zip file knows


def archive(parts: Iterable[Packed]) -> bytes:
    """Return the zip file that holds the parts in the order given."""
    body, directory, count = bytearray(), bytearray(), 0
    for part in parts:
        directory += _central(part, len(body))
        body += _local(part)
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def _local(part: Packed) -> bytes:
    name = part.name.encode()
    facts = (_VERSION, _UTF8_NAME, _DEFLATED, _TIME, _DATE, part.crc, len(part.data), part.size, len(name), 0)
    return _LOCAL.pack(b"PK\3\4", *facts) + name + part.data


def _central(part: Packed, offset: int) -> bytes:
    name = part.name.encode()
    facts = (_VERSION, _VERSION, _UTF8_NAME, _DEFLATED, _TIME, _DATE, part.crc, len(part.data), part.size)
    return _CENTRAL.pack(b"PK\1\2", *facts, len(name), 0, 0, 0, 0, 0, offset) + name
