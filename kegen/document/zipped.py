"""A zip file of any kind, its members inflated within bounds by the standard library."""

from __future__ import annotations

import io
import zipfile
import zlib

from kegen.document.refusals import broken, locked

_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError),
    OverflowError,
)


class Zipped:
    """A zip file opened; raises KegenError, with the name given, where that cannot be."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE:
            raise broken(name) from None
        self._members = {each.filename: each for each in self._zip.infolist()}
        self.names = [each.filename for each in self._zip.infolist()]

    def read(self, part: str, most: int) -> bytes:
        """Return what a member holds, one byte over the limit where it holds more."""
        member = self._members[part]
        if member.flag_bits & 1:
            raise locked(self._name)
        try:
            with self._zip.open(member) as stream:
                return stream.read(most + 1)
        except _UNREADABLE:
            raise broken(self._name) from None
