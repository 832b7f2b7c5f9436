"""SHA-256: by the interpreter's own code, as the standard library's `random` takes its digests, then by OpenSSL's.

Why not `hashlib` alone: it loads OpenSSL, which takes a hundred times as long as all that one draft has digested. Who
makes hundreds of drafts is repaid, for OpenSSL takes a fifth of the time for each.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import Any

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:  # Python 3.11
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # an interpreter built without
        from hashlib import sha256

_FEW = 512
_digested = itertools.count()


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    make = sha256 if next(_digested) < _FEW else _openssl()
    digest: str = make(data).hexdigest()
    return digest


@cache
def _openssl() -> Any:  # noqa: ANN401 - the function of hashlib
    from hashlib import sha256 as make  # noqa: PLC0415 - few runs digest so much

    return make
