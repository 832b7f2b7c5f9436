"""Which draft a Word file is, and its fingerprint: properties of kegen's in the part for such, docProps/custom.xml.

Word and LibreOffice keep the properties and write all other parts anew: a fingerprint that no longer agrees tells that
somebody has saved the draft. What the properties say is read by `kegen.docx.identity`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from kegen.look_alikes import settle
from kegen.vietnamese import normalise

CUSTOM_PART = "docProps/custom.xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES = {
    "level": "kegen-cap",
    "unit": "kegen-don-vi",
    "province": "kegen-tinh",
    "directive": "kegen-van-ban-chi-dao",
    "profile": "kegen-ho-so",
}
"""The property of each field of an identity."""
FINGERPRINT = "kegen-dau-niem"
MARKS = "_kg_"
"""What the name of every mark begins with; Word hides bookmarks that begin with `_`."""
DIGESTS = "kegen-chu"
"""What the names of those properties begin with that hold a digest of each text of a draft."""
OURS = "kegen-"
"""What the names of all properties of kegen's begin with, those of older versions too."""
_LEAD = re.compile(r"(?:[\W_]*(?:\d+|[ivxlc]+|[a-zđ])(?![^\W_]))*")
_MARKS_OF_TEXT = bytes(code for code in range(128) if not chr(code).isalnum())
_IN_ONE = 34
"""So many digests stand in one property: Word cuts a longer value."""
_VALUE = re.compile(rf'(name="{FINGERPRINT}"[^>]*><vt:lpwstr>)[0-9a-f]*(?=</vt:lpwstr>)')
_LARGEST = 1 << 20
_END, _END_LENGTH = b"PK\x05\x06", 22
_UNREADABLE = (BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, NotImplementedError)


class Identity(NamedTuple):
    """Whose draft it is and what it was made of, "" for what is not known."""

    level: str
    unit: str
    province: str
    directive: str
    """The pack."""
    profile: str
    """The name of the profile's file, without its folder."""


def digest_of(text: str) -> str:
    """Return a short digest of the letters of a text, whatever number or mark stands before them, or blank between."""
    low = (normalise(text) if text.isprintable() else settle(normalise(text))).lower()
    letters = _LEAD.sub("", low, count=1).encode().translate(None, _MARKS_OF_TEXT)
    return f"{zlib.crc32(letters):08x}"[:6]


def digest_lines(texts: Iterable[str]) -> list[str]:
    """Return the digests of texts as the values of properties."""
    digests = list(dict.fromkeys(map(digest_of, texts)))
    return [" ".join(digests[at : at + _IN_ONE]) for at in range(0, len(digests), _IN_ONE)]


def with_fingerprint(properties: str, packed: bytes) -> str:
    """Return the custom properties with the fingerprint of a draft; `packed`: all of the archive that stands before."""
    blank = _VALUE.sub(r"\1", properties, count=1)
    return _VALUE.sub(rf"\g<1>{sha256(packed + blank.encode()).hexdigest()}", blank, count=1)


def is_as_drafted(data: bytes) -> bool:
    """Whether the bytes are a draft that nobody has saved since kegen wrote it."""
    if data[-_END_LENGTH:][: len(_END)] != _END:
        return False
    found = _properties(data)
    if found is None:
        return False
    entry, properties = found
    return bool(_VALUE.search(properties)) and properties == with_fingerprint(properties, data[: entry.header_offset])


def is_draft(data: bytes) -> bool:
    """Whether the bytes are a draft, saved by somebody since or not."""
    found = _properties(data)
    return found is not None and f'"{FINGERPRINT}"' in found[1]


def _properties(data: bytes) -> tuple[ZipInfo, str] | None:
    """Return the custom properties: the last part that kegen writes, the one of the usual name in what others do."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = sorted(archive.infolist(), key=lambda each: each.header_offset)
            entry = next((each for each in entries if each.filename == CUSTOM_PART), entries[-1] if entries else None)
            if entry is None or entry.file_size > _LARGEST:
                return None
            return entry, archive.read(entry).decode()
    except _UNREADABLE:
        return None
