"""Digests: the same whichever code makes them."""

import hashlib

from kegen.digest import _FEW, digest_of


def test_a_digest_is_that_of_hashlib_however_many_were_made_before():
    for number in range(_FEW + 2):
        data = bytes([number % 256]) * number
        assert digest_of(data) == hashlib.sha256(data).hexdigest()
