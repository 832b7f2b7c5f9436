"""SHA-256 by the interpreter's own code, as the standard library's `random` takes its digests.

Why not `hashlib`: it loads OpenSSL, which takes a hundred times as long as all that one draft has digested.
"""

from __future__ import annotations

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:  # Python 3.11
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # an interpreter built without
        from hashlib import sha256


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    digest: str = sha256(data).hexdigest()
    return digest
